#include "dispatch/store/signing_store.hpp"

#include "platform/json/described_members.hpp"

namespace dispatch::store {

Result<bool> insert(db::Transaction& transaction, DispatchId id, const Signing& fresh) {
    const auto rows =
        TRY(transaction.execute("INSERT INTO dispatch_signing (dispatch_id, decision, decided_at, evidence) VALUES "
                                "($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                                {id, json::name_of(fresh.decision), fresh.decided_at, fresh.evidence}));
    return rows == 1;
}

Result<std::optional<Signing>> signing_of(db::Reader& reader, DispatchId id) {
    const auto row =
        TRY(reader.find("SELECT decision, decided_at, evidence FROM dispatch_signing WHERE dispatch_id = $1", {id}));
    if (!row) return std::optional<Signing>{};
    return std::optional{Signing{*json::enumerator_of<SigningDecision>(row->text(0)), row->instant(1), row->bytes(2)}};
}

} // namespace dispatch::store
