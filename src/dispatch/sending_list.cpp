#include "dispatch/domain/errors.hpp"
#include "dispatch/sending.hpp"
#include "platform/csv.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace dispatch {

namespace {

constexpr std::array<std::string_view, 4> needed_columns{"to", "name", "title", "files"};

class ListReading {
public:
    ListReading(const csv::Table& table, const std::string& folder) : table_{table}, folder_{folder} {}

    Result<std::vector<ListedLetter>> letters() {
        for (const auto column : needed_columns) {
            if (!has(column)) add("#/1", platform::field_missing, column);
        }
        std::vector<ListedLetter> found;
        for (std::size_t i = 0; i < table_.rows.size() && faults_.empty(); ++i) {
            found.push_back(letter_in(i));
        }
        for (const auto& letter : found) {
            check(letter);
        }
        if (faults_.empty()) return found;
        auto error = list_faulty.error({{"count", static_cast<std::int64_t>(faults_.size())}});
        error.faults = std::move(faults_);
        return error;
    }

private:
    [[nodiscard]] bool has(std::string_view column) const {
        return std::ranges::find(table_.columns, column) != table_.columns.end();
    }
    [[nodiscard]] std::string cell(std::size_t row, std::string_view column) const {
        const auto found = std::ranges::find(table_.columns, column);
        const auto at = static_cast<std::size_t>(found - table_.columns.begin());
        return at < table_.rows[row].size() ? table_.rows[row][at] : std::string{};
    }
    void add(const std::string& place, const ErrorCode& code, std::string_view name) {
        faults_.push_back(code.at(place, {{"field", std::string{name}}, {"name", std::string{name}}}));
    }
    [[nodiscard]] std::vector<std::string> paths_in(const std::string& text) const {
        std::vector<std::string> paths;
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('|', begin), text.size());
            const std::filesystem::path path{text.substr(begin, end - begin)};
            if (!path.empty()) paths.push_back((std::filesystem::path{folder_} / path).string());
            begin = end + 1;
        }
        return paths;
    }
    [[nodiscard]] ListedLetter letter_in(std::size_t row) const {
        ListedLetter letter;
        letter.to = cell(row, "to");
        letter.name = cell(row, "name");
        letter.line1 = cell(row, "line1");
        letter.postal_code = cell(row, "postalCode");
        letter.town = cell(row, "town");
        letter.title = cell(row, "title");
        letter.reference = cell(row, "reference");
        letter.files = paths_in(cell(row, "files"));
        letter.department = cell(row, "department");
        letter.dispatch_type = cell(row, "dispatchType");
        letter.is_digital_only = cell(row, "digitalOnly") == "ja";
        letter.line = row + 2;
        return letter;
    }
    void check(const ListedLetter& letter) {
        const auto place = fmt::format("#/{}/", letter.line);
        const bool is_number = std::ranges::all_of(letter.to, [](char digit) { return digit >= '0' && digit <= '9'; });
        const auto length = letter.to.size();
        if (!is_number || (length != 0 && length != 9 && length != 11)) add(place + "to", platform::not_an_id, "to");
        if (letter.name.empty()) add(place + "name", platform::field_missing, "name");
        if (letter.title.empty()) add(place + "title", platform::field_missing, "title");
        for (const auto& path : letter.files) {
            if (!std::ifstream{path}) add(place + "files", file_unreadable, path);
        }
    }

    const csv::Table& table_;
    const std::string& folder_;
    std::vector<Fault> faults_;
};

} // namespace

Result<std::vector<ListedLetter>> letters_in(std::string_view text, const std::string& folder) {
    const auto table = TRY(csv::read(text));
    return ListReading{table, folder}.letters();
}

SentList::SentList(std::string path) : path_{std::move(path)} {}

Result<void> SentList::load() {
    if (!std::filesystem::exists(path_)) return {};
    std::ifstream file{path_, std::ios::binary};
    if (!file) return file_unreadable.error({{"name", path_}});
    std::uintmax_t whole_bytes = 0;
    for (std::string line; std::getline(file, line) && !file.eof();) {
        whole_bytes += line.size() + 1;
        keys_.push_back(line.substr(0, line.find(',')));
    }
    // A line without its end was being written when something stopped it: the server knows whether that one was sent.
    std::error_code failure;
    std::filesystem::resize_file(path_, whole_bytes, failure);
    if (failure) return file_unwritable.error({{"name", path_}});
    std::ranges::sort(keys_);
    return {};
}

bool SentList::holds(std::string_view key) const {
    return std::ranges::binary_search(keys_, key);
}

Result<void> SentList::add(std::string_view key, const SentLetter& sent, const ListedLetter& letter) {
    std::ofstream file{path_, std::ios::binary | std::ios::app};
    file << fmt::format("{},{},{},{}\n", key, sent.id, letter.line, sent.receipt_url);
    file.flush();
    if (!file) return file_unwritable.error({{"name", path_}});
    keys_.insert(std::ranges::lower_bound(keys_, std::string{key}), std::string{key});
    return {};
}

} // namespace dispatch
