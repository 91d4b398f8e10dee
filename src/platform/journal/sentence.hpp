#pragma once
// An event in words.
#include "platform/i18n/translator.hpp"
#include "platform/journal/journal.hpp"

namespace journal {

/// The catalogue's words for the event's type, filled with the fields of its body; the type itself when no catalogue
/// has words for it. A list is told by how many it holds, a flag is "yes" or "no" (for select), and what was sealed for
/// somebody forgotten reads "(slettet)".
std::string sentence(const StoredEvent&, const i18n::Translator&);

/// "Kari Nordmann, KS (sekretær, Hovedstyret)": who did it, on whose behalf, on what authority.
std::string actor(const StoredEvent&, const i18n::Translator&);

} // namespace journal
