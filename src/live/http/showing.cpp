// The pages, their parts, and what they listen to.
#include "governance/rights.hpp"
#include "live/announcer.hpp"
#include "live/http/handlers.hpp"
#include "live/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/icons.hpp"

namespace live {

/// With the drawings it uses, which the page may lack.
static http::Response part_alone(const Html& part) {
    return http::html_document(html::join({ui::sprite_for(part.bytes()), part}));
}

Shown show_public(const http::Query& query, const Surroundings& around) {
    const auto view = TRY(read_public(query, *around.rooms));
    return http::represent<LiveView>(query, view,
                                     {.html = [&](const LiveView& shown) { return public_page(query, shown); }});
}

Shown show_public_part(const http::Query& query, const Surroundings& around) {
    return part_alone(public_part(query, TRY(read_public(query, *around.rooms))));
}

Shown show_member(const http::Query& query, const Surroundings& around) {
    const auto view = TRY(read_member(query, *around.rooms));
    return http::represent<MemberView>(query, view,
                                       {.html = [&](const MemberView& shown) { return member_page(query, shown); }});
}

Shown show_member_part(const http::Query& query, const Surroundings& around) {
    return part_alone(member_part(query, TRY(read_member(query, *around.rooms))));
}

Shown show_secretary(const http::Query& query, const Surroundings& around) {
    const auto view = TRY(read_secretary(query, *around.rooms));
    return http::represent<SecretaryView>(
        query, view, {.html = [&](const SecretaryView& shown) { return secretary_page(query, shown); }});
}

Shown show_secretary_part(const http::Query& query, const Surroundings& around) {
    return part_alone(secretary_part(query, TRY(read_secretary(query, *around.rooms))));
}

Shown listen_to_meeting(const http::Query& query, const Surroundings& around) {
    const auto meeting = TRY(governance::meeting_at(query.reader, query.request.path_value("meeting")));
    return http::event_stream(query.request, around.hub, meeting_topic(meeting.id), changed_event, "", [&] {
        return query.journal.newest_about(query.reader, {"meeting", meeting.id.to_string()});
    });
}

Shown listen_to_counting(const http::Query& query, const Surroundings& around) {
    const auto meeting = TRY(governance::meeting_at(query.reader, query.request.path_value("meeting")));
    TRY(query.principal.require(governance::right::hold_meeting, meeting.body.to_string()));
    const auto id = meeting.id.to_string();
    return http::event_stream(
        query.request, around.hub, counting_topic(meeting.id), changed_event, "", [&]() -> Result<std::int64_t> {
            const auto of_meeting = TRY(query.journal.newest_about(query.reader, {"meeting", id}));
            const auto of_votes = TRY(query.journal.newest_about(query.reader, {"voting", id}));
            return std::max(of_meeting, of_votes);
        });
}

} // namespace live
