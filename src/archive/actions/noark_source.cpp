#include "archive/actions/noark_source.hpp"

#include "archive/domain/errors.hpp"

#include <algorithm>

namespace archive {

static constexpr int events_of_case_max = 10'000;

static bool is_closed(governance::CaseState state) {
    return state == governance::CaseState::final || state == governance::CaseState::followed_up ||
           state == governance::CaseState::withdrawn;
}

static bool was_held(governance::MeetingState state) {
    return state == governance::MeetingState::closed || state == governance::MeetingState::minutes_published;
}

void NoarkSource::widen(Instant from, Instant to) {
    first_ = std::min(first_, from);
    last_ = std::max(last_, to);
}

Result<void> NoarkSource::survey(const Progress& progress) {
    cases_under_way_ = static_cast<int>(
        std::erase_if(records_.cases, [](const governance::KeptCase& each) { return !is_closed(each.state); }));
    meetings_to_come_ = static_cast<int>(
        std::erase_if(records_.meetings, [](const governance::KeptMeeting& each) { return !was_held(each.state); }));
    if (records_.cases.empty() && records_.meetings.empty()) {
        return nothing_to_extract.error({{"body", records_.name},
                                         {"cases", std::int64_t{cases_under_way_}},
                                         {"meetings", std::int64_t{meetings_to_come_}}});
    }
    int done = 0;
    const int all = static_cast<int>(records_.cases.size() + records_.meetings.size());
    for (const auto& each : records_.cases) {
        const auto kept = TRY(read_case(each.id));
        for (const auto& registration : kept.registrations)
            numbers_.add(registration);
        widen(kept.account.planned_at, *kept.history.closed_at);
        auto& newest = newest_of_theme_.try_emplace(each.theme, *kept.history.closed_at).first->second;
        newest = std::max(newest, *kept.history.closed_at);
        if (progress) progress("leser", ++done, all);
    }
    for (const auto& each : records_.meetings) {
        const auto meeting = TRY(read_meeting(each.id));
        widen(meeting.starts_at, *meeting.closed_at);
        if (progress) progress("leser", ++done, all);
    }
    numbers_.settle();
    return {};
}

Result<CaseToKeep> NoarkSource::read_case(governance::CaseId id) {
    CaseToKeep kept;
    kept.account =
        TRY(governance::case_account(reader_, id, norwegian_date(services_.clock.now()), governance::Part::whole));
    const auto events =
        TRY(services_.journal.about(reader_, {"case", id.to_string()}, the_program(), events_of_case_max));
    kept.history = history_of(id.to_string(), events);
    // What came from elsewhere as it was may lack an event of its closing.
    if (!kept.history.closed_at) kept.history.closed_at = kept.account.changed_at;
    for (auto* who : {&kept.history.created_by, &kept.history.closed_by})
        if (who->empty()) *who = "Samband";
    kept.registrations = registrations_of(kept.account.documents);
    return kept;
}

Result<governance::MeetingAccount> NoarkSource::read_meeting(governance::MeetingId id) {
    return governance::meeting_account(reader_, services_, id, norwegian_date(services_.clock.now()),
                                       governance::Part::whole);
}

} // namespace archive
