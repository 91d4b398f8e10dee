#pragma once
// What the pages of seats held elsewhere show, and their JSON.
#include "representation/views/models.hpp"

namespace representation {

struct CouncilRow {
    CouncilId id;
    std::string slug, url, name;
    CouncilKind kind = CouncilKind::council;
    NamedLink host;
    int our_seats = 1, other_seats = 0, filled_seats = 0;
    bool is_equal_number = false, is_invented = false;
    int overdue = 0; ///< Reports that are late.
    std::optional<Date> last_meeting;
};
BOOST_DESCRIBE_STRUCT(CouncilRow, (),
                      (id, slug, url, name, kind, host, our_seats, other_seats, filled_seats, is_equal_number,
                       is_invented, overdue, last_meeting))

struct HolderView {
    HolderId id;
    NamedLink person; ///< Leads to what they hold and have brought home.
    NamedLink on_behalf_of;
    int seat = 1, deputy_order = 0;
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which it no longer holds.
    bool is_valid = true;
    std::string end_reason, basis;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(HolderView, (),
                      (id, person, on_behalf_of, seat, deputy_order, valid_from, valid_to, is_valid, end_reason, basis,
                       version))

struct SeatView {
    int number = 1;
    std::string url;
    std::vector<HolderView> holders; ///< Today's, and those to come; whoever holds it before the deputies.
    std::vector<HolderView> former;
};
BOOST_DESCRIBE_STRUCT(SeatView, (), (number, url, holders, former))

struct DutyView {
    CouncilMeetingId meeting;
    std::string title;
    Date held_on;
    int seat = 1;
    Date due_on;
    DutyState state = DutyState::waiting;
    std::string report_url; ///< Of the report; empty while there is none.
};
BOOST_DESCRIBE_STRUCT(DutyView, (), (meeting, title, held_on, seat, due_on, state, report_url))

struct ReportView {
    ReportId id;
    std::string url, language;
    NamedLink council;
    std::string meeting;
    Date held_on;
    int seat = 1;
    NamedLink person, on_behalf_of;
    std::string position, position_url;
    /// Empty when they are shielded and the reader may not see them.
    std::string said, came_of_it, means;
    std::string legal_basis; ///< Why they are shielded; empty when everybody may read them.
    bool is_invented = false;
    Instant reported_at;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (id, url, language, council, meeting, held_on, seat, person, on_behalf_of, position, position_url,
                       said, came_of_it, means, legal_basis, is_invented, reported_at))

struct CouncilListView {
    std::vector<CouncilRow> councils;
};
BOOST_DESCRIBE_STRUCT(CouncilListView, (), (councils))

struct ReportListView {
    std::vector<ReportView> reports;
};
BOOST_DESCRIBE_STRUCT(ReportListView, (), (reports))

struct PlannedMeeting {
    CouncilMeetingId id;
    std::string title;
    Date held_on;
};
BOOST_DESCRIBE_STRUCT(PlannedMeeting, (), (id, title, held_on))

struct CouncilView : CouncilRow {
    std::string mandate;
    Date mandate_from;
    int report_days = 14;
    std::vector<SeatView> seats;
    std::vector<DutyView> duties;
    std::vector<PlannedMeeting> coming;
    std::vector<ReportView> reports;
    std::int64_t version = 1;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(CouncilView, (CouncilRow),
                      (mandate, mandate_from, report_days, seats, duties, coming, reports, version, happenings))

/// One seat of a council.
struct SeatPageView {
    NamedLink council;
    SeatView seat;
    std::vector<DutyView> duties;
    std::vector<ReportView> reports;
};
BOOST_DESCRIBE_STRUCT(SeatPageView, (), (council, seat, duties, reports))

/// A seat of any kind that somebody holds, or is held for an organisation.
struct HeldSeat {
    NamedLink place; ///< The body or the council.
    std::string role;
    NamedLink person, on_behalf_of;
    std::optional<NamedLink> region; ///< That they spread knowledge in.
    Date valid_from;
    std::optional<Date> valid_to;
    bool is_valid = true;
    int overdue = 0;
};
BOOST_DESCRIBE_STRUCT(HeldSeat, (),
                      (place, role, person, on_behalf_of, region, valid_from, valid_to, is_valid, overdue))

struct RepresentativeView {
    directory::PersonId id;
    std::string name, url;
    std::vector<HeldSeat> seats, former;
    std::vector<ReportView> reports;
};
BOOST_DESCRIBE_STRUCT(RepresentativeView, (), (id, name, url, seats, former, reports))

struct ReportQuestion {
    std::optional<CouncilMeetingId> meeting;
};
BOOST_DESCRIBE_STRUCT(ReportQuestion, (), (meeting))

struct HolderQuestion {
    std::optional<Line<80>> workplace;
    std::optional<int> seat;
};
BOOST_DESCRIBE_STRUCT(HolderQuestion, (), (workplace, seat))

} // namespace representation
