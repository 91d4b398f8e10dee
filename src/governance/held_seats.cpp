#include "governance/held_seats.hpp"

#include "governance/actions/appointments.hpp"
#include "governance/store/appointment_store.hpp"

#include <algorithm>

namespace governance {

static Seat seat_of(const Appointment& appointment) {
    return {appointment.id,
            appointment.body_id,
            appointment.person_id,
            appointment.role,
            appointment.on_behalf_of,
            appointment.region,
            appointment.is_ambassador,
            appointment.valid_from,
            appointment.last_day_plus_one()};
}

static std::vector<Seat> seats_in(const std::vector<Appointment>& appointments) {
    std::vector<Seat> seats;
    seats.reserve(appointments.size());
    std::ranges::transform(appointments, std::back_inserter(seats), seat_of);
    return seats;
}

Result<std::vector<Seat>> voting_seats(db::Reader& reader, BodyId body, Date day) {
    auto seats = seats_in(TRY(appointments_of_body(reader, body)));
    std::erase_if(seats, [&](const Seat& seat) { return !holds_seat(seat.role) || !seat.is_valid_on(day); });
    return seats;
}

Result<std::vector<Seat>> seats_of_person(db::Reader& reader, directory::PersonId person) {
    return seats_in(TRY(appointments_of_person(reader, person)));
}

Result<std::vector<Seat>> seats_for_organisation(db::Reader& reader, directory::OrganisationId organisation) {
    return seats_in(TRY(appointments_for_organisation(reader, organisation)));
}

Result<AppointmentId> fill_seat(db::Transaction& transaction, const Services& services, const Principal& principal,
                                Instant now, BodyId body, const NewSeat& seat) {
    NewAppointment wanted;
    wanted.person_id = seat.person;
    wanted.on_behalf_of = seat.on_behalf_of;
    wanted.valid_from = seat.valid_from;
    wanted.valid_to = seat.valid_to;
    wanted.basis = seat.basis;
    wanted.region = seat.region;
    wanted.is_ambassador = seat.is_ambassador;
    return appoint({transaction, services, principal, now}, body, wanted);
}

} // namespace governance
