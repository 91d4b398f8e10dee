#include "governance/path_ahead.hpp"

#include "governance/case_standing.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>

namespace governance {

static constexpr int meetings_ahead_max = 40;

static Result<std::vector<Date>> meeting_days_ahead(db::Reader& reader, BodyId body, Date today) {
    MeetingFilter filter;
    filter.body = body;
    filter.from = at_norwegian_time(today, std::chrono::minutes{0});
    filter.limit = meetings_ahead_max;
    std::vector<Date> days;
    for (const auto& meeting : TRY(list_meetings(reader, filter))) {
        if (meeting.state != MeetingState::cancelled) days.push_back(meeting.day());
    }
    return days;
}

Result<std::vector<BodyAhead>> path_ahead(db::Reader& reader, CaseId id, Date today, i18n::Language language) {
    const auto standing = TRY(case_standing(reader, id, today));
    std::vector<BodyAhead> ahead;
    if (!standing.is_under_way()) return ahead;
    auto at = standing.bodies.begin();
    if (standing.body) at = std::ranges::find(standing.bodies, *standing.body);
    for (; at != standing.bodies.end(); ++at) {
        const auto body = TRY(load_body(reader, *at));
        auto days = TRY(meeting_days_ahead(reader, *at, today));
        ahead.push_back({body.name(language), body.path(), std::move(days)});
    }
    return ahead;
}

} // namespace governance
