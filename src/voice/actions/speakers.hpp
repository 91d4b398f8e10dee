#pragma once
// Who may be sent to speak for the sector: those who hold a seat in a body that decides, on the day they speak.
#include "governance/seats.hpp"
#include "voice/actions/references.hpp"

namespace voice {

/// Fails with voice.speaker_not_appointed (no valid appointment on the day) and voice.body_may_not_speak.
Result<governance::SeatCard> speaker(db::Reader&, governance::AppointmentId, Date day);
/// Everybody who may be sent on the day, by body.
Result<std::vector<governance::SeatCard>> speakers_on(db::Reader&, Date day, i18n::Language);
/// Each that may not is a fault at "#/speakers/PLACE".
void check_speakers(db::Reader&, const std::vector<governance::AppointmentId>&, Date day, Faults&);

} // namespace voice
