#include "governance/actions/minutes.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "platform/json/described.hpp"

#include <algorithm>

namespace governance {

/// Led the meeting, or chairs the body today.
static Result<bool> leads(const Acting& acting, const Meeting& meeting) {
    const auto handovers = TRY(handovers_of(acting.transaction, meeting.id));
    for (const auto& appointment : TRY(appointments_of_body(acting.transaction, meeting.body_id))) {
        if (appointment.person_id.to_string() != acting.principal.id) continue;
        const bool led = std::ranges::find(handovers, appointment.id, &Handover::to) != handovers.end();
        const bool chairs = appointment.role == AppointmentRole::chair && appointment.is_valid_on(acting.today());
        if (led || chairs) return true;
    }
    return false;
}

/// The other meeting treated an item that approves these minutes, and adopted it.
static Result<bool> approved_them(const Acting& acting, MeetingId other, const Meeting& meeting) {
    const auto items = TRY(agenda_of(acting.transaction, other));
    return std::ranges::any_of(items, [&](const AgendaItem& item) {
        return item.approves_meeting == meeting.id && item.body_id == meeting.body_id &&
               (item.outcome == Outcome::adopted || item.outcome == Outcome::amended);
    });
}

Result<void> approve_minutes(const Acting& acting, MeetingId id, int number, const MinutesApproval& approval,
                             ExpectedVersion version) {
    const auto [body, meeting] = TRY(open_for_change(acting, id, {}, right::approve_minutes));
    auto minutes = TRY(load_minutes(acting.transaction, id, number));
    if (version && *version != minutes.version) return stale_version.error();
    TRY(require_state(minutes, MinutesState::draft));
    const auto rules = TRY(rules_by_number(acting.transaction, body.id, *meeting.rules_number, meeting.day_held()));
    TRY(check_complete(TRY(json::read<MinutesContent>(minutes.content)), rules.rules.minutes_parts));
    const bool is_approver =
        approval.approved_in ? TRY(approved_them(acting, *approval.approved_in, meeting)) : TRY(leads(acting, meeting));
    if (!is_approver) return minutes_approver_faulty.error();

    minutes.state = MinutesState::approved;
    minutes.approved_at = acting.now;
    minutes.approved_by = acting.principal.id;
    minutes.approver_name = acting.principal.name;
    minutes.approved_in = approval.approved_in;
    TRY(update_minutes(acting.transaction, minutes, minutes.version));
    journal::Body facts;
    facts.number("number", number).flag("byMeeting", approval.approved_in.has_value());
    std::vector<journal::Subject> subjects;
    if (approval.approved_in) subjects.push_back({"meeting", approval.approved_in->to_string()});
    return acting.tell("governance.minutes_approved", body, meeting, std::move(facts), std::move(subjects));
}

} // namespace governance
