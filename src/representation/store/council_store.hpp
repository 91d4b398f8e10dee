#pragma once
// Councils outside the sector, their holders, meetings and reports, as rows.
#include "platform/db/database.hpp"
#include "representation/domain/council.hpp"

namespace representation::store {

/// By bokmål name; those that no longer meet come last.
Result<std::vector<Council>> councils(db::Reader&);
/// Fails with representation.council_not_found.
Result<Council> council_by_slug(db::Reader&, std::string_view slug);
Result<bool> is_slug_taken(db::Reader&, std::string_view slug);
Result<void> insert(db::Transaction&, const Council&);

/// By seat, whoever holds it before the deputies, the newest first.
Result<std::vector<Holder>> holders_of(db::Reader&, CouncilId);
Result<std::vector<Holder>> holders_for_person(db::Reader&, directory::PersonId);
Result<std::vector<Holder>> holders_for_organisation(db::Reader&, directory::OrganisationId);
Result<void> insert(db::Transaction&, const Holder&);
/// Keeps the ending. Raises the version. Fails with representation.stale_version when somebody was before.
Result<void> save_ending(db::Transaction&, Holder&);

/// The newest first.
Result<std::vector<CouncilMeeting>> meetings_of(db::Reader&, CouncilId);
Result<void> insert(db::Transaction&, const CouncilMeeting&);

/// The newest first.
Result<std::vector<Report>> reports_of(db::Reader&, CouncilId);
Result<void> insert(db::Transaction&, const Report&);
/// False when the seat has been reminded of the meeting before.
Result<bool> mark_reminded(db::Transaction&, CouncilMeetingId, int seat, Instant now);

/// --- What refers to organisations here. Ended holders stay with the one they came from. ---
Result<std::int64_t> count_seats_for(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_seats(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace representation::store
