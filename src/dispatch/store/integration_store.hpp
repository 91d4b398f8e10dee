#pragma once
// Integrations: systems that send with a token and a password, for the accounts they were given.
#include "directory/ids.hpp"
#include "dispatch/domain/status_words.hpp"
#include "dispatch/ids.hpp"
#include "dispatch/store/secret.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct Integration {
    IntegrationId id;
    std::string name;
    directory::OrganisationId organisation_id;
    std::string consumer_number; ///< Nine digits: whose tokens count.
    std::string secret_hash;
    PreviousSecret previous{};
    StatusWords status_words = StatusWords::common;
    bool is_invented = false;
    Instant opened_at;
    std::optional<Instant> closed_at{};
    std::int64_t requests_per_minute = 0; ///< 0: no limit.
    std::vector<AccountId> accounts;      ///< That it may send for; those that are closed are left out when it is read.
};

namespace store {

Result<void> insert(db::Transaction&, const Integration&);
Result<std::optional<Integration>> integration(db::Reader&, IntegrationId);
/// The open one that sends for this account and no other, with tokens of that organisation.
Result<std::optional<IntegrationId>> integration_of(db::Reader&, AccountId, std::string_view consumer_number);
/// From now on these and no others.
Result<void> set_accounts(db::Transaction&, IntegrationId, const std::vector<AccountId>&);
Result<void> set_rate(db::Transaction&, IntegrationId, std::int64_t requests_per_minute);

} // namespace store
} // namespace dispatch
