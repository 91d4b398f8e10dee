#include "governance/actions/impartiality.hpp"
#include "governance/actions/keep_record.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

/// The member leaves the seat, and the deputy takes it.
static Result<void> call_deputy(const Acting& acting, const ItemInSitting& at, AppointmentId who,
                                const ImpartialityVote& cast) {
    if (!cast.deputy) return {};
    const auto seat = at.sitting.roll.voter(who);
    auto member = who;
    if (seat) member = seat->seat;
    if (at.sitting.roll.is_present(who)) {
        TRY(record_movement(acting, at.sitting.meeting.id, {PresenceKind::left, who, {}, false, {}}));
    }
    return record_movement(acting, at.sitting.meeting.id,
                           {PresenceKind::arrived, *cast.deputy, member, false, cast.remark});
}

static Result<DecidedVote> decide_without(const ItemInSitting& at, AppointmentId who, const ImpartialityVote& cast) {
    if (at.sitting.meeting.chaired_by == who) return chair_must_hand_over.error();
    Circumstances circumstances;
    circumstances.disqualified = without_part(at.impartiality);
    circumstances.disqualified.push_back(who);
    circumstances.is_closed = at.item.closed_basis.has_value();
    VoteCast vote;
    vote.kind = VoteKind::procedural;
    vote.method = cast.method;
    vote.ballots = cast.ballots;
    vote.counted = {cast.in_favour.value_or(0), cast.against.value_or(0), cast.blank.value_or(0)};
    vote.casting_vote = cast.casting_vote;
    return decide_vote(at.sitting.roll, at.sitting.rules.rules, *at.sitting.meeting.chaired_by, vote, circumstances);
}

Result<ImpartialityRuling> rule_on_impartiality(const Acting& acting, MeetingId meeting, AgendaItemId item_id,
                                                ImpartialityId id, const ImpartialityVote& cast) {
    const auto at = TRY(read_item_in_room(acting, meeting, item_id));
    const auto found = std::ranges::find(at.impartiality, id, &Impartiality::id);
    if (found == at.impartiality.end()) return impartiality_not_found.error();
    if (found->ruling) return impartiality_ruled_already.error();
    auto raised = *found;
    const auto decided = TRY(decide_without(at, raised.who, cast));
    const auto vote = acting.make_id<VoteId>();
    const auto digest = TRY(keep_record(acting, at.sitting, at.item, {vote, {}, raised.who}, decided));
    raised.ruling = ruling_of(raised.ground, decided.working.result == VoteResult::passed);
    raised.ruled_at = acting.now;
    raised.record = vote;
    TRY(rule_impartiality(acting.transaction, raised));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));

    const auto& who = *at.sitting.roll.appointment(raised.who);
    const auto names = TRY(names_of(acting.transaction, {who}));
    const auto person = names.people.find(who.person_id);
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .personal("person", who.person_id.to_string(), person == names.people.end() ? "" : person->second)
        .text("ground", json::name_of(raised.ground))
        .text("ruling", json::name_of(*raised.ruling))
        .number("inFavour", decided.working.tally.in_favour)
        .number("against", decided.working.tally.against)
        .text("recordSha256", digest);
    auto subjects = at.subjects();
    subjects.push_back({"person", who.person_id.to_string()});
    subjects.push_back({"vote", vote.to_string()});
    TRY(acting.tell("governance.impartiality_ruled", at.sitting.body, at.sitting.meeting, std::move(facts),
                    std::move(subjects)));
    if (*raised.ruling != ImpartialityRuling::impartial) TRY(call_deputy(acting, at, raised.who, cast));
    return *raised.ruling;
}

} // namespace governance
