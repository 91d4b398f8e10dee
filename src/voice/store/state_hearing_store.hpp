#pragma once
#include "platform/db/database.hpp"
#include "voice/domain/state_hearing.hpp"

#include <vector>

namespace voice::store {

/// Fails with voice.state_hearing_not_found.
Result<StateHearing> state_hearing(db::Reader&, std::string_view number);

struct StateHearingFilter {
    std::optional<StateHearingState> state;
    std::optional<directory::OrganisationId> sender;
};
/// The latest deadline first.
Result<std::vector<StateHearing>> state_hearings(db::Reader&, const StateHearingFilter&, Date today);
Result<void> insert(db::Transaction&, const StateHearing&);
/// Everything that changes. Raises the version. Fails with voice.stale_version when somebody was before.
Result<void> save(db::Transaction&, StateHearing&, Instant now);

} // namespace voice::store
