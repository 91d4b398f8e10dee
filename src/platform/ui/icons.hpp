#pragma once
// The sprite: each page carries the drawings that its own markup uses, and no others.
#include "platform/ui/components.hpp"

namespace ui {

/// "arrow_right": the enumerator's name, the drawing's file name and, after "i-", the symbol's id.
std::string_view name_of(Icon);

/// Symbols for every icon() in the markup; empty when it has none.
Html sprite_for(std::string_view markup);

} // namespace ui
