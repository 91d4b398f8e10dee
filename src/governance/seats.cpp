#include "governance/seats.hpp"

#include "directory/directory.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"

namespace governance {

static Result<std::string> seat_holder_name(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    return people.empty() ? std::string{} : people.front().name;
}

static Result<SeatCard> seat_card(db::Reader& reader, const Appointment& held, const Body& body,
                                  i18n::Language language) {
    auto name = TRY(seat_holder_name(reader, held.person_id));
    return SeatCard{.id = held.id,
                    .person_id = held.person_id.to_string(),
                    .person_name = std::move(name),
                    .role = held.role,
                    .body = body.id,
                    .body_name = body.name(language),
                    .body_path = body.path(),
                    .body_kind = body.kind,
                    .organisation = body.organisation};
}

Result<std::vector<SeatCard>> seats_on(db::Reader& reader, Date day, i18n::Language language) {
    std::vector<SeatCard> seats;
    for (const auto& body : TRY(list_bodies(reader))) {
        for (const auto& held : TRY(appointments_of_body(reader, body.id))) {
            if (!holds_seat(held.role) || !held.is_valid_on(day)) continue;
            seats.push_back(TRY(seat_card(reader, held, body, language)));
        }
    }
    return seats;
}

Result<std::optional<SeatCard>> seat_on(db::Reader& reader, AppointmentId id, Date day, i18n::Language language) {
    const auto held = load_appointment(reader, id);
    if (!held && held.error().kind == ErrorKind::not_found) return std::optional<SeatCard>{};
    if (!held) return held.error();
    if (!holds_seat(held->role) || !held->is_valid_on(day)) return std::optional<SeatCard>{};
    const auto body = TRY(load_body(reader, held->body_id));
    return std::optional{TRY(seat_card(reader, *held, body, language))};
}

} // namespace governance
