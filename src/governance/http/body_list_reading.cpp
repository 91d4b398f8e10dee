#include "directory/directory.hpp"
#include "governance/http/body_reading.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>
#include <map>

namespace governance {

static Result<std::map<BodyId, Date>> next_meetings(const http::Query& query) {
    MeetingFilter filter;
    filter.from = query.now;
    filter.limit = 1000;
    std::map<BodyId, Date> days;
    for (const auto& meeting : TRY(list_meetings(query.reader, filter))) {
        if (meeting.state != MeetingState::cancelled) days.emplace(meeting.body_id, meeting.day());
    }
    return days;
}

Result<BodyListView> read_body_list(const http::Query& query) {
    const auto language = query.request.language;
    const auto all = TRY(list_bodies(query.reader));
    const auto next = TRY(next_meetings(query));
    std::vector<directory::OrganisationId> owners;
    for (const auto& body : all)
        owners.push_back(body.organisation);
    const auto organisations = TRY(directory::organisations_by_id(query.reader, owners, language));
    BodyListView list;
    for (const auto& body : all) {
        BodyRow row;
        row.id = body.id;
        row.url = body.path();
        row.name = body.name(language);
        row.kind = body.kind;
        const auto owner = std::ranges::find(organisations, body.organisation, &directory::OrganisationSummary::id);
        if (owner != organisations.end()) row.organisation = {owner->name, owner->url};
        row.parent = parent_of(body, all, language);
        row.is_open = body.is_open;
        row.is_invented = body.is_invented;
        const auto day = next.find(body.id);
        if (day != next.end()) row.next_meeting = day->second;
        list.bodies.push_back(std::move(row));
    }
    return list;
}

} // namespace governance
