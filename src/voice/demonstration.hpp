#pragma once
#include "platform/services.hpp"

namespace voice {

/// Fills the registers with invented positions and hindrances, through the same actions as people use. Needs the
/// demonstration of governance. Does nothing when there are positions already. Fails with what the actions fail with;
/// then nothing is changed.
Result<void> load_demonstration(const Services&);

} // namespace voice
