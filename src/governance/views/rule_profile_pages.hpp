#pragma once
// The pages of profiles of rules.
#include "governance/views/rule_profile_models.hpp"
#include "platform/ui/components.hpp"

namespace governance {

Html profile_list_page(const http::Call&, const ProfileListView&, bool may_keep);
Html profile_page(const http::Call&, const ProfileView&, bool may_keep);
/// For a version of a profile; for a new profile when it is nothing. from: the rules that the form begins with.
Html profile_form_page(const http::Call&, const ui::FormState&, const ProfileView*, const BodyRules& from);

} // namespace governance
