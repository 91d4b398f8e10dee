#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Wraps the key of every dispatch under the newest post key, a few at a time, and goes on where it stopped. Does
/// nothing when that is done, or when there has never been another key.
///
/// Fails with platform.seal_broken when the key that something is wrapped under is not in the data folder.
Result<void> rewrap_keys(const Office&);

} // namespace dispatch
