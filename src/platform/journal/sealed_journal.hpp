#pragma once
// The journal as it is kept in the database.
#include "platform/crypto/key.hpp"
#include "platform/journal/journal.hpp"

#include <memory>

namespace journal {

/// The journal of a migrated database. Registers itself to seal each commit group; ends before the database does.
///
/// From the master key come the key that wraps the persons' keys and the one that signs.
std::unique_ptr<Journal> make(db::Database&, const crypto::Key& master, Random&);

} // namespace journal
