#include "governance/actions/sitting.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

Result<VoteId> hold_vote(const Acting& acting, MeetingId meeting, AgendaItemId item_id, const NewVote& wanted) {
    const auto at = TRY(read_item_in_sitting(acting, meeting, item_id));
    const auto proposal = TRY(at.live_proposal(wanted.proposal));
    const VoteCast cast{wanted.kind,
                        wanted.method,
                        wanted.ballots,
                        {wanted.in_favour.value_or(0), wanted.against.value_or(0), wanted.blank.value_or(0)},
                        wanted.casting_vote};
    Vote vote;
    vote.counted = TRY(count_vote(at.sitting.roll, at.sitting.rules.rules, *at.sitting.meeting.chaired_by, cast));
    vote.id = acting.make_id<VoteId>();
    vote.item_id = item_id;
    vote.proposal_id = proposal.id;
    vote.position = at.votes.empty() ? 1 : at.votes.back().position + 1;
    vote.rules_number = at.sitting.rules.number;
    vote.at = acting.now;

    TRY(insert_vote(acting.transaction, vote));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .number("proposal", proposal.position)
        .number("inFavour", vote.counted.tally.in_favour)
        .number("against", vote.counted.tally.against)
        .number("blank", vote.counted.tally.blank)
        .text("result", json::name_of(vote.counted.result))
        .flag("castingVote", vote.counted.casting_vote.has_value());
    TRY(acting.tell("governance.vote_held", at.sitting.body, at.sitting.meeting, std::move(facts), at.subjects()));
    return vote.id;
}

} // namespace governance
