#pragma once
// Which dispatches' keys are still wrapped under an older post key, and how far the work has come.
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct Rewrapping {
    std::int64_t generation = 1; ///< Of the post key that everything is to be wrapped under.
    std::string position;        ///< The last dispatch looked at; empty before the first.
    std::int64_t wrapped = 0;
    Instant begun_at;
    std::optional<Instant> ended_at;
};

struct WrappedKey {
    DispatchId id;
    db::Bytes wrapped;
};

namespace store {

Result<std::optional<Rewrapping>> rewrapping(db::Reader&, std::int64_t generation);
/// Makes or changes it.
Result<void> set_rewrapping(db::Transaction&, const Rewrapping&);
/// The next few keys behind the position, whatever they are wrapped under.
Result<std::vector<WrappedKey>> keys_behind(db::Reader&, std::string_view position, int limit);

} // namespace store
} // namespace dispatch
