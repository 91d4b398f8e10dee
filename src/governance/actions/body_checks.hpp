#pragma once
// What making and changing a body have in common.
#include "governance/domain/body.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Fails with platform.request_faulty: each word that Los does not know is a governance.theme_unknown.
Result<void> check_themes(const std::vector<std::string>& slugs);
/// The parent exists and is neither the body nor below it. Fails with governance.body_parent_faulty.
Result<void> check_parent(db::Reader&, const Body&);

/// The rules that a body gets: the profile's as it is on the day, its own settings over them. Without a profile, the
/// usual rules lie below. Fails with governance.profile_not_found, governance.body_rules_faulty.
Result<BodyRules> rules_over(db::Reader&, std::string_view profile, Date day, const BodySettings&);

} // namespace governance
