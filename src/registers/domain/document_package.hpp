#pragma once
// A letter's documents as a mailbox takes them: an ASiC-E container with a manifest, signed. Source: Digdir,
// "Dokumentpakke" and "Manifest" (schema_v10).
#include "registers/digital_mailboxes.hpp"

namespace registers {

/// In clear; the mailbox's certificate seals it afterwards.
std::string document_package(const MailboxLetter&, const crypto::BusinessKey&, Instant now);

} // namespace registers
