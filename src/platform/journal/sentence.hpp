#pragma once
// An event in words.
#include "platform/i18n/translator.hpp"
#include "platform/journal/journal.hpp"

namespace journal {

/// The catalogue's words for the event's type, filled with the fields of its body; the type itself when no catalogue
/// has words for it. What was sealed for somebody forgotten reads "(slettet)".
std::string sentence(const StoredEvent&, const i18n::Translator&);

} // namespace journal
