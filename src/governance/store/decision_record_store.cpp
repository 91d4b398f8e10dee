#include "governance/store/decision_record_store.hpp"

#include "governance/domain/meeting_errors.hpp"

namespace governance {

static std::vector<KeptRecord> records_from(const db::Rows& rows) {
    std::vector<KeptRecord> found;
    for (const auto& row : rows)
        found.push_back({row.id<VoteId>(0), std::string{row.text(1)}, std::string{row.text(2)}});
    return found;
}

Result<void> insert_record(db::Transaction& transaction, const DecisionRecord& record, const KeptRecord& kept) {
    return transaction.enqueue(
        "INSERT INTO governance_decision_record (vote_id, meeting_id, item_id, case_id, "
        "document, sha256, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {kept.vote, record.meeting, record.item, record.matter, kept.document, kept.sha256, record.at});
}

Result<KeptRecord> load_record(db::Reader& reader, VoteId id) {
    auto found = records_from(
        TRY(reader.query("SELECT vote_id, document, sha256 FROM governance_decision_record WHERE vote_id = $1", {id})));
    if (found.empty()) return decision_not_found.error();
    return std::move(found.front());
}

Result<std::vector<KeptRecord>> records_of_case(db::Reader& reader, CaseId id) {
    return records_from(TRY(reader.query("SELECT vote_id, document, sha256 FROM governance_decision_record "
                                         "WHERE case_id = $1 ORDER BY at, vote_id",
                                         {id})));
}

Result<std::vector<ListedRecord>> newest_records(db::Reader& reader, int limit) {
    const auto rows = TRY(reader.query(
        "SELECT r.vote_id, r.document, r.sha256, b.name_nb, b.name_nn, b.slug, i.number, i.year FROM "
        "governance_decision_record r JOIN governance_agenda_item i ON i.id = r.item_id JOIN governance_body b ON "
        "b.id = i.body_id WHERE b.is_open = 1 ORDER BY r.at DESC, r.vote_id DESC LIMIT $1",
        {limit}));
    std::vector<ListedRecord> found;
    for (const auto& row : rows) {
        ListedRecord listed;
        listed.kept = {row.id<VoteId>(0), std::string{row.text(1)}, std::string{row.text(2)}};
        listed.body_nb = row.text(3);
        listed.body_nn = row.text(4);
        listed.body_slug = row.text(5);
        if (!row.is_null(6)) listed.item = fmt::format("{}/{}", row.number(6), row.number(7));
        found.push_back(std::move(listed));
    }
    return found;
}

Result<std::vector<KeptRecord>> records_after(db::Reader& reader, const std::optional<VoteId>& after, int limit) {
    return records_from(TRY(reader.query("SELECT vote_id, document, sha256 FROM governance_decision_record "
                                         "WHERE vote_id > $1 ORDER BY vote_id LIMIT $2",
                                         {after ? after->to_string() : std::string{}, limit})));
}

} // namespace governance
