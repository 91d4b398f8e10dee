#pragma once
// Contents in the blob store that no dispatch and no upload refers to any more.
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace dispatch {

/// How much has been given back since the beginning, and what waits.
struct SpaceFigures {
    std::int64_t contents = 0, bytes = 0, waiting = 0;
};

namespace store {

/// From now on nothing refers to them; again does nothing.
Result<void> release(db::Transaction&, const std::vector<std::string>& blobs, Instant now);
Result<void> release_documents(db::Transaction&, DispatchId, Instant now);
/// The oldest of those released before a time.
Result<std::vector<std::string>> released_before(db::Reader&, Instant before, int limit);
/// Their space is given back.
Result<void> note_given_back(db::Transaction&, const std::vector<std::string>& blobs, std::int64_t bytes);

Result<Instant> looked_until(db::Reader&);
Result<void> set_looked_until(db::Transaction&, Instant);
/// Takes those that an upload refers to out of the set.
Result<void> drop_uploaded(db::Reader&, std::unordered_set<std::string>& blobs);
/// Takes those that dispatches received since a time refer to out of the set.
Result<void> drop_sent_since(db::Reader&, Instant since, std::unordered_set<std::string>& blobs);
/// Those of a few that any dispatch refers to, whenever it was received; reads all documents.
Result<std::vector<std::string>> sent_of(db::Reader&, const std::vector<std::string>& blobs);

Result<SpaceFigures> space_figures(db::Reader&);

} // namespace store
} // namespace dispatch
