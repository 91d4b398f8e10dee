#include "dispatch/domain/postage.hpp"

#include "platform/unicode.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dispatch {

static constexpr std::array<std::string_view, 4> names_of_norway{"norge", "noreg", "norway", "no"};

static constexpr auto names_in_europe = std::to_array<std::string_view>({"albania",
                                                                         "al",
                                                                         "andorra",
                                                                         "ad",
                                                                         "belarus",
                                                                         "hviterussland",
                                                                         "kviterussland",
                                                                         "by",
                                                                         "belgia",
                                                                         "be",
                                                                         "bosnia-hercegovina",
                                                                         "ba",
                                                                         "bulgaria",
                                                                         "bg",
                                                                         "danmark",
                                                                         "dk",
                                                                         "estland",
                                                                         "ee",
                                                                         "finland",
                                                                         "fi",
                                                                         "frankrike",
                                                                         "fr",
                                                                         "færøyene",
                                                                         "færøyane",
                                                                         "fo",
                                                                         "gibraltar",
                                                                         "gi",
                                                                         "grønland",
                                                                         "gl",
                                                                         "hellas",
                                                                         "gr",
                                                                         "irland",
                                                                         "ie",
                                                                         "island",
                                                                         "is",
                                                                         "italia",
                                                                         "it",
                                                                         "kosovo",
                                                                         "xk",
                                                                         "kroatia",
                                                                         "hr",
                                                                         "kypros",
                                                                         "cy",
                                                                         "latvia",
                                                                         "lv",
                                                                         "liechtenstein",
                                                                         "li",
                                                                         "litauen",
                                                                         "lt",
                                                                         "luxembourg",
                                                                         "lu",
                                                                         "malta",
                                                                         "mt",
                                                                         "moldova",
                                                                         "md",
                                                                         "monaco",
                                                                         "mc",
                                                                         "montenegro",
                                                                         "me",
                                                                         "nederland",
                                                                         "nl",
                                                                         "nord-makedonia",
                                                                         "mk",
                                                                         "polen",
                                                                         "pl",
                                                                         "portugal",
                                                                         "pt",
                                                                         "romania",
                                                                         "ro",
                                                                         "russland",
                                                                         "ru",
                                                                         "san marino",
                                                                         "sm",
                                                                         "serbia",
                                                                         "rs",
                                                                         "slovakia",
                                                                         "sk",
                                                                         "slovenia",
                                                                         "si",
                                                                         "spania",
                                                                         "es",
                                                                         "storbritannia",
                                                                         "gb",
                                                                         "sveits",
                                                                         "ch",
                                                                         "sverige",
                                                                         "se",
                                                                         "tsjekkia",
                                                                         "cz",
                                                                         "tyrkia",
                                                                         "tr",
                                                                         "tyskland",
                                                                         "de",
                                                                         "ukraina",
                                                                         "ua",
                                                                         "ungarn",
                                                                         "hu",
                                                                         "vatikanstaten",
                                                                         "va",
                                                                         "østerrike",
                                                                         "austerrike",
                                                                         "at",
                                                                         "åland",
                                                                         "ax",
                                                                         "guernsey",
                                                                         "gg",
                                                                         "jersey",
                                                                         "je",
                                                                         "isle of man",
                                                                         "im"});

/// Lower case for the letters that names of countries are written with here.
static std::string folded(std::string_view text) {
    std::string lower{unicode::trimmed(text)};
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto byte = static_cast<unsigned char>(lower[i]);
        const bool follows_c3 = i > 0 && static_cast<unsigned char>(lower[i - 1]) == 0xC3;
        const bool is_capital = (byte >= 'A' && byte <= 'Z') || (follows_c3 && byte >= 0x80 && byte <= 0x9E);
        if (is_capital) lower[i] = static_cast<char>(byte + 0x20);
    }
    return lower;
}

Postage postage_to(std::string_view country) {
    const auto name = folded(country);
    if (name.empty() || std::ranges::count(names_of_norway, name) > 0 || name == "svalbard" || name == "sj") {
        return Postage::norway;
    }
    return std::ranges::count(names_in_europe, name) > 0 ? Postage::europe : Postage::world;
}

} // namespace dispatch
