#pragma once
// Profiles of rules, as rows. A version is never changed or removed.
#include "governance/domain/rule_profile.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// All versions of all profiles, by profile and number.
Result<std::vector<RuleProfile>> all_profiles(db::Reader&);
/// All versions of one, by number. Fails with governance.profile_not_found.
Result<std::vector<RuleProfile>> profile_versions(db::Reader&, std::string_view profile);
/// Fails with governance.profile_not_found.
Result<RuleProfile> profile_in_force(db::Reader&, std::string_view profile, Date day);
Result<void> insert_profile(db::Transaction&, const RuleProfile&, Instant now);

} // namespace governance
