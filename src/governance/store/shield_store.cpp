#include "governance/store/shield_store.hpp"
#include "governance/store/columns.hpp"

namespace governance {

Result<std::vector<Shield>> shields_of(db::Reader& reader, CaseId id) {
    const auto rows =
        TRY(reader.query("SELECT id, field, document_id, legal_basis, until, lifted_at FROM governance_shield "
                         "WHERE case_id = $1 ORDER BY set_at, id",
                         {id}));
    std::vector<Shield> found;
    found.reserve(rows.size());
    for (const auto& row : rows) {
        found.push_back({.id = row.id<ShieldId>(0),
                         .field = word_at<ShieldField>(row, 1),
                         .document = maybe_id_at<DocumentId>(row, 2),
                         .legal_basis = row.text(3),
                         .until = row.date(4),
                         .lifted_at = row.maybe_instant(5)});
    }
    return found;
}

Result<void> insert_shield(db::Transaction& transaction, CaseId id, const Shield& fresh, Instant now) {
    return transaction.enqueue(
        "INSERT INTO governance_shield (id, case_id, field, document_id, legal_basis, until, set_at, "
        "lifted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {fresh.id, id, word(fresh.field), fresh.document, fresh.legal_basis, fresh.until, now, fresh.lifted_at});
}

Result<void> lift(db::Transaction& transaction, ShieldId id, Instant now) {
    return transaction.enqueue("UPDATE governance_shield SET lifted_at = $1 WHERE id = $2 AND lifted_at IS NULL",
                               {now, id});
}

} // namespace governance
