#pragma once
// Rounds and candidates as rows.
#include "platform/db/database.hpp"
#include "representation/domain/round.hpp"

namespace representation::store {

/// "N-2026-3": the next of the year, without gaps.
Result<std::string> next_number(db::Transaction&, Date today);
/// Fails with representation.round_not_found.
Result<Round> round_by_number(db::Reader&, std::string_view number);
/// The one that closes last first; of one body when one is given.
Result<std::vector<Round>> rounds(db::Reader&, std::optional<governance::BodyId> = {});
Result<void> insert(db::Transaction&, const Round&);
/// Keeps the choice. Raises the version. Fails with representation.stale_version when somebody was before.
Result<void> save_choice(db::Transaction&, Round&, Instant now);

/// In the order of nomination, withdrawn ones last.
Result<std::vector<Candidate>> candidates(db::Reader&, RoundId);
/// How many stand, by round.
Result<std::map<RoundId, int>> candidate_counts(db::Reader&);
Result<void> insert(db::Transaction&, const Candidate&);
/// Takes the name and everything that was said of them away.
Result<void> withdraw(db::Transaction&, CandidateId, Instant now);
Result<void> save_appointment(db::Transaction&, CandidateId, directory::PersonId, governance::AppointmentId);

/// --- What people have told of themselves. ---
Result<std::map<directory::PersonId, db::Bytes>> genders(db::Reader&, const std::vector<directory::PersonId>&);
Result<void> keep_gender(db::Transaction&, directory::PersonId, const db::Bytes& sealed, Instant now);
Result<void> forget_gender(db::Transaction&, directory::PersonId);

/// --- What refers to organisations here. ---
Result<std::int64_t> count_for_organisation(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_organisation(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace representation::store
