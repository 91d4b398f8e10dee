#include "voice/actions/speakers.hpp"

#include "directory/directory.hpp"
#include "voice/domain/consultation.hpp"
#include "voice/domain/errors.hpp"

#include <fmt/format.h>

namespace voice {

static Result<bool> speaks_from(db::Reader& reader, const governance::SeatCard& seat) {
    const auto owner = TRY(directory::find_organisation(reader, seat.organisation));
    return may_speak(seat.body_kind, owner.kind);
}

Result<std::vector<governance::SeatCard>> speakers_on(db::Reader& reader, Date day, i18n::Language language) {
    auto seats = TRY(governance::seats_on(reader, day, language));
    std::vector<governance::SeatCard> speakers;
    for (auto& seat : seats) {
        if (TRY(speaks_from(reader, seat))) speakers.push_back(std::move(seat));
    }
    return speakers;
}

Result<governance::SeatCard> speaker(db::Reader& reader, governance::AppointmentId id, Date day) {
    auto seat = TRY(governance::seat_on(reader, id, day, i18n::Language::nb));
    if (!seat) return speaker_not_appointed.error({{"day", to_string(day)}});
    if (!TRY(speaks_from(reader, *seat))) return body_may_not_speak.error({{"body", seat->body_name}});
    return *std::move(seat);
}

void check_speakers(db::Reader& reader, const std::vector<governance::AppointmentId>& speakers, Date day,
                    Faults& faults) {
    for (std::size_t i = 0; i < speakers.size(); ++i)
        faults.take(speaker(reader, speakers[i], day), fmt::format("#/speakers/{}", i));
}

} // namespace voice
