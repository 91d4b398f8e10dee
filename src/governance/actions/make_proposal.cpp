#include "governance/actions/sitting.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

static journal::Body facts_of(const AgendaItem& item, const Proposal& proposal) {
    journal::Body facts;
    facts.text("number", item.number_text())
        .number("proposal", proposal.position)
        .text("kind", json::name_of(proposal.kind));
    return facts;
}

Result<ProposalId> make_proposal(const Acting& acting, MeetingId meeting, AgendaItemId item_id,
                                 const NewProposal& wanted) {
    const auto at = TRY(read_item_in_room(acting, meeting, item_id));
    TRY(at.sitting.roll.voter(wanted.proposed_by));
    TRY(require_part(at.impartiality, wanted.proposed_by));
    if (wanted.points.empty()) {
        auto error = proposal_without_points.error();
        error.faults.push_back(proposal_without_points.at("#/points"));
        return error;
    }
    Proposal proposal;
    proposal.id = acting.make_id<ProposalId>();
    proposal.item_id = item_id;
    proposal.position = at.proposals.empty() ? 1 : at.proposals.back().position + 1;
    proposal.kind = wanted.kind;
    proposal.proposed_by = wanted.proposed_by;
    proposal.points.assign(wanted.points.begin(), wanted.points.end());
    proposal.reason = wanted.reason;
    proposal.at = acting.now;
    TRY(insert_proposal(acting.transaction, proposal));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    TRY(acting.tell("governance.proposal_made", at.sitting.body, at.sitting.meeting, facts_of(at.item, proposal),
                    at.subjects()));
    return proposal.id;
}

Result<void> withdraw_proposal(const Acting& acting, MeetingId meeting, AgendaItemId item_id, ProposalId id) {
    const auto at = TRY(read_item_in_sitting(acting, meeting, item_id));
    const auto proposal = TRY(at.live_proposal(id));
    const auto is_about_it = [&](const Vote& vote) { return vote.proposal_id == id; };
    if (std::ranges::any_of(at.votes, is_about_it)) return proposal_voted_on.error();
    TRY(withdraw_proposal(acting.transaction, id, acting.now));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    return acting.tell("governance.proposal_withdrawn", at.sitting.body, at.sitting.meeting,
                       facts_of(at.item, proposal), at.subjects());
}

} // namespace governance
