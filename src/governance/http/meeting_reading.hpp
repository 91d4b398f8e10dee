#pragma once
// From the tables to what pages and JSON say of meetings, for the one who asks.
#include "governance/domain/meeting_record.hpp"
#include "governance/views/meeting_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// What the one who asks may do with the meetings of a body.
struct MeetingRights {
    bool may_hold = false;    ///< Call, change and record.
    bool may_approve = false; ///< Approve, sign and publish minutes.
    bool sees_closed = false; ///< See what a body that is not open keeps to itself.
};
MeetingRights meeting_rights(const Principal&, BodyId);

/// The meeting in the address. Fails with governance.meeting_not_found.
Result<Meeting> meeting_in_path(db::Reader&, const http::Request&);

/// With so many of the newest happenings. Fails with governance.meeting_not_found.
Result<MeetingView> read_meeting_view(const http::Query&, int happenings_max = 100);

/// One item of the meeting; of what was said behind closed doors only what everybody may know. written: the item as the
/// minutes have it. Fails with governance.meeting_not_found.
Result<ItemView> read_item_view(const http::Query&, const MeetingRecord&, const ItemRecord&,
                                const MinutesItem& written);

/// One version of the minutes; the newest that may be seen when no number is given.
/// Fails with governance.meeting_not_found, governance.minutes_not_found.
Result<MinutesView> read_minutes_view(const http::Query&, std::optional<int> number);

/// What can be asked of lists of meetings.
struct MeetingQuestion {
    std::optional<Line<60>> body; ///< By slug.
    std::optional<Date> from, to; ///< Both included.
    std::optional<MeetingState> state;
    std::optional<Line<10>> order; ///< "newest": newest first.
    int page = 1;
};
BOOST_DESCRIBE_STRUCT(MeetingQuestion, (), (body, from, to, state, order, page))
/// Fails with governance.body_not_found.
Result<MeetingListView> read_meetings(const http::Query&, const MeetingQuestion&);

/// All between two days, the second not included; of one body or of all.
Result<std::vector<MeetingRow>> meetings_between(const http::Query&, std::optional<BodyId>, Date first, Date end);
/// Rows with the names of their bodies, in the order given.
Result<std::vector<MeetingRow>> rows_of(const http::Query&, const std::vector<Meeting>&);

} // namespace governance
