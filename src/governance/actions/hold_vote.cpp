#include "governance/actions/impartiality.hpp"
#include "governance/actions/keep_record.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/decision_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "platform/json/described.hpp"

#include <algorithm>

namespace governance {

VoteKind kind_of_vote(const Proposal& proposal, VoteKind called) {
    // To postpone or refer is a question of procedure, whatever the secretary called it.
    const bool is_procedural = proposal.kind == ProposalKind::procedural && called == VoteKind::ordinary;
    return is_procedural ? VoteKind::procedural : called;
}

/// The recommendation that a vote of this body was about, if it was about one.
static Result<bool> is_on_recommendation(const Acting& acting, BodyId body, const DecisionRecord& record) {
    if (record.body != body || !record.proposal) return false;
    const auto proposals = TRY(proposals_of(acting.transaction, record.meeting));
    const auto found = std::ranges::find(proposals, *record.proposal, &Proposal::id);
    return found != proposals.end() && found->kind == ProposalKind::recommendation;
}

Result<int> round_of(const Acting& acting, const ItemInSitting& at, const Proposal& proposal) {
    if (!at.sitting.rules.rules.second_round || !at.item.case_id) return 1;
    if (proposal.kind != ProposalKind::recommendation) return 1;
    std::optional<EarlierRound> newest;
    for (const auto& kept : TRY(records_of_case(acting.transaction, *at.item.case_id))) {
        const auto record = json::read<DecisionRecord>(kept.document);
        if (!record || !TRY(is_on_recommendation(acting, at.sitting.body.id, *record))) continue;
        newest = EarlierRound{record->at, record->working.goes_to_second_round};
    }
    return round_now(at.sitting.rules.rules, newest, acting.now);
}

Result<DecidedVote> try_vote(const Acting& acting, const ItemInSitting& at, const NewVote& wanted) {
    const auto proposal = TRY(at.live_proposal(wanted.proposal));
    const VoteCast cast{kind_of_vote(proposal, wanted.kind),
                        wanted.method,
                        wanted.ballots,
                        {wanted.in_favour.value_or(0), wanted.against.value_or(0), wanted.blank.value_or(0)},
                        wanted.casting_vote,
                        wanted.lot};
    TRY(require_ruled(at.impartiality));
    TRY(require_conflicts_raised(acting, at));
    Circumstances circumstances;
    circumstances.disqualified = without_part(at.impartiality);
    circumstances.is_closed = at.item.closed_basis.has_value();
    circumstances.round = TRY(round_of(acting, at, proposal));
    return decide_vote(at.sitting.roll, at.sitting.rules.rules, *at.sitting.meeting.chaired_by, cast, circumstances);
}

Result<VoteId> keep_vote(const Acting& acting, const ItemInSitting& at, const Proposal& proposal,
                         const DecidedVote& decided) {
    Vote vote;
    vote.counted = decided.counted();
    vote.id = acting.make_id<VoteId>();
    vote.item_id = at.item.id;
    vote.proposal_id = proposal.id;
    vote.position = at.votes.empty() ? 1 : at.votes.back().position + 1;
    vote.rules_number = at.sitting.rules.number;
    vote.at = acting.now;

    TRY(insert_vote(acting.transaction, vote));
    TRY(touch_meeting(acting.transaction, at.sitting.meeting.id, acting.now));
    const auto digest = TRY(keep_record(acting, at.sitting, at.item, {vote.id, proposal.id, {}}, decided));
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .number("proposal", proposal.position)
        .number("inFavour", vote.counted.tally.in_favour)
        .number("against", vote.counted.tally.against)
        .number("blank", vote.counted.tally.blank)
        .text("result", json::name_of(vote.counted.result))
        .text("mode", json::name_of(decided.inputs.mode))
        .flag("castingVote", vote.counted.casting_vote.has_value())
        .text("recordSha256", digest);
    auto subjects = at.subjects();
    subjects.push_back({"vote", vote.id.to_string()});
    TRY(acting.tell("governance.vote_held", at.sitting.body, at.sitting.meeting, std::move(facts),
                    std::move(subjects)));
    return vote.id;
}

Result<VoteId> hold_vote(const Acting& acting, MeetingId meeting, AgendaItemId item_id, const NewVote& wanted) {
    const auto at = TRY(read_item_in_room(acting, meeting, item_id));
    const auto proposal = TRY(at.live_proposal(wanted.proposal));
    return keep_vote(acting, at, proposal, TRY(try_vote(acting, at, wanted)));
}

} // namespace governance
