#pragma once
// Merges and splits organisations, in one transaction, with all that refers to them.
#include "directory/domain/reform.hpp"

namespace directory {

/// What merge_organisations would do today, without doing it. Fails as it does.
Result<ReformReport> preview_merger(db::Reader&, const Merger&, const std::vector<Referrer>&, Date today);
Result<ReformReport> preview_split(db::Reader&, const Split&, const std::vector<Referrer>&, Date today);

/// Ends the predecessors and lets the one that goes on, or a new one, take over memberships, roles and everything that
/// referrers answer for; history keeps who was who. Municipalities get a new cartogram.
///
/// Fails with directory.organisation_not_found, with what check_merger and founded_by fail with, and with
/// directory.number_taken and directory.organisation_number_taken.
Result<ReformReport> merge_organisations(db::Transaction&, const Doer&, const Merger&, const std::vector<Referrer>&);

/// Ends the predecessor. Its memberships go to all new ones, roles and what referrers answer for to the heir.
/// Fails as merge_organisations does, and with directory.reform_heir_missing.
Result<ReformReport> split_organisation(db::Transaction&, const Doer&, const Split&, const std::vector<Referrer>&);

} // namespace directory
