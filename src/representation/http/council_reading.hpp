#pragma once
// Seats held elsewhere, from the tables to what is shown.
#include "directory/ids.hpp"
#include "platform/http/call.hpp"
#include "representation/outside.hpp"
#include "representation/views/council_models.hpp"

namespace representation {

Result<CouncilListView> read_councils(const http::Query&);
/// Fails with representation.council_not_found.
Result<CouncilView> read_council(const http::Query&, const Outside&, std::string_view slug);
/// Fails with representation.council_not_found, seat_not_found.
Result<SeatPageView> read_seat(const http::Query&, const Outside&, std::string_view slug, std::string_view number);
/// What was brought home, the newest first.
Result<ReportListView> read_reports(const http::Query&, const Outside&);
/// Fails with representation.council_not_found, report_not_found.
Result<ReportView> read_report(const http::Query&, const Outside&, std::string_view slug, std::string_view id);
/// Fails with representation.representative_not_found: nobody with that id holds or has held a seat.
Result<RepresentativeView> read_representative(const http::Query&, const Outside&, directory::PersonId);
/// Seats held today for the organisation, of any kind.
Result<std::vector<HeldSeat>> seats_held_for(const http::Query&, directory::OrganisationId);

} // namespace representation
