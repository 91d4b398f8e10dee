#pragma once
// Who sits in a body, for whom and for how long. Only a valid appointment lets anybody act.
#include "directory/ids.hpp"
#include "governance/body_words.hpp"
#include "governance/ids.hpp"
#include "identity/ids.hpp"
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// Holds from valid_from up to, not including, the earlier of valid_to (as planned) and ended_on (cut short).
struct Appointment {
    AppointmentId id;
    BodyId body_id;
    directory::PersonId person_id;
    AppointmentRole role = AppointmentRole::member;
    std::optional<directory::OrganisationId> on_behalf_of;
    std::optional<AppointmentId> deputy_for; ///< A deputy of one member; none: of the list that all members share.
    std::optional<int> deputy_order;         ///< 1 is called first; for deputies only.
    std::optional<directory::OrganisationId> region; ///< The network or county that the seat speaks for.
    bool is_ambassador = false;                      ///< Has the duty to spread knowledge of the work in that region.
    Date valid_from;
    std::optional<Date> valid_to;
    std::optional<Date> ended_on;
    std::string end_reason;
    std::string basis;                          ///< Who appointed, and where that stands.
    std::optional<identity::HoldingId> holding; ///< The role that the rights come from; observers have none.
    std::int64_t version = 1;

    [[nodiscard]] bool is_valid_on(Date) const;
    /// First day on which it no longer holds, if there is one.
    [[nodiscard]] std::optional<Date> last_day_plus_one() const;
};

/// chair, deputy_chair, member.
bool holds_seat(AppointmentRole);
/// Whether the two hold on some common day.
bool overlap(const Appointment&, const Appointment&);

/// Says what stands in the way of a new appointment in its body, all at once: governance.appointment_refused with
/// governance.period_faulty, person_already_appointed, chair_already_appointed, deputy_order_missing,
/// deputy_order_taken, deputy_only and deputy_member_faulty as faults.
Result<void> check_new(const Appointment&, const std::vector<Appointment>& others_of_body);

/// Ends it from a day on, tomorrow at the earliest: nobody who sat in a meeting is made a stranger to it afterwards.
/// Fails with governance.period_faulty and governance.appointment_ended_already.
Result<Appointment> end_appointment(Appointment, Date from, std::string reason, Date today);

} // namespace governance
