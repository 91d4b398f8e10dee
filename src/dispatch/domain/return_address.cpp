#include "dispatch/domain/return_address.hpp"

#include "platform/unicode.hpp"

#include <algorithm>
#include <array>

namespace dispatch {

std::vector<std::string> lines_of_text(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = unicode::trimmed(text.substr(0, end));
        if (!line.empty()) lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

static bool is_place(std::string_view line) {
    static constexpr std::size_t code_length = 4;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return line.size() > code_length + 1 && std::ranges::all_of(line.substr(0, code_length), is_digit) &&
           line[code_length] == ' ';
}

PostalAddress address_of_lines(std::string_view text) {
    auto lines = lines_of_text(text);
    PostalAddress address;
    if (!lines.empty() && is_place(lines.back())) {
        address.postal_code = lines.back().substr(0, 4);
        address.town = unicode::trimmed(std::string_view{lines.back()}.substr(5));
        lines.pop_back();
    }
    const std::array places{&address.line1, &address.line2, &address.line3};
    for (std::size_t i = 0; i < std::min(lines.size(), places.size()); ++i)
        *places[i] = std::move(lines[i]);
    return address;
}

} // namespace dispatch
