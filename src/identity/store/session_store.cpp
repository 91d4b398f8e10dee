#include "identity/store/session_store.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <fmt/format.h>

namespace identity::store {

static constexpr std::string_view session_columns =
    "id, csrf_token, person_id, holding_id, assurance, began_at, seen_at,"
    " ends_at, way_in, provider_token, provider_session";

static std::string hash_of(std::string_view token) {
    return crypto::to_hex(crypto::sha256(token));
}

static Session session_of(const db::Row& row) {
    Session session;
    session.id = row.id<SessionId>(0);
    session.csrf_token = row.text(1);
    session.person_id = row.id<directory::PersonId>(2);
    if (!row.is_null(3)) session.holding_id = row.id<HoldingId>(3);
    session.assurance = row.text(4);
    session.began_at = row.instant(5);
    session.seen_at = row.instant(6);
    session.ends_at = row.instant(7);
    session.way_in = row.text(8);
    session.provider_token = row.text(9);
    session.provider_session = row.text(10);
    return session;
}

static Result<std::optional<Session>> find_one(db::Reader& reader, std::string_view condition, db::Argument argument) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM identity_session WHERE {} = $1", session_columns, condition), {argument}));
    if (!row) return std::optional<Session>{};
    return std::optional{session_of(*row)};
}

Result<void> insert(db::Transaction& transaction, const Session& session, std::string_view token) {
    return transaction.enqueue(
        "INSERT INTO identity_session (id, token_hash, csrf_token, person_id, holding_id, assurance, began_at, seen_at,"
        " ends_at, way_in, provider_token, provider_session)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {session.id, hash_of(token), session.csrf_token, session.person_id, session.holding_id, session.assurance,
         session.began_at, session.seen_at, session.ends_at, session.way_in, session.provider_token,
         session.provider_session});
}

Result<std::optional<Session>> find_session(db::Reader& reader, std::string_view token) {
    return find_one(reader, "token_hash", hash_of(token));
}

Result<std::optional<Session>> find_session_by_id(db::Reader& reader, SessionId id) {
    return find_one(reader, "id", id);
}

Result<std::vector<Session>> sessions_of(db::Reader& reader, directory::PersonId person, Instant now) {
    const auto rows = TRY(reader.query(
        fmt::format("SELECT {} FROM identity_session WHERE person_id = $1 AND ends_at > $2 ORDER BY began_at DESC",
                    session_columns),
        {person, now}));
    std::vector<Session> sessions;
    for (const auto& row : rows)
        sessions.push_back(session_of(row));
    return sessions;
}

Result<void> set_seen(db::Transaction& transaction, SessionId id, Instant now) {
    return transaction.enqueue("UPDATE identity_session SET seen_at = $2 WHERE id = $1", {id, now});
}

Result<void> set_holding(db::Transaction& transaction, SessionId id, std::optional<HoldingId> holding) {
    return transaction.enqueue("UPDATE identity_session SET holding_id = $2 WHERE id = $1", {id, holding});
}

Result<void> end_session(db::Transaction& transaction, SessionId id, Instant now) {
    return transaction.enqueue("UPDATE identity_session SET ends_at = $2 WHERE id = $1 AND ends_at > $2", {id, now});
}

Result<std::int64_t> end_provider_session(db::Transaction& transaction, std::string_view provider_session,
                                          Instant now) {
    return transaction.execute("UPDATE identity_session SET ends_at = $2 WHERE provider_session = $1 AND "
                               "provider_session <> '' AND ends_at > $2",
                               {provider_session, now});
}

Result<std::int64_t> remove_ended(db::Transaction& transaction, Instant before) {
    return transaction.execute("DELETE FROM identity_session WHERE ends_at < $1", {before});
}

} // namespace identity::store
