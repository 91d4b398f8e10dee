#include "platform/pdf/book.hpp"

#include "platform/pdf/script.hpp"

#include <fmt/format.h>

namespace pdf {

/// Tabs and line ends part the fields of the script, so none may stand inside one; other control characters mean
/// nothing on paper.
static std::string one_field(std::string_view text) {
    std::string field;
    field.reserve(text.size());
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '\n') {
            field += line_end_in_field;
        } else {
            field += byte < 0x20 || byte == 0x7F ? ' ' : letter;
        }
    }
    return field;
}

Book::Book(std::string_view title, std::string_view language, Instant made_at) {
    line("about", {std::string{title}, std::string{language}, to_string(made_at)});
}

Book& Book::line(std::string_view kind, const std::vector<std::string>& fields) {
    script_ += kind;
    for (const auto& field : fields)
        script_.append("\t").append(one_field(field));
    script_ += '\n';
    return *this;
}

Book& Book::footer(std::string_view pattern) {
    return line("footer", {std::string{pattern}});
}

Book& Book::heading(int level, std::string_view text) {
    return line("heading", {std::to_string(level), std::string{text}});
}

Book& Book::title(std::string_view text) {
    return line("title", {std::string{text}});
}

Book& Book::paragraph(std::string_view text) {
    return line("paragraph", {std::string{text}});
}

Book& Book::note(std::string_view text) {
    return line("note", {std::string{text}});
}

Book& Book::notice(std::string_view text) {
    return line("notice", {std::string{text}});
}

Book& Book::points(const std::vector<std::string>& numbered) {
    return line("points", numbered);
}

Book& Book::bullets(const std::vector<std::string>& entries) {
    return line("bullets", entries);
}

Book& Book::markdown(std::string_view text) {
    return line("markdown", {std::string{text}});
}

Book& Book::table(const std::vector<int>& widths, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> columns;
    for (const auto width : widths)
        columns.push_back(std::to_string(width));
    line("columns", columns);
    for (const auto& row : rows)
        line("row", row);
    return line("table", {});
}

Book& Book::contents(int level) {
    return line("contents", {std::to_string(level)});
}

Book& Book::block(Place place, const std::vector<std::string>& lines, bool is_large) {
    std::vector<std::string> fields{fmt::format("{:.1f}", place.left_mm), fmt::format("{:.1f}", place.top_mm),
                                    fmt::format("{:.1f}", place.width_mm), is_large ? "large" : "plain"};
    fields.insert(fields.end(), lines.begin(), lines.end());
    return line("block", fields);
}

Book& Book::page() {
    return line("page", {});
}

Book& Book::sheet() {
    return line("sheet", {});
}

Book& Book::insert(std::shared_ptr<File> file, PageRange range, Fit fit, int level, std::string_view bookmark) {
    std::size_t number = 0;
    while (number < files_.size() && files_[number] != file)
        ++number;
    if (number == files_.size()) files_.push_back(std::move(file));
    return line("insert", {std::to_string(number), std::to_string(range.first), std::to_string(range.count),
                           fit == Fit::a4 ? "a4" : "as_is", std::to_string(level), std::string{bookmark}});
}

Book& Book::mark() {
    return line("mark", {});
}

} // namespace pdf
