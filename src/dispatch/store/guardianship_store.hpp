#pragma once
#include "dispatch/store/delegation_store.hpp"

namespace dispatch {

struct Guardianship {
    GuardianshipId id;
    directory::PersonId guardian_id;
    db::Bytes guarded_hash;
    db::Bytes guarded_number, guarded_name; ///< Sealed.
    Instant valid_from;                     ///< Letters that came earlier are not shown.
    Instant added_at;
    Instant confirmed_at; ///< When the register last said yes.
    std::optional<Instant> ended_at;
};

namespace store {

/// False when the guardian has one for the same person that has not ended.
Result<bool> insert(db::Transaction&, const Guardianship&);
Result<std::optional<Guardianship>> guardianship(db::Reader&, GuardianshipId);
/// Those that have not ended, the newest first.
Result<std::vector<Guardianship>> guardianships_of(db::Reader&, directory::PersonId guardian, int limit);
/// For one person, those that have ended too; the newest first.
Result<std::vector<Guardianship>> guardianships_for(db::Reader&, const db::Bytes& guarded_hash, int limit);
/// Those that have not ended, and that the register has not said yes to since; longest ago first.
Result<std::vector<Guardianship>> unasked_guardianships(db::Reader&, Instant since, int limit);
Result<void> set_confirmed(db::Transaction&, GuardianshipId, Instant now);
/// Forgets the number, which nobody needs any more. False when it was ended before.
Result<bool> end_guardianship(db::Transaction&, GuardianshipId, Instant now);

/// False when it was opened by virtue of this guardianship before.
Result<bool> add_guardian_opening(db::Transaction&, GuardianshipId, DispatchId, std::int64_t position, Instant now);
/// Of one letter, the first first.
Result<std::vector<DelegationOpening>> guardian_openings(db::Reader&, DispatchId, std::int64_t position);
/// Of all that a person is sent, the newest first.
Result<std::vector<DelegationOpening>> guardian_openings(db::Reader&, const db::Bytes& guarded_hash, int limit);

} // namespace store
} // namespace dispatch
