#pragma once
// Appointments as other modules see them: for whom, in which region, how long; and filling a seat.
#include "directory/ids.hpp"
#include "governance/body_words.hpp"
#include "governance/ids.hpp"
#include "platform/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// An appointment, seen from outside.
struct Seat {
    AppointmentId id;
    BodyId body;
    directory::PersonId person;
    AppointmentRole role = AppointmentRole::member;
    std::optional<directory::OrganisationId> on_behalf_of;
    std::optional<directory::OrganisationId> region; ///< The network or county that it speaks for.
    bool is_ambassador = false;                      ///< Has the duty to spread knowledge of the work there.
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which it no longer holds.

    [[nodiscard]] bool is_valid_on(Date day) const { return valid_from <= day && (!valid_to || day < *valid_to); }
};

/// Those that vote: chair, deputy chair and members whose appointment holds on the day.
Result<std::vector<Seat>> voting_seats(db::Reader&, BodyId, Date);
/// Every appointment of the person, ended ones too.
Result<std::vector<Seat>> seats_of_person(db::Reader&, directory::PersonId);
/// Every appointment on behalf of the organisation, ended ones too.
Result<std::vector<Seat>> seats_for_organisation(db::Reader&, directory::OrganisationId);

struct NewSeat {
    directory::PersonId person;
    directory::OrganisationId on_behalf_of;
    std::optional<directory::OrganisationId> region;
    bool is_ambassador = false;
    Date valid_from;
    std::optional<Date> valid_to;
    std::string basis; ///< Who appointed, and where that stands; at most 300 characters.
};
/// Appoints a member, with all that follows from it (rights, event). Needs governance.appoint_members for the body.
/// Fails as the appointment itself: governance.body_not_found, person_unknown, appointment_refused,
/// directory.organisation_not_found, platform.right_missing.
Result<AppointmentId> fill_seat(db::Transaction&, const Services&, const Principal&, Instant now, BodyId,
                                const NewSeat&);

} // namespace governance
