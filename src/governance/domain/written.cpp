#include "governance/domain/written.hpp"

#include "governance/domain/meeting_errors.hpp"

#include <algorithm>

namespace governance {

Result<void> check_written(const Meeting& meeting, const BodyRules& rules) {
    const auto& rule = rules.written;
    if (rule.when == WrittenWhen::never) return written_not_allowed.error();
    auto error = meeting_plan_faulty.error();
    const auto days = days_between(meeting.starts_at, meeting.ends_at);
    if (days < rule.window_days_min) {
        error.faults.push_back(
            written_window_too_short.at("#/endsAt", {{"days", days}, {"daysMin", rule.window_days_min}}));
    }
    if (rule.when == WrittenWhen::urgent && meeting.written_reason.empty()) {
        error.faults.push_back(written_reason_missing.at("#/writtenReason"));
    }
    if (error.faults.empty()) return {};
    return error;
}

std::vector<WrittenBallot> newest_answers(const std::vector<WrittenBallot>& all, AgendaItemId item) {
    std::vector<WrittenBallot> newest;
    for (const auto& answer : all) {
        if (answer.item_id != item) continue;
        const auto earlier = std::ranges::find(newest, answer.who, &WrittenBallot::who);
        if (earlier == newest.end()) {
            newest.push_back(answer);
        } else {
            *earlier = answer;
        }
    }
    return newest;
}

WrittenWindow window_of(const Meeting& meeting, const std::vector<WrittenBallot>& newest) {
    WrittenWindow window;
    window.from = meeting.opened_at.value_or(meeting.starts_at);
    window.until = meeting.ends_at;
    for (const auto& answer : newest)
        window.answers.push_back({answer.who, answer.at});
    return window;
}

Result<void> require_window(const Meeting& meeting, Instant now) {
    if (meeting.mode != VoteMode::written) return written_only.error();
    if (now >= meeting.ends_at) return written_window_closed.error();
    return {};
}

Result<void> require_room(const Meeting& meeting) {
    if (meeting.mode == VoteMode::written) return written_by_each.error();
    return {};
}

Result<int> round_now(const BodyRules& rules, const std::optional<EarlierRound>& newest, Instant now) {
    if (!rules.second_round || !newest || !newest->goes_to_second_round) return 1;
    const auto days = days_between(newest->at, now);
    if (days < rules.second_round->discussion_days) {
        return discussion_under_way.error({{"days", days}, {"daysMin", rules.second_round->discussion_days}});
    }
    return 2;
}

} // namespace governance
