#include "platform/csv.hpp"

#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace csv {

static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// True for what a spreadsheet shows as a number and never runs: digits with a sign in front, one comma or point.
static bool is_number(std::string_view cell) {
    if (!cell.empty() && (cell.front() == '-' || cell.front() == '+')) cell.remove_prefix(1);
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const auto digits = std::count_if(cell.begin(), cell.end(), is_digit);
    const auto points =
        std::count_if(cell.begin(), cell.end(), [](char letter) { return letter == '.' || letter == ','; });
    return digits > 0 && points <= 1 && static_cast<std::size_t>(digits + points) == cell.size();
}

/// Apostrophes in front do not count: "'=1" gets one more, so that it stays another cell than "=1".
static bool would_run_as_formula(std::string_view cell) {
    static constexpr std::string_view beginnings = "=+-@\t\r";
    cell.remove_prefix(std::min(cell.find_first_not_of('\''), cell.size()));
    return !cell.empty() && beginnings.find(cell.front()) != std::string_view::npos && !is_number(cell);
}

static void append_cell(std::string& out, std::string_view cell) {
    const bool is_formula = would_run_as_formula(cell);
    // Semicolons too: Norwegian spreadsheets divide there when they guess.
    const bool is_quoted = cell.find_first_of(",;\"\r\n\t") != std::string_view::npos ||
                           (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
    if (is_quoted) out += '"';
    if (is_formula) out += '\'';
    for (const char letter : cell) {
        if (letter == '"') out += '"';
        out += letter;
    }
    if (is_quoted) out += '"';
}

static void append_row(std::string& out, const std::vector<std::string>& cells) {
    // A lone empty cell is quoted, for else its row would be an empty line.
    if (cells.size() == 1 && cells.front().empty()) out += "\"\"";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        append_cell(out, cells[i]);
    }
    out += "\r\n";
}

std::string write(const Table& table) {
    std::string out{byte_order_mark};
    append_row(out, table.columns);
    for (const auto& row : table.rows)
        append_row(out, row);
    return out;
}

namespace {

struct Record {
    std::vector<std::string> cells;
    std::int64_t line; ///< On which it begins.
};

/// Takes records off the front of the text.
class Scanner {
public:
    Scanner(std::string_view text, char separator) : text_{text}, separator_{separator} {}

    [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
    [[nodiscard]] const std::vector<std::int64_t>& faulty_lines() const { return faulty_lines_; }

    Record record() {
        Record record{{}, line_};
        do {
            record.cells.push_back(cell(record.line));
        } while (take(separator_));
        if (!is_at_end() && !take_line_end()) skip_to_line_end(record.line);
        return record;
    }

private:
    bool take(char letter) {
        if (is_at_end() || text_[at_] != letter) return false;
        ++at_;
        return true;
    }

    bool take_line_end() {
        const bool has_return = take('\r');
        const bool has_end = take('\n') || has_return;
        if (has_end) ++line_;
        return has_end;
    }

    std::string cell(std::int64_t line) { return take('"') ? quoted_cell(line) : plain_cell(); }

    std::string plain_cell() {
        const auto start = at_;
        while (!is_at_end() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n')
            ++at_;
        return std::string{text_.substr(start, at_ - start)};
    }

    std::string quoted_cell(std::int64_t line) {
        std::string out;
        while (!is_at_end()) {
            if (take('"')) {
                if (!take('"')) return out;
                out += '"';
                continue;
            }
            if (text_[at_] == '\n') ++line_;
            out += text_[at_++];
        }
        faulty_lines_.push_back(line); // the quote has no end
        return out;
    }

    /// After a closing quote stands something else than a separator.
    void skip_to_line_end(std::int64_t line) {
        faulty_lines_.push_back(line);
        while (!is_at_end() && !take_line_end())
            ++at_;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    std::vector<std::int64_t> faulty_lines_;
};

/// The one that stands oftener outside quotes in the first line.
char separator_of(std::string_view text) {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool is_quoted = false;
    for (const char letter : text) {
        if (letter == '"') is_quoted = !is_quoted;
        if (!is_quoted && (letter == '\n' || letter == '\r')) break;
        if (!is_quoted && letter == ',') ++commas;
        if (!is_quoted && letter == ';') ++semicolons;
    }
    return semicolons > commas ? ';' : ',';
}

bool has_good_names(const std::vector<std::string>& columns) {
    auto names = columns;
    std::sort(names.begin(), names.end());
    const bool has_twins = std::adjacent_find(names.begin(), names.end()) != names.end();
    return !has_twins && std::none_of(names.begin(), names.end(), [](const std::string& name) { return name.empty(); });
}

Error faulty(std::vector<std::int64_t> lines) {
    static constexpr std::size_t lines_told_max = 20;
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::string told;
    for (std::size_t i = 0; i < std::min(lines.size(), lines_told_max); ++i) {
        told += (i > 0 ? ", " : "") + std::to_string(lines[i]);
    }
    if (lines.size() > lines_told_max) told += " …";
    return platform::csv_faulty.error({{"lines", told}, {"count", static_cast<std::int64_t>(lines.size())}});
}

} // namespace

Result<Table> read(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (const auto invalid = unicode::first_invalid_byte(bytes)) {
        return faulty({1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n')});
    }
    Scanner scanner{bytes, separator_of(bytes)};
    if (scanner.is_at_end()) return faulty({1});
    Table table;
    table.columns = scanner.record().cells;
    std::vector<std::int64_t> lines;
    for (auto& name : table.columns)
        name = std::string{unicode::trimmed(name)};
    if (!has_good_names(table.columns)) lines.push_back(1);
    while (!scanner.is_at_end()) {
        auto record = scanner.record();
        const bool is_empty_line = record.cells.size() == 1 && record.cells.front().empty() && table.columns.size() > 1;
        if (is_empty_line) continue;
        if (record.cells.size() != table.columns.size()) lines.push_back(record.line);
        table.rows.push_back(std::move(record.cells));
    }
    lines.insert(lines.end(), scanner.faulty_lines().begin(), scanner.faulty_lines().end());
    if (!lines.empty()) return faulty(std::move(lines));
    return table;
}

} // namespace csv
