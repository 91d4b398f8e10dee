#pragma once
// Integrations: systems that send with a token and a password, for the accounts they were given.
#include "directory/ids.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// Which statuses of v3 a client knows. common: those that every edition has. Older clients know VARSLET, the newest
/// SENDT_ALTINN and LEVERT_ALTINN in its place; each fails on the other's.
enum class StatusWords : std::uint8_t { common, older, newest };
BOOST_DESCRIBE_ENUM(StatusWords, common, older, newest)

struct Integration {
    IntegrationId id;
    std::string name;
    directory::OrganisationId organisation_id;
    std::string consumer_number; ///< Nine digits: whose tokens count.
    std::string secret_hash;
    StatusWords status_words = StatusWords::common;
    bool is_invented = false;
    Instant opened_at;
    std::vector<AccountId> accounts; ///< That it may send for.
};

namespace store {

Result<void> insert(db::Transaction&, const Integration&);
Result<std::optional<Integration>> integration(db::Reader&, IntegrationId);

} // namespace store
} // namespace dispatch
