#include "live/domain/speaker.hpp"

#include "live/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <tuple>

namespace live {

static constexpr int seconds_min = 15;
static constexpr int seconds_most = 3600;

Result<void> check(const Limits& limits) {
    auto error = limits_faulty.error();
    const auto look = [&](const char* place, int seconds) {
        if (seconds >= seconds_min && seconds <= seconds_most) return;
        error.faults.push_back(seconds_out_of_range.at(place, {{"least", seconds_min}, {"most", seconds_most}}));
    };
    look("#/speechSMax", limits.speech_s_max);
    look("#/replySMax", limits.reply_s_max);
    if (!error.faults.empty()) return error;
    return {};
}

Result<Speaker> after_step(Speaker speaker, SpeakerStep step, const Limits& limits, Instant now) {
    const auto needed = step == SpeakerStep::end ? SpeakerState::called : SpeakerState::asked;
    if (speaker.state != needed) {
        return speaker_step_refused.error(
            {{"state", std::string{json::name_of(speaker.state)}}, {"step", std::string{json::name_of(step)}}});
    }
    switch (step) {
    case SpeakerStep::call:
        speaker.state = SpeakerState::called;
        speaker.called_at = now;
        speaker.seconds_max = limits.of(speaker.kind);
        return speaker;
    case SpeakerStep::end:
        speaker.state = SpeakerState::spoken;
        break;
    case SpeakerStep::withdraw:
        speaker.state = SpeakerState::withdrawn;
        break;
    }
    speaker.ended_at = now;
    return speaker;
}

std::vector<Speaker> in_turn(std::vector<Speaker> speakers) {
    std::erase_if(speakers, [](const Speaker& speaker) {
        return speaker.state == SpeakerState::spoken || speaker.state == SpeakerState::withdrawn;
    });
    std::ranges::stable_sort(speakers, {}, [](const Speaker& speaker) {
        return std::tuple{speaker.state != SpeakerState::called, speaker.kind != SpeakerKind::reply, speaker.asked_at};
    });
    return speakers;
}

} // namespace live
