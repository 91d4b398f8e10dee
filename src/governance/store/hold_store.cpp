#include "governance/case_holds.hpp"

namespace governance {

Result<void> hold_case(db::Transaction& transaction, const Hold& hold, Instant now) {
    return transaction.enqueue(
        "INSERT INTO governance_hold (case_id, body_id, name, missing, held_at) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (case_id, body_id, name) DO UPDATE SET missing = excluded.missing",
        {hold.case_id, hold.body, hold.name, hold.missing, now});
}

Result<void> release_case(db::Transaction& transaction, CaseId id, std::string_view name) {
    return transaction.enqueue("DELETE FROM governance_hold WHERE case_id = $1 AND name = $2", {id, name});
}

Result<std::vector<Hold>> holds_of(db::Reader& reader, CaseId id) {
    std::vector<Hold> found;
    for (const auto& row : TRY(reader.query(
             "SELECT body_id, name, missing FROM governance_hold WHERE case_id = $1 ORDER BY body_id, missing, name",
             {id}))) {
        found.push_back({id, row.id<BodyId>(0), row.text(1), row.text(2)});
    }
    return found;
}

} // namespace governance
