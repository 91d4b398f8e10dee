#pragma once
#include "dispatch/office.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// The receipt of a dispatch as things stand: a signed document (JWS) with all that the journal holds about it, proven.
/// Can be had as long as the dispatch is remembered, also when its content is destroyed.
///
/// Fails with platform.seal_broken, platform.event_not_found.
Result<std::string> make_receipt(db::Reader&, const Office&, const Dispatch&, Instant now);

} // namespace dispatch
