#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// What comes again by itself: waits that have lasted too long end, and silent receivers are told of.
Result<void> tend_post(const Office&);

} // namespace dispatch
