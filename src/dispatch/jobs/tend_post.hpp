#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// What comes again by itself: waits that have lasted too long end, silent receivers are told of, and content that has
/// been kept for long enough is destroyed with its keys.
Result<void> tend_post(const Office&);

} // namespace dispatch
