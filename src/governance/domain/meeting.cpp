#include "governance/domain/meeting.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

std::string Meeting::number_text() const {
    return fmt::format("{}/{}", number, year);
}

std::vector<MeetingRequest> allowed_requests(MeetingState state) {
    using enum MeetingRequest;
    switch (state) {
    case MeetingState::planned:
        return {change_agenda, send_notice, move, cancel};
    case MeetingState::noticed:
        return {change_agenda, move, cancel, open};
    case MeetingState::under_way:
        return {change_agenda, treat, close};
    case MeetingState::closed:
        return {write_minutes, publish_minutes};
    case MeetingState::minutes_published:
        return {write_minutes, publish_minutes};
    case MeetingState::cancelled:
        return {};
    }
    return {};
}

Result<void> require_allowed(MeetingState state, MeetingRequest request) {
    const auto allowed = allowed_requests(state);
    if (std::ranges::find(allowed, request) != allowed.end()) return {};
    const auto state_name = std::string{json::name_of(state)};
    if (request == MeetingRequest::treat) return meeting_not_open.error({{"state", state_name}});
    return meeting_step_refused.error({{"state", state_name}, {"asked", std::string{json::name_of(request)}}});
}

int days_between(Instant from, Instant to) {
    const auto first = std::chrono::sys_days{norwegian_date(from)}, last = std::chrono::sys_days{norwegian_date(to)};
    return static_cast<int>((last - first).count());
}

Result<void> check_plan(const Meeting& meeting, Instant now) {
    auto error = meeting_plan_faulty.error();
    if (meeting.ends_at <= meeting.starts_at) error.faults.push_back(meeting_time_faulty.at("#/endsAt"));
    if (meeting.starts_at <= now) error.faults.push_back(meeting_in_the_past.at("#/startsAt"));
    const bool has_room = meeting.mode == VoteMode::meeting;
    if (has_room && meeting.place.empty()) error.faults.push_back(platform::field_missing.at("#/place"));
    if (!meeting.remote_url.empty() && !meeting.remote_url.starts_with("https://")) {
        error.faults.push_back(remote_url_faulty.at("#/remoteUrl"));
    }
    if (error.faults.empty()) return {};
    return error;
}

Result<Meeting> send_notice(Meeting meeting, const BodyRules& rules, int items_on_agenda, std::string consent,
                            Instant now) {
    TRY(require_allowed(meeting.state, MeetingRequest::send_notice));
    if (items_on_agenda == 0) return agenda_empty.error();
    const bool is_written = meeting.mode == VoteMode::written;
    if (is_written && now >= meeting.starts_at) return meeting_in_the_past.error();
    const auto days_left = days_between(now, meeting.starts_at);
    const bool is_late = !is_written && days_left < rules.notice_days_min;
    if (is_late && consent.empty()) {
        return meeting_notice_too_late.error({{"days", days_left}, {"daysMin", rules.notice_days_min}});
    }
    meeting.state = MeetingState::noticed;
    meeting.noticed_at = now;
    meeting.consent = is_late ? std::move(consent) : "";
    return meeting;
}

Result<Meeting> move_meeting(Meeting meeting, Instant starts_at, Instant ends_at, std::string place,
                             std::string remote_url, Instant now) {
    TRY(require_allowed(meeting.state, MeetingRequest::move));
    meeting.starts_at = starts_at;
    meeting.ends_at = ends_at;
    meeting.place = std::move(place);
    meeting.remote_url = std::move(remote_url);
    TRY(check_plan(meeting, now));
    ++meeting.calendar_sequence;
    return meeting;
}

Result<Meeting> cancel_meeting(Meeting meeting, std::string reason) {
    TRY(require_allowed(meeting.state, MeetingRequest::cancel));
    meeting.state = MeetingState::cancelled;
    meeting.cancel_reason = std::move(reason);
    ++meeting.calendar_sequence;
    return meeting;
}

Result<Meeting> open_meeting(Meeting meeting, AppointmentId chaired_by, int rules_number, Instant now) {
    TRY(require_allowed(meeting.state, MeetingRequest::open));
    if (norwegian_date(now) < meeting.day()) return meeting_too_early.error({{"day", to_string(meeting.day())}});
    meeting.state = MeetingState::under_way;
    meeting.opened_at = now;
    meeting.chaired_by = chaired_by;
    meeting.rules_number = rules_number;
    return meeting;
}

Result<void> require_lost_quorum(int present, int needed) {
    if (present >= needed) return quorum_is_met.error({{"present", present}, {"needed", needed}});
    return {};
}

Result<Meeting> close_meeting(Meeting meeting, const std::vector<std::string>& items_left, Instant now) {
    TRY(require_allowed(meeting.state, MeetingRequest::close));
    if (!items_left.empty()) {
        return items_not_treated.error({{"items", fmt::format("{}", fmt::join(items_left, ", "))}});
    }
    meeting.state = MeetingState::closed;
    meeting.closed_at =
        std::max(now, *meeting.opened_at); // a clock set back between restarts ends no meeting before it began
    return meeting;
}

} // namespace governance
