#include "governance/actions/sitting.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"

namespace governance {

Result<void> record_movement(const Acting& acting, MeetingId id, const Movement& movement) {
    auto sitting = TRY(read_sitting(acting, id));
    const PresenceEntry entry{acting.now,          movement.kind,      movement.who,
                              movement.instead_of, movement.is_remote, movement.remark};
    const bool leaves = movement.kind == PresenceKind::left;
    if (leaves && sitting.meeting.chaired_by == movement.who) return chair_must_hand_over.error();
    TRY(sitting.roll.record(entry));
    TRY(insert_presence(acting.transaction, id, static_cast<int>(sitting.roll.log().size()), entry));
    TRY(touch_meeting(acting.transaction, id, acting.now));

    const auto& who = *sitting.roll.appointment(movement.who);
    const auto names = TRY(names_of(acting.transaction, sitting.roll.appointments()));
    const auto person = names.people.find(who.person_id);
    const auto quorum = quorum_of(sitting.roll, sitting.rules.rules);
    journal::Body facts;
    facts.personal("person", who.person_id.to_string(), person == names.people.end() ? "" : person->second)
        .flag("isDeputy", movement.instead_of.has_value())
        .number("present", quorum.present)
        .number("quorumNeeded", quorum.needed);
    return acting.tell(leaves ? "governance.member_left" : "governance.member_arrived", sitting.body, sitting.meeting,
                       std::move(facts), {{"person", who.person_id.to_string()}});
}

Result<void> hand_over_chair(const Acting& acting, MeetingId id, const HandingOver& handing_over) {
    auto sitting = TRY(read_sitting(acting, id));
    TRY(sitting.roll.voter(handing_over.to));
    const auto handovers = TRY(handovers_of(acting.transaction, id));
    TRY(insert_handover(acting.transaction, id, static_cast<int>(handovers.size()) + 1, {handing_over.to, acting.now}));
    auto meeting = sitting.meeting;
    meeting.chaired_by = handing_over.to;
    TRY(update_meeting(acting.transaction, meeting, sitting.meeting.version, acting.now));
    const auto& who = *sitting.roll.appointment(handing_over.to);
    const auto names = TRY(names_of(acting.transaction, {who}));
    const auto person = names.people.find(who.person_id);
    journal::Body facts;
    facts.personal("person", who.person_id.to_string(), person == names.people.end() ? "" : person->second);
    return acting.tell("governance.chair_handed_over", sitting.body, meeting, std::move(facts),
                       {{"person", who.person_id.to_string()}});
}

} // namespace governance
