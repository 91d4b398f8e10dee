#pragma once
#include "platform/db/database.hpp"
#include "voice/domain/hindrance.hpp"

#include <vector>

namespace voice::store {

/// Fails with voice.hindrance_not_found.
Result<Hindrance> hindrance_by_number(db::Reader&, std::string_view number);
Result<Hindrance> hindrance(db::Reader&, HindranceId);

struct HindranceFilter {
    std::optional<HindranceState> state;
    std::optional<PositionId> position;
};
struct CountedHindrance {
    Hindrance hindrance;
    std::int64_t supporters = 0; ///< Organisations that say it hits them too, the reporter not counted.
};
/// Most supported first, then the newest.
Result<std::vector<CountedHindrance>> hindrances(db::Reader&, const HindranceFilter&);
/// In the order in which they said so.
Result<std::vector<directory::OrganisationId>> supporters(db::Reader&, HindranceId);

Result<void> insert(db::Transaction&, const Hindrance&);
/// Raises the version. Fails with voice.stale_version when somebody was before.
Result<void> save(db::Transaction&, Hindrance&, Instant now);
/// False when the organisation had said so before.
Result<bool> add_supporter(db::Transaction&, HindranceId, directory::OrganisationId, Instant now);

/// --- What refers to organisations here. ---
Result<std::int64_t> count_for_organisation(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_organisation(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace voice::store
