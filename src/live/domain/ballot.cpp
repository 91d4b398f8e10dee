#include "live/domain/ballot.hpp"

#include "live/domain/errors.hpp"
#include "platform/json/described_members.hpp"

namespace live {

Result<CastOutcome> cast_outcome(const Ballot& ballot, std::optional<governance::Choice> before,
                                 governance::Choice now) {
    if (ballot.state != BallotState::open) {
        return ballot_ended.error({{"state", std::string{json::name_of(ballot.state)}}});
    }
    if (now == governance::Choice::blank && !ballot.may_be_blank) return blank_refused.error();
    if (!before) return CastOutcome::cast;
    if (*before == now) return CastOutcome::repeated;
    if (!ballot.may_change) return cast_already.error();
    return CastOutcome::changed;
}

} // namespace live
