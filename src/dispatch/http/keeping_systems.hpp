#pragma once
// What opening, changing and closing an organisation's systems share.
#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/http/post_systems.hpp"
#include "dispatch/views/system_pages.hpp"

namespace dispatch {

/// Who keeps what, now, in the language of the page.
Keeping keeping(const http::Command&, const Office&, db::Transaction&, directory::OrganisationId);

/// The page of the system in the path, with what was faulty in what was sent from it.
ui::FormPage changing_again(const Office&, SystemKind);

/// Opens one of each kind; the answer tells its secret, once.
void add_system_openings(http::Router&, const Office&);
/// Gives a system of the kind a new secret, told once. Fails as change_secret does.
Result<http::Response> renew_secret(const Office&, const http::Command&, SystemKind);
/// Changes the terms, certificates and addresses of each kind.
void add_system_changes(http::Router&, const Office&);

} // namespace dispatch
