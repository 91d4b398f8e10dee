#pragma once
// Small things that several components are made of.
#include "platform/ui/components.hpp"

namespace ui {

/// A path of our own in the language of the page; one that already has the language's prefix stays as it is.
std::string local_path(const http::Call&, std::string_view path);

/// The address asked for without its query, as it was sent.
std::string_view path_sent(const http::Call&);

/// "f-recipient-orgNumber": the id of the form field with this name.
std::string field_id(std::string_view name);

/// The value of data-color; empty for the colour that Designsystemet gives by itself.
std::string_view colour_of(Tone);

/// Read aloud, not shown.
Html hidden_words(const Html& words);

} // namespace ui
