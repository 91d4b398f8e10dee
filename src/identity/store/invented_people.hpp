#pragma once
// The invented people that the demonstration offers to log in as.
#include "identity/identity.hpp"

namespace identity::store {

/// Marked by the demonstration; only these may be logged in as without proof.
Result<bool> is_invented(db::Reader&, directory::PersonId);
Result<void> mark_invented(db::Transaction&, directory::PersonId, int position);
Result<std::vector<directory::PersonId>> invented_people(db::Reader&);

} // namespace identity::store
