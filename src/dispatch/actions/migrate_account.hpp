#pragma once
// The way from name and secret to token and password: an account that sent over v1 or SOAP gets an integration.
#include "dispatch/actions/keep_systems.hpp"

namespace dispatch {

/// What a system sends with from now on. The secret is shown once.
struct Migrated {
    IntegrationId id;
    std::string secret;
};

/// Opens an integration that sends for this account with tokens of the organisation with that number. When there is
/// one already it gets a new secret instead, and the old one counts for a day more. The name and secret of the account
/// go on counting too.
///
/// Fails as open_own_integration and change_secret do.
Result<Migrated> migrate_account(const Keeping&, const Account&, const std::string& consumer_number,
                                 const FreshSecret&);

} // namespace dispatch
