#pragma once
// What was answered to requests for signatures.
#include "dispatch/domain/signing.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

namespace dispatch {

struct Signing {
    SigningDecision decision = SigningDecision::given;
    Instant decided_at;
    db::Bytes evidence; ///< Sealed.
};

namespace store {

/// False when it was answered before.
Result<bool> insert(db::Transaction&, DispatchId, const Signing&);
Result<std::optional<Signing>> signing_of(db::Reader&, DispatchId);

} // namespace store
} // namespace dispatch
