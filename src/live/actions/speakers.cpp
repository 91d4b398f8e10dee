#include "governance/rights.hpp"
#include "live/actions/running.hpp"
#include "live/domain/errors.hpp"
#include "live/store/room_store.hpp"
#include "live/store/speaker_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace live {

/// The one who asks, as the roll has them. A stranger to the body is told so, whatever governance calls it.
static Result<governance::Attending> own_attendance(const InMeeting& in) {
    const auto person = directory::PersonId::parse(in.principal.id);
    if (!person) return not_a_member.error();
    auto own = governance::attending(in, *person);
    if (!own && own.error().code == "governance.not_appointed_here") return not_a_member.error();
    return own;
}

static Result<void> tell_of_speaker(const InMeeting& in, std::string_view type, const Speaker& speaker,
                                    const governance::Attending& who) {
    journal::Body facts;
    facts.personal("person", who.person.to_string(), who.name).text("kind", json::name_of(speaker.kind));
    return governance::tell_of_meeting(in, type, std::move(facts), {{"person", who.person.to_string()}});
}

Result<SpeakerId> ask_for_floor(const InMeeting& in, const FloorWanted& wanted) {
    const auto own = TRY(own_attendance(in));
    if (!own.is_present) return not_in_the_room.error();
    const auto room = TRY(store::room_of(in.transaction, in.meeting));
    if (!room.current_item) return nothing_treated.error();
    const auto waiting = in_turn(TRY(store::speakers_of(in.transaction, in.meeting)));
    const bool has_asked = std::ranges::any_of(waiting, [&](const Speaker& speaker) {
        return speaker.who == own.appointment && speaker.kind == wanted.kind && speaker.state == SpeakerState::asked;
    });
    if (has_asked) return asked_already.error();
    Speaker speaker;
    speaker.id = SpeakerId::make(in.now, in.services.random);
    speaker.meeting = in.meeting;
    speaker.item = *room.current_item;
    speaker.who = own.appointment;
    speaker.kind = wanted.kind;
    speaker.asked_at = in.now;
    TRY(store::insert(in.transaction, speaker));
    TRY(tell_of_speaker(in, "live.floor_asked", speaker, own));
    return speaker.id;
}

static Result<void> move_speaker(const InMeeting& in, const Speaker& speaker, SpeakerStep step, std::string_view type) {
    const auto limits = TRY(store::room_of(in.transaction, in.meeting)).limits;
    const auto moved = TRY(after_step(speaker, step, limits, in.now));
    TRY(store::update(in.transaction, moved));
    return tell_of_speaker(in, type, moved, TRY(governance::attending(in, speaker.who)));
}

Result<void> withdraw_from_floor(const InMeeting& in, SpeakerId id) {
    const auto speaker = TRY(store::speaker(in.transaction, in.meeting, id));
    const auto who = TRY(governance::attending(in, speaker.who));
    if (who.person.to_string() != in.principal.id) TRY(governance::require_holding(in));
    return move_speaker(in, speaker, SpeakerStep::withdraw, "live.floor_withdrawn");
}

Result<void> call_speaker(const InMeeting& in, SpeakerId id) {
    TRY(governance::require_holding(in));
    const auto speaker = TRY(store::speaker(in.transaction, in.meeting, id));
    for (const auto& other : TRY(store::speakers_of(in.transaction, in.meeting))) {
        if (other.state == SpeakerState::called && other.id != id) {
            TRY(move_speaker(in, other, SpeakerStep::end, "live.speaker_ended"));
        }
    }
    return move_speaker(in, speaker, SpeakerStep::call, "live.speaker_called");
}

Result<void> end_speech(const InMeeting& in, SpeakerId id) {
    TRY(governance::require_holding(in));
    return move_speaker(in, TRY(store::speaker(in.transaction, in.meeting, id)), SpeakerStep::end,
                        "live.speaker_ended");
}

} // namespace live
