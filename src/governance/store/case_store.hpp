#pragma once
// How cases are kept: governance_case and the tables below it.
#include "governance/domain/case.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// The whole case: texts, themes, points, concerns, path and what was decided on it.
Result<std::optional<Case>> find_case(db::Reader&, CaseId);
Result<std::optional<Case>> find_case(db::Reader&, CaseNumber);
Result<std::optional<CaseId>> find_case_id(db::Reader&, CaseNumber);
/// Of a case that is there.
Result<std::int64_t> case_version(db::Reader&, CaseId);

/// The number after the newest of that year. Two transactions never get the same.
Result<CaseNumber> next_case_number(db::Transaction&, int year);
/// Keeps the year's series above a number that was given elsewhere. Fails with governance.case_number_taken.
Result<void> reserve_case_number(db::Transaction&, CaseNumber);

Result<void> insert_case(db::Transaction&, const Case&);
/// Writes the head of the case: all but themes, points, concerns and steps. The case carries the version that was read;
/// it is counted up by one. Fails with governance.case_stale when somebody else has changed it meanwhile.
Result<void> save_case(db::Transaction&, Case&, Instant now);
/// Each replaces what stood there.
Result<void> save_themes(db::Transaction&, const Case&);
Result<void> save_points(db::Transaction&, const Case&);
Result<void> save_concerns(db::Transaction&, const Case&);
/// Treated steps are only ever added to.
Result<void> save_steps(db::Transaction&, const Case&);

/// How many concerns name the organisation, and moving them to the one that carries it on; for mergers and splits.
Result<std::int64_t> count_concerns_of(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_concerns(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace governance
