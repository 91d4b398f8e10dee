#include "governance/actions/sitting.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/election_store.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/open_ballot_store.hpp"
#include "governance/store/treatment_store.hpp"

#include <algorithm>

namespace governance {

static Result<Sitting> sitting_of(const Acting& acting, Body body, Meeting meeting) {
    TRY(require_allowed(meeting.state, MeetingRequest::treat));
    auto rules = TRY(rules_by_number(acting.transaction, body.id, *meeting.rules_number, meeting.day_held()));
    Roll roll{TRY(appointments_of_body(acting.transaction, body.id)), meeting.day_held()};
    for (const auto& entry : TRY(presence_of(acting.transaction, meeting.id)))
        ensure(roll.record(entry).has_value());
    return Sitting{std::move(body), std::move(meeting), std::move(rules), std::move(roll)};
}

Result<Sitting> read_sitting(const Acting& acting, MeetingId id) {
    auto [body, meeting] = TRY(open_for_change(acting, id));
    if (TRY(has_open_ballot(acting.transaction, id))) return ballot_open.error();
    return sitting_of(acting, std::move(body), std::move(meeting));
}

Result<Sitting> read_sitting_unasked(const Acting& acting, MeetingId id) {
    auto meeting = TRY(load_meeting(acting.transaction, id));
    auto body = TRY(load_body(acting.transaction, meeting.body_id));
    return sitting_of(acting, std::move(body), std::move(meeting));
}

Result<ItemInSitting> read_item_in_sitting(const Acting& acting, MeetingId meeting, AgendaItemId id) {
    return read_item_in(acting, TRY(read_sitting(acting, meeting)), id);
}

Result<ItemInSitting> read_item_in_room(const Acting& acting, MeetingId meeting, AgendaItemId id) {
    auto sitting = TRY(read_sitting(acting, meeting));
    TRY(require_room(sitting.meeting));
    return read_item_in(acting, std::move(sitting), id);
}

Result<ItemInSitting> read_item_in(const Acting& acting, Sitting sitting, AgendaItemId id) {
    const auto meeting = sitting.meeting.id;
    auto item = TRY(load_item(acting.transaction, meeting, id));
    ItemInSitting found{std::move(sitting), std::move(item), {}, {}, {}, {}};
    if (found.item.outcome) return item_already_treated.error({{"item", found.item.number_text()}});
    for (auto& proposal : TRY(proposals_of(acting.transaction, meeting))) {
        if (proposal.item_id == id) found.proposals.push_back(std::move(proposal));
    }
    for (auto& vote : TRY(votes_of(acting.transaction, meeting))) {
        if (vote.item_id == id) found.votes.push_back(std::move(vote));
    }
    for (auto& course : TRY(elections_of(acting.transaction, meeting))) {
        if (course.election.item_id == id) found.elections.push_back(std::move(course));
    }
    found.impartiality = TRY(impartiality_of_item(acting.transaction, id));
    return found;
}

Result<Proposal> ItemInSitting::live_proposal(ProposalId id) const {
    const auto proposal = std::ranges::find(proposals, id, &Proposal::id);
    if (proposal == proposals.end()) return proposal_not_found.error();
    if (proposal->withdrawn_at) return proposal_is_withdrawn.error();
    return *proposal;
}

std::vector<journal::Subject> ItemInSitting::subjects() const {
    if (!item.case_id) return {};
    return {{"case", item.case_id->to_string()}};
}

} // namespace governance
