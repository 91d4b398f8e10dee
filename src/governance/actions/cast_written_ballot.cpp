#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/impartiality.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/actions/written.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/written.hpp"
#include "governance/open_ballots.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "governance/store/written_store.hpp"

#include <algorithm>

namespace governance {

namespace {

/// Whoever answers, in the sitting they answer in.
struct Answering {
    Sitting sitting;
    Appointment who;
    bool is_oneself = true;
};

} // namespace

static int claim_to_a_seat(const Roll& roll, const Appointment& appointment) {
    if (roll.voter(appointment.id)) return 3;
    if (holds_seat(appointment.role)) return 2;
    return appointment.role == AppointmentRole::deputy ? 1 : 0;
}

/// Of the person's appointments the one with the best claim to a seat.
static Result<Appointment> own_appointment(const Roll& roll, std::string_view person) {
    const Appointment* best = nullptr;
    for (const auto& each : roll.appointments()) {
        if (each.person_id.to_string() != person) continue;
        if (best == nullptr || claim_to_a_seat(roll, each) > claim_to_a_seat(roll, *best)) best = &each;
    }
    if (best == nullptr) return not_appointed_here.error();
    return *best;
}

static Result<Answering> read_answering(const Acting& acting, MeetingId id,
                                        const std::optional<AppointmentId>& wanted) {
    auto sitting = TRY(read_sitting_unasked(acting, id));
    TRY(require_window(sitting.meeting, acting.now));
    if (!wanted) {
        auto own = TRY(own_appointment(sitting.roll, acting.principal.id));
        return Answering{std::move(sitting), std::move(own), true};
    }
    const auto* found = sitting.roll.appointment(*wanted);
    const bool is_oneself = found != nullptr && found->person_id.to_string() == acting.principal.id;
    if (!is_oneself) TRY(acting.require(right::hold_meeting, sitting.body.id));
    if (found == nullptr) return not_appointed_here.error();
    auto who = *found;
    return Answering{std::move(sitting), std::move(who), is_oneself};
}

/// With a first answer one takes one's seat.
static Result<void> take_seat(const Acting& acting, Answering& answering) {
    auto& [sitting, who, is_oneself] = answering;
    if (!sitting.roll.is_present(who.id)) {
        const PresenceEntry entry{acting.now, PresenceKind::arrived, who.id, {}, false, {}};
        TRY(sitting.roll.record(entry));
        TRY(insert_presence(acting.transaction, sitting.meeting.id, static_cast<int>(sitting.roll.log().size()),
                            entry));
    }
    TRY(sitting.roll.voter(who.id));
    return {};
}

static Result<void> check_answer(const Acting& acting, const ItemInSitting& at, AppointmentId who, Choice choice) {
    const auto has_recommendation = std::ranges::any_of(
        at.proposals, [](const Proposal& each) { return each.kind == ProposalKind::recommendation; });
    if (!has_recommendation) return proposal_not_found.error();
    TRY(require_ruled(at.impartiality));
    const auto conflicts = TRY(unraised_conflicts(acting, at));
    if (std::ranges::find(conflicts, who) != conflicts.end()) return role_conflict_open.error({{"count", 1}});
    const bool may_be_blank = at.sitting.rules.rules.blank_votes == BlankVotes::everywhere;
    if (choice == Choice::blank && !may_be_blank) return blank_not_allowed.error();
    return {};
}

static Result<journal::Body> facts_about(const Acting& acting, const Appointment& who) {
    const auto names = TRY(names_of(acting.transaction, {who}));
    const auto person = names.people.find(who.person_id);
    journal::Body facts;
    facts.personal("person", who.person_id.to_string(), person == names.people.end() ? "" : person->second);
    return facts;
}

Result<void> cast_written_ballot(const Acting& acting, MeetingId meeting, AgendaItemId item,
                                 const NewWrittenBallot& wanted) {
    auto answering = TRY(read_answering(acting, meeting, wanted.who));
    TRY(take_seat(acting, answering));
    const auto [sitting, who, is_oneself] = answering;
    const auto at = TRY(read_item_in(acting, sitting, item));
    TRY(check_answer(acting, at, who.id, wanted.choice));
    WrittenBallot answer{item, who.id, wanted.choice, {}, {}, acting.now};
    if (!is_oneself) {
        answer.recorded_by = acting.principal.id;
        answer.remark = wanted.remark;
    }
    TRY(insert_written_ballot(acting.transaction, answer));
    if (!wanted.dissent.empty()) {
        TRY(record_dissent_in(acting, sitting, at.item, {who.id, Line<4000>{std::string{wanted.dissent}}}));
    }
    TRY(touch_meeting(acting.transaction, meeting, acting.now));

    auto facts = TRY(facts_about(acting, who));
    facts.text("number", at.item.number_text()).text("body", sitting.body.name_nb).flag("recorded", !is_oneself);
    std::vector<journal::Subject> subjects{{"meeting", meeting.to_string()}, {"person", who.person_id.to_string()}};
    return tell_of_body({acting.transaction, acting.services, acting.principal, acting.now, meeting},
                        "governance.written_ballot_cast", std::move(facts), std::move(subjects));
}

Result<void> demand_meeting(const Acting& acting, MeetingId meeting, const NewMeetingDemand& wanted) {
    const auto [sitting, who, is_oneself] = TRY(read_answering(acting, meeting, wanted.who));
    if (!holds_seat(who.role)) TRY(sitting.roll.voter(who.id));
    if (!sitting.rules.rules.written.lets_demand()) return demand_not_allowed.error();
    TRY(insert_demand(acting.transaction, meeting, {who.id, wanted.reason, acting.now}));
    TRY(acting.tell("governance.meeting_demanded", sitting.body, sitting.meeting, TRY(facts_about(acting, who)),
                    {{"person", who.person_id.to_string()}}));
    return end_without_deciding(acting, sitting.body, sitting.meeting, wanted.reason);
}

} // namespace governance
