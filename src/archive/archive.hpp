#pragma once
// The front door of archive: what leaves the program in the formats of archives and of public journals.
#include "archive/noark.hpp"
#include "governance/governance.hpp"

namespace archive {

/// All texts of the module, the sentences of its events included.
const i18n::Catalogue& catalogue();
/// The open part of a case with its documents, in the words of eInnsyn.
Result<std::string> case_as_linked_data(const http::Query&, governance::CaseId);
/// The open part of a meeting with votes and decisions, in the words of eInnsyn.
Result<std::string> meeting_as_linked_data(const http::Query&, const Services&, governance::MeetingId);
/// For the page of a case or a meeting: where it is in formats of others.
Html formats_of_page(const http::Query&);

} // namespace archive
