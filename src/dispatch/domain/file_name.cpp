#include "dispatch/domain/file_name.hpp"

#include "platform/unicode.hpp"

namespace dispatch {

bool is_fit_file_name(std::string_view name) {
    return name.find_first_of("*:\"\\/<>|?") == std::string_view::npos && name != "." && name != ".." &&
           !unicode::has_control_characters(name);
}

std::string folded_file_name(std::string_view name) {
    std::string folded;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        const bool follows_c3 = i > 0 && static_cast<unsigned char>(name[i - 1]) == 0xC3;
        const bool is_capital = (byte >= 'A' && byte <= 'Z') || (follows_c3 && byte >= 0x80 && byte <= 0x9E);
        folded += static_cast<char>(is_capital ? byte + 0x20 : byte);
    }
    return folded;
}

} // namespace dispatch
