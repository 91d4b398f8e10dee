#pragma once
// Los, Digdir's vocabulary of themes and words for public services: facts/los.csv, read once.
#include "platform/i18n/message.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace governance {

struct Theme {
    std::string_view slug; ///< Last part of its address in Los: "skole-og-utdanning".
    std::string_view nb, nn, en;
    std::vector<std::string_view> broader; ///< Slugs of the themes above it; empty for the main themes.
    bool is_word = false;                  ///< A word below a theme, not a theme itself.

    [[nodiscard]] std::string_view name(i18n::Language) const;
};

/// All themes and words, by slug.
std::span<const Theme> themes();
/// Nothing when Los has no such word.
const Theme* find_theme(std::string_view slug);
/// The slug itself and the slugs of all that lies below it.
std::vector<std::string_view> theme_and_below(std::string_view slug);

} // namespace governance
