#pragma once
// The months of meetings: a table for the eye, a list for everybody, a file for calendars.
#include "governance/views/meeting_models.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/csv.hpp"
#include "platform/feed/feed.hpp"
#include "platform/ui/components.hpp"

namespace governance {

/// A body is to treat a case on a day, and no meeting has it on its agenda yet.
struct PlannedTreatmentRow {
    Date day;
    NamedLink body;
    std::string number; ///< Of the case.
    std::string url;
    std::optional<std::string> title; ///< Nothing while it is shielded.
};
BOOST_DESCRIBE_STRUCT(PlannedTreatmentRow, (), (day, body, number, url, title))

struct CalendarView {
    std::string month; ///< "2026-03"
    std::string previous_month, next_month;
    std::string body; ///< Slug; empty for all bodies.
    std::vector<MeetingRow> meetings;
    std::vector<PlannedTreatmentRow> planned;
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (month, previous_month, next_month, body, meetings, planned))

/// first: the first day of the month.
Html calendar_page(const http::Call&, const CalendarView&, Date first, const std::vector<ui::Choice>& bodies);

/// The meetings as events; cancelled ones stay, marked as such, so that calendars take them away.
calendar::Calendar calendar_of(const http::Call&, const std::string& name, const std::vector<MeetingRow>&);
/// One entry for each meeting, newest change first.
feed::Feed meeting_feed(const http::Call&, const std::string& title, const std::string& path,
                        const std::vector<MeetingRow>&);
csv::Table meeting_table(const http::Call&, const std::vector<MeetingRow>&);

} // namespace governance
