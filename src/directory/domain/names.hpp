#pragma once
// Names of places in several languages: one is shown per language of the page, never joined by a dash.
#include "platform/i18n/message.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace directory {

/// Languages in which organisations have names: Norwegian (same in bokmål and nynorsk), nynorsk where it differs,
/// English, North, Lule and South Sami, Kven. Codes as in ISO 639 and in the tables of facts.
inline constexpr std::array<std::string_view, 7> name_languages{"no", "nn", "en", "se", "smj", "sma", "fkv"};

using Names = std::map<std::string, std::string, std::less<>>; ///< Language -> name.

/// The name on a page in the language: its own, else the Norwegian one.
std::string name_on_page(const Names&, i18n::Language);

/// Takes a joined name of the sources apart, "Porsanger - Porsángu - Porsanki (Finnmark)": each part goes to the
/// language that is known for it, the rest is Norwegian; a county in brackets is left out.
Names split_names(std::string_view joined, const std::map<std::string, std::string, std::less<>>& language_of_part);

} // namespace directory
