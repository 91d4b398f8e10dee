#include "directory/domain/names.hpp"

namespace directory {

std::string name_on_page(const Names& names, i18n::Language language) {
    static constexpr std::array<std::string_view, i18n::language_count> wanted{"no", "nn", "se", "en"};
    if (const auto own = names.find(wanted[static_cast<std::size_t>(language)]); own != names.end()) return own->second;
    const auto norwegian = names.find("no");
    return norwegian == names.end() ? std::string{} : norwegian->second;
}

Names split_names(std::string_view joined, const std::map<std::string, std::string, std::less<>>& language_of_part) {
    Names names;
    joined = joined.substr(0, joined.find(" ("));
    while (!joined.empty()) {
        const auto dash = joined.find(" - ");
        const auto part = joined.substr(0, dash);
        const auto known = language_of_part.find(part);
        names[known == language_of_part.end() ? "no" : known->second] = part;
        joined.remove_prefix(dash == std::string_view::npos ? joined.size() : dash + 3);
    }
    return names;
}

} // namespace directory
