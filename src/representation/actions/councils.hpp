#pragma once
// Seats held for the sector elsewhere: councils, who sits there, the meetings, what was brought home.
#include "representation/actions/acting.hpp"
#include "representation/actions/council_requests.hpp"
#include "representation/domain/council.hpp"

namespace representation {

/// Needs representation.keep_seats. Fails with platform.request_faulty: council_slug_faulty, council_slug_taken,
/// host_faulty (unknown, or one of the sector's own members), numbers_not_equal, platform.number_out_of_range,
/// platform.empty.
Result<Council> add_council(const Acting&, const NewCouncil&, bool is_invented = false);

/// Somebody speaks for the sector there. Needs representation.keep_seats. Gives no rights. Fails with
/// representation.council_not_found and platform.request_faulty: seat_not_found, seat_taken, person_unknown,
/// person_sits_already, holder_period_faulty, directory.organisation_not_found.
Result<Holder> appoint_holder(const Acting&, std::string_view council, const NewHolder&);
/// Needs representation.keep_seats. Fails with representation.holder_not_found, holder_ended_already,
/// holder_period_faulty, stale_version.
Result<Holder> end_holder(const Acting&, std::string_view council, HolderId, const EndingOfHolder&,
                          std::optional<std::int64_t> version = {});

/// Needs representation.keep_seats. Fails with platform.request_faulty: meeting_known.
Result<CouncilMeeting> add_meeting(const Acting&, std::string_view council, const NewCouncilMeeting&);

/// What the one who is logged in brought home from a meeting in which they held a seat. Nobody reports for anybody
/// else, and nobody without an appointment that was valid on the day. Fails with representation.council_not_found,
/// no_valid_appointment, meeting_not_held, reported_already, and platform.request_faulty: meeting_not_found,
/// position_unknown, platform.empty.
Result<Report> report_back(const Acting&, std::string_view council, const NewReport&);

/// Reminds each seat once of each report that is overdue. Gives how many were reminded.
Result<int> remind_of_reports(const Acting&, const Council&);

} // namespace representation
