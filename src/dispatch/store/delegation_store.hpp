#pragma once
#include "directory/ids.hpp"
#include "dispatch/domain/delegation.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

namespace dispatch {

struct Delegation : DelegationCourse {
    DelegationId id;
    directory::PersonId giver_id;
    db::Bytes giver_hash, receiver_hash;
    db::Bytes receiver_name;                        ///< As the giver wrote it, sealed.
    std::optional<directory::PersonId> receiver_id; ///< Who accepted.
    bool is_limited = false;                        ///< To the senders named.
    bool may_answer = false;
    bool counts_as_read = false;
    bool covers_high = false; ///< Letters of level 4 too.
    Instant given_at;
};

/// That somebody has opened a letter by virtue of a delegation.
struct DelegationOpening {
    DispatchId dispatch_id;
    std::int64_t position = 0;
    directory::PersonId person_id;
    Instant at;
};

namespace store {

Result<void> insert(db::Transaction&, const Delegation&, const std::vector<directory::OrganisationId>& senders);
Result<std::optional<Delegation>> delegation(db::Reader&, DelegationId);
/// The newest first, those that are over too.
Result<std::vector<Delegation>> delegations_given(db::Reader&, directory::PersonId giver, int limit);
/// Those that are not over: offered to the holder of the number, or accepted. The newest first.
Result<std::vector<Delegation>> delegations_received(db::Reader&, const db::Bytes& receiver_hash, Date today,
                                                     int limit);
/// How many a person has given that are not over.
Result<std::int64_t> count_open_delegations(db::Reader&, directory::PersonId giver, Date today);
Result<std::vector<directory::OrganisationId>> senders_of(db::Reader&, DelegationId);
/// False when it was accepted or ended before.
Result<bool> accept(db::Transaction&, DelegationId, directory::PersonId receiver, Instant now);
/// False when it was ended before.
Result<bool> end_delegation(db::Transaction&, DelegationId, Instant now);

/// False when it was opened by virtue of this delegation before.
Result<bool> add_delegation_opening(db::Transaction&, DelegationId, DispatchId, std::int64_t position, Instant now);
/// Of one letter, the first first.
Result<std::vector<DelegationOpening>> delegation_openings(db::Reader&, DispatchId, std::int64_t position);
/// Of all that a person is sent, the newest first.
Result<std::vector<DelegationOpening>> delegation_openings(db::Reader&, directory::PersonId giver, int limit);

} // namespace store
} // namespace dispatch
