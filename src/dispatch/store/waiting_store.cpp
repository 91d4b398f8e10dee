#include "dispatch/store/waiting_store.hpp"

#include "platform/json/described_members.hpp"

namespace dispatch::store {

Result<std::vector<DispatchId>> standing_still(db::Reader& reader, Status status, Instant since, Instant held_since,
                                               int limit) {
    std::vector<DispatchId> found;
    for (const auto& row :
         TRY(reader.query("SELECT id FROM dispatch_dispatch WHERE status = $1 AND status_at < $2 AND status IN "
                          "('received', 'accepted', 'ready_for_receiver', 'notified', 'sent_to_print', "
                          "'sent_to_digital_mailbox', 'sent_to_altinn') "
                          "AND (status_at < $3 OR NOT EXISTS (SELECT 1 FROM dispatch_happening h WHERE "
                          "h.dispatch_id = dispatch_dispatch.id AND "
                          "h.kind IN ('waits_for_scanner', 'waits_for_register'))) "
                          "ORDER BY status_at LIMIT $4",
                          {json::name_of(status), since, held_since, limit}))) {
        found.push_back(row.id<DispatchId>(0));
    }
    return found;
}

Result<std::vector<DispatchId>> waiting_for_closed(db::Reader& reader, int limit) {
    std::vector<DispatchId> found;
    for (const auto& row :
         TRY(reader.query("SELECT d.id FROM dispatch_receiver r JOIN dispatch_dispatch d ON d.receiver_id = r.id "
                          "WHERE r.closed_at IS NOT NULL AND d.status = 'ready_for_receiver' LIMIT $1",
                          {limit}))) {
        found.push_back(row.id<DispatchId>(0));
    }
    return found;
}

Result<std::vector<SilentReceiver>> silent_receivers(db::Reader& reader, Instant since) {
    std::vector<SilentReceiver> found;
    for (const auto& row : TRY(reader.query(
             "SELECT r.id, r.name, r.organisation_id, COUNT(*), MIN(d.status_at), r.silent_since "
             "FROM dispatch_dispatch d JOIN dispatch_receiver r ON r.id = d.receiver_id "
             "WHERE d.status = 'ready_for_receiver' AND d.status_at < $1 "
             "GROUP BY r.id, r.name, r.organisation_id, r.silent_since ORDER BY MIN(d.status_at), r.id LIMIT 500",
             {since}))) {
        found.push_back({row.id<ReceiverId>(0), row.text(1), row.id<directory::OrganisationId>(2), row.number(3),
                         row.instant(4), row.maybe_instant(5)});
    }
    return found;
}

Result<std::vector<ReceiverId>> receivers_back(db::Reader& reader, Instant since) {
    std::vector<ReceiverId> found;
    for (const auto& row : TRY(reader.query(
             "SELECT r.id FROM dispatch_receiver r WHERE r.silent_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
             "dispatch_dispatch d WHERE d.receiver_id = r.id AND d.status = 'ready_for_receiver' AND d.status_at < $1)",
             {since}))) {
        found.push_back(row.id<ReceiverId>(0));
    }
    return found;
}

Result<void> set_silent(db::Transaction& transaction, ReceiverId id, std::optional<Instant> since) {
    return transaction.enqueue("UPDATE dispatch_receiver SET silent_since = $2 WHERE id = $1", {id, since});
}

Result<std::vector<directory::OrganisationId>> senders_waiting_for(db::Reader& reader, ReceiverId id, Instant since) {
    std::vector<directory::OrganisationId> found;
    for (const auto& row :
         TRY(reader.query("SELECT DISTINCT a.organisation_id FROM dispatch_dispatch d JOIN dispatch_account a ON a.id "
                          "= d.account_id "
                          "WHERE d.receiver_id = $1 AND d.status = 'ready_for_receiver' AND d.status_at < $2 LIMIT 100",
                          {id, since}))) {
        found.push_back(row.id<directory::OrganisationId>(0));
    }
    return found;
}

} // namespace dispatch::store
