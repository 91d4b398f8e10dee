#include "directory/domain/name_rules.hpp"

#include "directory/domain/errors.hpp"
#include "platform/unicode.hpp"

namespace directory {

static constexpr std::size_t name_length_max = 200;

Result<std::string> checked_name(std::string_view name) {
    if (!unicode::is_valid(name)) return name_missing.error();
    const auto trimmed = unicode::trimmed(name);
    const bool is_good =
        !trimmed.empty() && unicode::length(trimmed) <= name_length_max && !unicode::has_control_characters(trimmed);
    if (!is_good) return name_missing.error();
    return std::string{trimmed};
}

Result<std::string> checked_homepage(std::string_view address) {
    if (address.empty()) return std::string{};
    const bool is_web = address.starts_with("https://") || address.starts_with("http://");
    const bool is_plain = unicode::is_valid(address) && !unicode::has_control_characters(address) &&
                          address.find_first_of(" \"<>") == std::string_view::npos && address.size() <= 300;
    if (!is_web || !is_plain) return homepage_faulty.error();
    return std::string{address};
}

} // namespace directory
