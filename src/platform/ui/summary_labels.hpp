#pragma once
// The error summary stands above the fields and is written before them; the labels are put in when the page is whole.
#include "platform/html/html.hpp"

#include <string>
#include <string_view>

namespace ui {

/// Stands where the label of the field with this id will stand.
Html label_placeholder(std::string_view field_id);

/// Gives every placeholder the words of its label ("Tittel: "), and lets the link point at the list when the item
/// itself has no field. A placeholder without a label goes away.
std::string with_summary_labels(std::string markup);

} // namespace ui
