#include "directory/domain/organisation.hpp"

#include "directory/domain/modulus11.hpp"

#include <algorithm>

namespace directory {

std::string shown_name(const Organisation& organisation, i18n::Language language) {
    const auto name = name_on_page(organisation.names, language);
    return organisation.qualifier.empty() ? name : name + " (" + organisation.qualifier + ")";
}

OrganisationSummary summary_of(const Organisation& organisation, i18n::Language language) {
    return {.id = organisation.id,
            .name = shown_name(organisation, language),
            .kind = organisation.kind,
            .number = organisation.number,
            .county_number = organisation.county_number,
            .organisation_number = organisation.organisation_number,
            .slug = organisation.slug,
            .url = "/organisations/" + organisation.slug,
            .ended_on = organisation.period.to,
            .population = organisation.population};
}

static std::string_view in_ascii(std::string_view letter) {
    static constexpr std::pair<std::string_view, std::string_view> letters[] = {
        {"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "ae"}, {"Ø", "oe"}, {"Å", "aa"},
        {"á", "a"},  {"é", "e"},  {"ö", "o"},  {"ä", "a"},  {"ü", "u"}};
    const auto found = std::ranges::find(letters, letter, [](const auto& pair) { return pair.first; });
    return found == std::end(letters) ? std::string_view{} : found->second;
}

std::string slug_from(std::string_view name) {
    std::string slug;
    const auto append = [&](char letter) {
        const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        const bool is_good = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (is_good) {
            slug += small;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto pair = in_ascii(name.substr(i, 2));
        if (pair.empty()) {
            append(name[i]);
            continue;
        }
        slug += pair;
        ++i;
    }
    while (!slug.empty() && slug.back() == '-') {
        slug.pop_back();
    }
    return slug.substr(0, 80);
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 80 && slug_from(text) == text && !all_digits(text);
}

} // namespace directory
