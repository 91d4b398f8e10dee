#pragma once
#include "dispatch/http/handlers.hpp"
#include "dispatch/store/system_store.hpp"
#include "dispatch/views/system_models.hpp"
#include "platform/ui/form_again.hpp"

namespace dispatch {

/// "/post-systems/accounts/…"
std::string path_of(SystemKind, std::string_view id);
/// The organisation whose systems the principal keeps: their own. Fails with platform.right_missing,
/// dispatch.system_not_found.
Result<directory::OrganisationId> kept_organisation(const Principal&);
/// The one that {system} in the path names. Fails with dispatch.system_not_found.
Result<PostSystemView> read_system(const Office&, const http::Call&, db::Reader&, SystemKind);
/// All of the organisation's. Fails as kept_organisation does.
Result<PostSystemsView> read_systems(const Office&, const http::Call&, db::Reader&);
/// The organisation's open accounts.
Result<std::vector<AccountChoice>> account_choices(db::Reader&, directory::OrganisationId,
                                                   const std::vector<AccountId>& chosen);

Result<http::Response> list_post_systems(const Office&, const http::Query&);
Result<http::Response> show_post_system(const Office&, const http::Query&, SystemKind);
/// The form that one is opened with.
Result<Html> opening_form(const http::Query&, const ui::FormState&, SystemKind);

} // namespace dispatch
