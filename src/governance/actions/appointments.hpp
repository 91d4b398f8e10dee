#pragma once
// Appoints people to bodies and ends appointments. Both need governance.appoint_members for the body.
#include "governance/actions/acting.hpp"
#include "platform/json/bounded.hpp"

namespace governance {

struct NewAppointment {
    directory::PersonId person_id;
    AppointmentRole role = AppointmentRole::member;
    std::optional<directory::OrganisationId> on_behalf_of;
    std::optional<AppointmentId> deputy_for;
    std::optional<int> deputy_order;
    Date valid_from;
    std::optional<Date> valid_to;                      ///< First day on which it no longer holds.
    Line<300> basis;                                   ///< Who appointed, and where that stands.
    std::optional<directory::OrganisationId> region{}; ///< The network or county that the seat speaks for.
    std::optional<bool> is_ambassador{};               ///< Has the duty to spread knowledge of the work in that region.
};
BOOST_DESCRIBE_STRUCT(NewAppointment, (),
                      (person_id, role, on_behalf_of, deputy_for, deputy_order, valid_from, valid_to, basis, region,
                       is_ambassador))

/// The person gets the rights that go with the role in this body. Fails with governance.body_not_found,
/// person_unknown, appointment_refused (all that stands in the way at once), directory.organisation_not_found.
/// Appends governance.member_appointed.
Result<AppointmentId> appoint(const Acting&, BodyId, const NewAppointment&);

struct EndingOfAppointment {
    Date from; ///< First day on which it no longer holds; tomorrow at the earliest.
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(EndingOfAppointment, (), (from, reason))

/// Fails with governance.appointment_not_found, period_faulty, appointment_ended_already, stale_version.
/// Appends governance.appointment_ended.
Result<void> end_appointment(const Acting&, AppointmentId, const EndingOfAppointment&,
                             std::optional<std::int64_t> version);

} // namespace governance
