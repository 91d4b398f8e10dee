#include "oparl/domain/source.hpp"
#include "oparl/domain/origin.hpp"

namespace oparl {

static constexpr std::size_t slug_length_max = 60;

std::string slug_of_place(std::string_view place) {
    const auto origin = origin_of(place);
    std::string_view named = origin;
    if (origin.empty()) {
        while (place.size() > 1 && place.ends_with('/'))
            place.remove_suffix(1);
        named = place.substr(place.rfind('/') + 1);
    } else {
        named.remove_prefix(named.find("//") + 2);
    }
    std::string slug;
    for (const char letter : named) {
        const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
            slug += small;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
        if (slug.size() == slug_length_max) break;
    }
    while (slug.ends_with('-'))
        slug.pop_back();
    return slug.empty() ? "oparl" : slug;
}

} // namespace oparl
