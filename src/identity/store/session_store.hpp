#pragma once
// Sessions as they are kept: the cookie's token never stands in the database, only its SHA-256.
#include "identity/identity.hpp"

namespace identity::store {

struct Session {
    SessionId id;
    std::string csrf_token;
    directory::PersonId person_id;
    std::optional<HoldingId> holding_id; ///< The role they act in; nothing: on their own behalf.
    std::string assurance;               ///< "low", "substantial", "high"
    Instant began_at, seen_at, ends_at;
    std::string way_in;           ///< "demonstration", "id-porten", "ansattporten"
    std::string provider_token;   ///< id_token, kept for log-out at the provider.
    std::string provider_session; ///< The provider's sid, for log-out that begins there.
};

Result<void> insert(db::Transaction&, const Session&, std::string_view token);
/// Nothing when no session has the token; ended ones are still found.
Result<std::optional<Session>> find_session(db::Reader&, std::string_view token);
Result<std::optional<Session>> find_session_by_id(db::Reader&, SessionId);
/// Not ended, the newest first.
Result<std::vector<Session>> sessions_of(db::Reader&, directory::PersonId, Instant now);
Result<void> set_seen(db::Transaction&, SessionId, Instant);
Result<void> set_holding(db::Transaction&, SessionId, std::optional<HoldingId>);
Result<void> end_session(db::Transaction&, SessionId, Instant);
/// Ends those that the provider says are over; gives how many.
Result<std::int64_t> end_provider_session(db::Transaction&, std::string_view provider_session, Instant);
/// Removes what ended before; gives how many.
Result<std::int64_t> remove_ended(db::Transaction&, Instant before);

} // namespace identity::store
