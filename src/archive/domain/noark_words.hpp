#pragma once
// Our words in the words of Noark 5 (metadata catalogue, M050–M089) and of eInnsyn. The standard is Norwegian and its
// codes are letters to be kept, so they stand here and in no catalogue.
#include "governance/accounts.hpp"

#include <string>
#include <string_view>

namespace archive {

std::string_view journal_kind(governance::DocumentRole);       ///< M082 journalposttype
std::string_view document_type(governance::DocumentRole);      ///< M083 dokumenttype
std::string_view case_status(governance::CaseState);           ///< M052 saksstatus
std::string_view meeting_item_type(governance::ItemKind);      ///< M088 moetesakstype
std::string_view member_function(governance::AppointmentRole); ///< M373 moetedeltakerFunksjon
std::string_view ballot_word(governance::Choice);              ///< "Ja", "Nei", "Blankt"
std::string_view outcome_word(governance::Outcome);
/// Kinds of meeting item in eInnsyn's JSON-LD: "politiskSak".
std::string_view linked_item_type(governance::ItemKind);
/// "PDF" for "application/pdf": M701 format, and the ending of the file.
std::string format_of(std::string_view media_type);

} // namespace archive
