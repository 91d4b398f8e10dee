#pragma once
// A meeting of a body and what stands on its agenda, with the order in which things may happen.
#include "governance/case_words.hpp"
#include "governance/domain/body_rules.hpp"
#include "governance/ids.hpp"
#include "governance/meeting_words.hpp"
#include "platform/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

struct Meeting {
    MeetingId id;
    BodyId body_id;
    int year = 0;   ///< Of the day it was first planned for; with number its name for good, "3/2026".
    int number = 0; ///< In the body and year.
    MeetingState state = MeetingState::planned;
    Instant starts_at;
    Instant ends_at;
    std::string place;
    std::string remote_url;
    std::optional<Instant> noticed_at;
    std::string consent; ///< To a notice later than the rules ask for: who agreed, and why.
    std::optional<Instant> opened_at;
    std::optional<Instant> closed_at;
    std::optional<AppointmentId> chaired_by; ///< Whoever leads it now.
    std::string cancel_reason;
    std::optional<int> rules_number; ///< The rules it was opened under.
    int calendar_sequence = 0;       ///< Rises when time or place change and when it is cancelled (RFC 5545, 3.8.7.4).
    VoteMode mode = VoteMode::meeting; ///< written: from starts_at to ends_at is the window.
    std::string written_reason;        ///< Why it is treated in writing; empty for a meeting in a room.
    bool is_invented = false;
    Instant changed_at;
    std::int64_t version = 1;

    /// The day it is called for, and the day it was held on.
    [[nodiscard]] Date day() const { return norwegian_date(starts_at); }
    [[nodiscard]] Date day_held() const { return norwegian_date(opened_at.value_or(starts_at)); }
    [[nodiscard]] std::string number_text() const;
};

/// What can be asked of a meeting as a whole.
enum class MeetingRequest : std::uint8_t {
    change_agenda,
    send_notice,
    move,
    cancel,
    open,
    treat,
    close,
    write_minutes,
    publish_minutes
};
BOOST_DESCRIBE_ENUM(MeetingRequest, change_agenda, send_notice, move, cancel, open, treat, close, write_minutes,
                    publish_minutes)

std::vector<MeetingRequest> allowed_requests(MeetingState);
/// Fails with governance.meeting_step_refused: the state and what was asked; governance.meeting_not_open when
/// something is to be treated and the meeting is not under way.
Result<void> require_allowed(MeetingState, MeetingRequest);

/// Whole days from one instant's Norwegian day to another's; negative when it comes before.
int days_between(Instant from, Instant to);

/// Time and remote link of a meeting to be called. Fails with governance.meeting_time_faulty, meeting_in_the_past,
/// remote_url_faulty (neither empty nor an https address).
Result<void> check_plan(const Meeting&, Instant now);
/// planned → noticed. Fails with governance.meeting_step_refused, agenda_empty, and meeting_notice_too_late when there
/// are fewer days left than the rules ask for and nobody's consent is recorded. In writing the window itself is the
/// time to think, and its notice only has to come before it: else governance.meeting_in_the_past.
Result<Meeting> send_notice(Meeting, const BodyRules&, int items_on_agenda, std::string consent, Instant now);
/// Another time or place. Fails with governance.meeting_step_refused and as check_plan does.
Result<Meeting> move_meeting(Meeting, Instant starts_at, Instant ends_at, std::string place, std::string remote_url,
                             Instant now);
/// planned or noticed → cancelled.
Result<Meeting> cancel_meeting(Meeting, std::string reason);
/// noticed → under_way, led by somebody, under the rules given. Fails with governance.meeting_step_refused, and with
/// governance.meeting_too_early before the day it is called for.
Result<Meeting> open_meeting(Meeting, AppointmentId chaired_by, int rules_number, Instant now);
/// Those in the room could not decide anything. Fails with governance.quorum_is_met.
Result<void> require_lost_quorum(int present, int needed);
/// under_way → closed. Fails with governance.items_not_treated, naming them.
Result<Meeting> close_meeting(Meeting, const std::vector<std::string>& items_left, Instant now);

} // namespace governance
