#include "live/actions/running.hpp"
#include "live/store/room_store.hpp"
#include "live/store/speaker_store.hpp"

namespace live {

Result<void> take_up_item(const InMeeting& in, governance::AgendaItemId item) {
    TRY(governance::require_untreated(in, item));
    auto room = TRY(store::room_of(in.transaction, in.meeting));
    if (room.current_item == item) return {};
    for (auto& speaker : TRY(store::speakers_of(in.transaction, in.meeting))) {
        const bool is_over = speaker.state == SpeakerState::spoken || speaker.state == SpeakerState::withdrawn;
        if (is_over) continue;
        const auto step = speaker.state == SpeakerState::called ? SpeakerStep::end : SpeakerStep::withdraw;
        TRY(store::update(in.transaction, TRY(after_step(speaker, step, room.limits, in.now))));
    }
    room.current_item = item;
    room.current_since = in.now;
    TRY(store::keep_room(in.transaction, in.meeting, room, in.now));
    return governance::tell_of_meeting(in, "live.item_taken_up", {}, {{"item", item.to_string()}});
}

Result<void> set_limits(const InMeeting& in, const Limits& limits) {
    TRY(check(limits));
    TRY(governance::require_holding(in));
    auto room = TRY(store::room_of(in.transaction, in.meeting));
    if (room.limits == limits) return {};
    room.limits = limits;
    TRY(store::keep_room(in.transaction, in.meeting, room, in.now));
    journal::Body facts;
    facts.number("speech", limits.speech_s_max)
        .number("reply", limits.reply_s_max)
        .flag("mayChange", limits.ballots_may_change);
    return governance::tell_of_meeting(in, "live.limits_set", std::move(facts));
}

} // namespace live
