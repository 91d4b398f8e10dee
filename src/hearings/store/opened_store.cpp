#include "hearings/store/opened_store.hpp"

namespace hearings {

Result<bool> has_opened(db::Reader& reader, governance::CaseId matter, directory::OrganisationId organisation) {
    const auto row = TRY(reader.find("SELECT 1 FROM hearings_opened_case WHERE case_id = $1 AND organisation_id = $2",
                                     {matter, organisation}));
    return row.has_value();
}

Result<std::set<std::string>> cases_opened_by(db::Reader& reader, directory::OrganisationId organisation) {
    std::set<std::string> opened;
    for (const auto& row :
         TRY(reader.query("SELECT case_id FROM hearings_opened_case WHERE organisation_id = $1", {organisation}))) {
        opened.insert(row.text(0));
    }
    return opened;
}

Result<void> mark_case_opened(db::Transaction& transaction, governance::CaseId matter,
                              directory::OrganisationId organisation, Instant at) {
    return transaction.enqueue("INSERT INTO hearings_opened_case (case_id, organisation_id, opened_at)"
                               " VALUES ($1, $2, $3) ON CONFLICT (case_id, organisation_id) DO NOTHING",
                               {matter, organisation, at});
}

Result<void> open_as(db::Transaction& transaction, directory::OrganisationId from, directory::OrganisationId to) {
    return transaction.enqueue("INSERT INTO hearings_opened_case (case_id, organisation_id, opened_at)"
                               " SELECT case_id, $2, opened_at FROM hearings_opened_case WHERE organisation_id = $1"
                               " ON CONFLICT (case_id, organisation_id) DO NOTHING",
                               {from, to});
}

} // namespace hearings
