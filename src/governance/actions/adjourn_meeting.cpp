#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/elections.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/election_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

/// What nobody can be elected to any more.
static Result<void> withdraw_open_elections(const Acting& acting, MeetingId meeting) {
    for (const auto& course : TRY(elections_of(acting.transaction, meeting))) {
        if (!course.is_open()) continue;
        TRY(withdraw_election(acting, meeting, course.election.item_id, course.election.id));
    }
    return {};
}

Result<void> adjourn_meeting(const Acting& acting, MeetingId id, const Adjournment& wanted, ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, version));
    const auto sitting = TRY(read_sitting(acting, id));
    TRY(require_room(before));
    const auto quorum = quorum_of(sitting.roll, sitting.rules.rules);
    TRY(require_lost_quorum(quorum.present, quorum.needed));
    TRY(withdraw_open_elections(acting, id));
    return end_without_deciding(acting, body, TRY(load_meeting(acting.transaction, id)), wanted.reason);
}

} // namespace governance
