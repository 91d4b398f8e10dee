#include "governance/http/meeting_reading.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/texts.hpp"

#include <algorithm>

namespace governance {

static constexpr int meetings_on_page = 30;
static constexpr int meetings_in_file_max = 1000;

static Instant start_of(Date day) {
    return at_norwegian_time(day, std::chrono::minutes{0});
}

static Date day_after(Date day) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{1}};
}

static MeetingRow row_of(const Meeting& meeting, const Body& body, i18n::Language language) {
    MeetingRow row;
    row.id = meeting.id;
    row.url = meeting_path(body.slug, meeting.year, meeting.number);
    row.body = {body.name(language), body.path()};
    row.number = meeting.number_text();
    row.state = meeting.state;
    row.starts_at = meeting.starts_at;
    row.ends_at = meeting.ends_at;
    row.place = meeting.place;
    row.remote_url = meeting.remote_url;
    row.mode = meeting.mode;
    row.cancel_reason = meeting.cancel_reason;
    row.is_invented = meeting.is_invented;
    row.calendar_sequence = meeting.calendar_sequence;
    row.changed_at = meeting.changed_at;
    return row;
}

Result<std::vector<MeetingRow>> rows_of(const http::Query& query, const std::vector<Meeting>& meetings) {
    const auto bodies = TRY(list_bodies(query.reader));
    std::vector<MeetingRow> rows;
    for (const auto& meeting : meetings) {
        const auto body = std::ranges::find(bodies, meeting.body_id, &Body::id);
        ensure(body != bodies.end());
        rows.push_back(row_of(meeting, *body, query.request.language));
        if (rows.back().place.empty()) rows.back().place = query.t(text::written);
    }
    return rows;
}

Result<MeetingListView> read_meetings(const http::Query& query, const MeetingQuestion& question) {
    MeetingFilter filter;
    if (question.body) filter.body = TRY(find_body(query.reader, *question.body)).id;
    if (question.from) filter.from = start_of(*question.from);
    if (question.to) filter.to = start_of(day_after(*question.to));
    filter.state = question.state;
    filter.newest_first = question.order == std::optional<Line<10>>{std::string{"newest"}};
    const bool is_page = query.request.format == http::Format::html || query.request.format == http::Format::json;
    MeetingListView list;
    list.total = TRY(count_meetings(query.reader, filter));
    list.pages = std::max(1, static_cast<int>((list.total + meetings_on_page - 1) / meetings_on_page));
    list.page = std::clamp(question.page, 1, list.pages);
    filter.limit = is_page ? meetings_on_page : meetings_in_file_max;
    filter.offset = is_page ? (list.page - 1) * meetings_on_page : 0;
    list.meetings = TRY(rows_of(query, TRY(list_meetings(query.reader, filter))));
    return list;
}

Result<std::vector<MeetingRow>> meetings_between(const http::Query& query, std::optional<BodyId> body, Date first,
                                                 Date end) {
    MeetingFilter filter;
    filter.body = body;
    filter.unended_at = start_of(first); // A window for answers may have opened in an earlier month.
    filter.to = start_of(end);
    filter.limit = meetings_in_file_max;
    return rows_of(query, TRY(list_meetings(query.reader, filter)));
}

} // namespace governance
