#include "governance/actions/case_transitions.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

/// "10–1", or "10–1 (2)" with blank votes: read in every language.
static std::string vote_summary(const ItemInSitting& at, const Decision& decision) {
    const auto vote =
        std::ranges::find_if(at.votes, [&](const Vote& found) { return decision.decided_by == found.id; });
    if (vote == at.votes.end()) return {};
    const auto& tally = vote->counted.tally;
    auto words = fmt::format("{}–{}", tally.in_favour, tally.against);
    if (tally.blank > 0) words += fmt::format(" ({})", tally.blank);
    return words;
}

static Result<void> treat_case(const Acting& acting, const ItemInSitting& at, const Decision& decision) {
    const auto matter = TRY(find_case(acting.transaction, *at.item.case_id));
    if (matter && matter->path.state == CaseState::withdrawn) {
        if (decision.outcome == Outcome::noted) return {};
        return outcome_not_for_item.error({{"outcome", std::string{json::name_of(decision.outcome)}},
                                           {"kind", std::string{json::name_of(CaseState::withdrawn)}}});
    }
    Treatment treatment;
    treatment.body = at.sitting.body.id;
    treatment.meeting = at.sitting.meeting.id;
    treatment.item = at.item.id;
    treatment.outcome = decision.outcome;
    treatment.points = decision.points;
    treatment.referred_to = decision.referred_to;
    treatment.vote_summary = vote_summary(at, decision);
    treatment.authority = TRY(authority_of(acting.transaction, at.sitting.body.id, at.sitting.meeting.day_held()));
    return case_treated(acting.transaction, acting.services, acting.principal, *at.item.case_id, treatment, acting.now);
}

Result<void> record_outcome(const Acting& acting, MeetingId meeting, AgendaItemId item_id, const NewOutcome& wanted) {
    return end_treatment(acting, TRY(read_item_in_room(acting, meeting, item_id)), wanted);
}

Result<void> end_treatment(const Acting& acting, const ItemInSitting& at, const NewOutcome& wanted) {
    TRY(require_ruled(at.impartiality));
    const auto quorum = quorum_of(at.sitting.roll, at.sitting.rules.rules);
    if (!quorum.is_met()) {
        return no_quorum.error({{"seats", quorum.seats}, {"voting", quorum.present}, {"needed", quorum.needed}});
    }
    const Ruled ruled{wanted.outcome, {wanted.points.begin(), wanted.points.end()}, wanted.referred_to};
    const auto decision = TRY(settle(at.item, at.proposals, at.votes, ruled, at.elections));
    if (at.item.case_id) TRY(treat_case(acting, at, decision));

    TRY(settle_item(acting.transaction, at.item.id, decision, acting.now));
    if (!wanted.note.empty()) {
        TRY(set_item_words(acting.transaction, at.item.id, at.item.title, wanted.note, at.item.closed_basis));
    }
    TRY(touch_meeting(acting.transaction, at.sitting.meeting.id, acting.now));
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .text("outcome", json::name_of(decision.outcome))
        .text("votes", vote_summary(at, decision));
    return acting.tell("governance.item_treated", at.sitting.body, at.sitting.meeting, std::move(facts), at.subjects());
}

} // namespace governance
