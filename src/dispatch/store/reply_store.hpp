#pragma once
// Which dispatch answers which letter.
#include "directory/ids.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace dispatch {

struct Reply {
    DispatchId id;             ///< Of the answer.
    DispatchId letter;         ///< That it answers.
    std::int64_t position = 0; ///< Of the recipient who answers.
    directory::PersonId person_id;
    Instant sent_at;
};

namespace store {

Result<void> insert(db::Transaction&, const Reply&);
/// What this recipient has answered, the first first.
Result<std::vector<Reply>> replies_to(db::Reader&, DispatchId letter, std::int64_t position);

} // namespace store
} // namespace dispatch
