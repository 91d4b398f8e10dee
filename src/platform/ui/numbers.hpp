#pragma once
// Numbers in SVG attributes, and amounts as people read them.
#include "platform/i18n/translator.hpp"

#include <string>

namespace ui {

/// At most two decimals, with a point: "63.64".
std::string coordinate(double);
/// "63.64%".
std::string percentage(double share_of_whole);
/// Whole amounts without decimals, others with one: "14", "9,9".
std::string amount(const i18n::Translator&, double);

} // namespace ui
