#pragma once
// Accounts, integrations and receivers as those who keep them see them: without secrets.
#include "directory/ids.hpp"
#include "dispatch/domain/post_system.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct PostSystem {
    SystemKind kind = SystemKind::account;
    std::string id;
    directory::OrganisationId organisation_id;
    std::string name;
    std::string user_name; ///< Of HTTP Basic; empty for integrations, which name themselves by their id.
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<Instant> previous_until; ///< So long the secret before the newest one counts too.
};

namespace store {

/// All of an organisation's, the open ones first, by kind and name.
Result<std::vector<PostSystem>> systems_of(db::Reader&, directory::OrganisationId);
/// Every organisation's, in the same order.
Result<std::vector<PostSystem>> all_systems(db::Reader&);
/// Whosever it is.
Result<std::optional<PostSystem>> system(db::Reader&, SystemKind, std::string_view id);
/// Nothing when the organisation has none of this kind with that id.
Result<std::optional<PostSystem>> system(db::Reader&, directory::OrganisationId, SystemKind, std::string_view id);

Result<void> set_terms(db::Transaction&, AccountId, const AccountTerms&);
/// The secret until now counts until then; nothing: no longer.
Result<void> set_secret(db::Transaction&, const PostSystem&, std::string_view hash, std::optional<Instant> old_until);
/// Its name and secret go, the address that its people are written to, and the addresses of a receiver.
Result<void> close(db::Transaction&, const PostSystem&, Instant now);
/// Forgets secrets that count no more.
Result<void> forget_previous_secrets(db::Transaction&, Instant now);

} // namespace store
} // namespace dispatch
