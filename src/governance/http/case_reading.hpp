#pragma once
// From the tables to what pages and JSON say of cases, for the one who asks.
#include "governance/case_card.hpp"
#include "governance/views/case_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// The number in the address. Fails with governance.case_not_found, whatever is wrong with it.
Result<CaseNumber> number_in_path(const http::Request&);

/// The file of the case in the address as the one who asks may see it. Fails with governance.case_not_found.
Result<CaseFile> visible_case_file(db::Reader&, const http::Call&);
/// True when the one who asks may read what is shielded in the case.
bool sees_shielded(const http::Call&, const Case&);

/// One document of the file. Of one that is shielded, whoever does not see what is shielded is told that it is there,
/// why, and until when; of one that was removed its title stays.
DocumentView document_view_of(const CaseFile&, const Document&, Date today, bool sees_shielded);
/// The model of a file that has been made fit for the one who asks.
Result<CaseView> case_view_of(const http::Query&, const CaseFile&);
/// Fails with governance.case_not_found.
Result<CaseView> read_case_view(const http::Query&);
CaseRow row_of(const CaseCard&);
/// The list that the query asks for; all of it, at most limit, when limit is given.
Result<CaseListView> read_case_list(const http::Query&, const CaseFilter&, std::optional<int> limit = {});

} // namespace governance
