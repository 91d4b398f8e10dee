#pragma once
// Appointments as rows.
#include "governance/domain/appointment.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Of one body, seats before deputies before the others, then by the day they began.
Result<std::vector<Appointment>> appointments_of_body(db::Reader&, BodyId);
Result<std::vector<Appointment>> appointments_of_person(db::Reader&, directory::PersonId);
/// Held on behalf of the organisation, in all bodies.
Result<std::vector<Appointment>> appointments_for_organisation(db::Reader&, directory::OrganisationId);
/// Fails with governance.appointment_not_found.
Result<Appointment> load_appointment(db::Reader&, AppointmentId);

Result<void> insert_appointment(db::Transaction&, const Appointment&, Instant now);
/// Fails with governance.stale_version.
Result<void> update_appointment(db::Transaction&, const Appointment&, std::int64_t version_read, Instant now);

/// How many stand for the organisation or belong to it, and what follows when another takes its place. Appointments
/// that were cut short stay with the one they were held for.
Result<std::int64_t> count_appointments_for(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_appointments(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);
Result<std::int64_t> count_bodies_of(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_bodies(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace governance
