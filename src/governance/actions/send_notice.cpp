#include "governance/actions/meetings.hpp"
#include "governance/domain/job_kinds.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/jobs/jobs.hpp"

#include <fmt/format.h>

namespace governance {

Result<void> open_window_in_time(const Acting& acting, const Meeting& meeting) {
    const auto key = fmt::format("{} {}", meeting.id.to_string(), meeting.calendar_sequence);
    return jobs::enqueue(acting.transaction, job_open_written, job_payload(meeting.id), meeting.starts_at, acting.now,
                         acting.services.random, key);
}

Result<void> send_notice(const Acting& acting, MeetingId id, const MeetingNotice& notice, ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, version));
    const auto rules = TRY(rules_in_force(acting.transaction, body.id, before.day()));
    const auto items = TRY(agenda_of(acting.transaction, id));
    const auto meeting =
        TRY(send_notice(before, rules.rules, static_cast<int>(items.size()), notice.consent, acting.now));

    auto number = TRY(next_item_number(acting.transaction, body.id, meeting.year));
    std::vector<journal::Subject> subjects;
    for (const auto& item : items) {
        if (item.kind != ItemKind::other_business) {
            TRY(set_item_number(acting.transaction, item.id, meeting.year, number++));
        }
        if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    }
    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    if (meeting.mode == VoteMode::written) TRY(open_window_in_time(acting, meeting));
    journal::Body facts;
    facts.number("items", static_cast<std::int64_t>(items.size()));
    if (!meeting.consent.empty()) facts.text("consent", meeting.consent);
    TRY(acting.tell("governance.meeting_noticed", body, meeting, std::move(facts), std::move(subjects)));
    return index_meeting(acting, body, meeting);
}

} // namespace governance
