#pragma once
// The list of those who ask for the floor.
#include "governance/ids.hpp"
#include "live/ids.hpp"
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <vector>

namespace live {

/// speech: innlegg. reply: replikk, to the one who has spoken.
enum class SpeakerKind : std::uint8_t { speech, reply };
BOOST_DESCRIBE_ENUM(SpeakerKind, speech, reply)

/// asked ──call──▶ called ──end──▶ spoken
///   └──withdraw──▶ withdrawn
enum class SpeakerState : std::uint8_t { asked, called, spoken, withdrawn };
BOOST_DESCRIBE_ENUM(SpeakerState, asked, called, spoken, withdrawn)

enum class SpeakerStep : std::uint8_t { call, end, withdraw };
BOOST_DESCRIBE_ENUM(SpeakerStep, call, end, withdraw)

struct Speaker {
    SpeakerId id;
    governance::MeetingId meeting;
    governance::AgendaItemId item;
    governance::AppointmentId who;
    SpeakerKind kind = SpeakerKind::speech;
    SpeakerState state = SpeakerState::asked;
    Instant asked_at;
    std::optional<Instant> called_at;
    std::optional<int> seconds_max; ///< As it was when the floor was given.
    std::optional<Instant> ended_at;
};

/// How long one may speak, and whether a vote that is cast may be changed until the ballot is closed.
struct Limits {
    int speech_s_max = 180;
    int reply_s_max = 60;
    bool ballots_may_change = true;
    bool operator==(const Limits&) const = default;

    [[nodiscard]] int of(SpeakerKind kind) const { return kind == SpeakerKind::speech ? speech_s_max : reply_s_max; }
};
/// Fails with live.limits_faulty: live.seconds_out_of_range for each that is not between 15 seconds and an hour.
Result<void> check(const Limits&);

/// Fails with live.speaker_step_refused: the state and what was asked.
Result<Speaker> after_step(Speaker, SpeakerStep, const Limits&, Instant now);

/// Who speaks, then replies, then speeches; each in the order asked for. Those who have spoken or withdrawn are left
/// out.
std::vector<Speaker> in_turn(std::vector<Speaker>);

} // namespace live
