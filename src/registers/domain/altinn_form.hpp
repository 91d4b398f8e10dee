#pragma once
// A message to Altinn as a form (multipart/form-data): the message and its attachments go in one request, so that it is
// there as a whole or not at all. Source: POST /correspondence/api/v1/correspondence/upload.
#include "registers/altinn_messages.hpp"

namespace registers {

/// The bounds are Altinn's: longer titles, names and notices are cut between characters.
std::string altinn_form(const AltinnLetter&, std::string_view resource, std::string_view boundary);

/// "urn:altinn:organization:identifier-no:…" or "urn:altinn:person:identifier-no:…".
std::string altinn_recipient(const AltinnLetter&);

/// What one of Altinn's statuses means to a sender; nothing for a word that we do not know.
std::optional<AltinnState> altinn_state(std::string_view status);

} // namespace registers
