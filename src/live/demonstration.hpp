#pragma once
#include "platform/services.hpp"

namespace live {

/// Lets the meeting that the demonstration of governance leaves under way treat its first item, with two on the list of
/// speakers. Does nothing when there is none, or when something is treated already.
Result<void> load_demonstration(const Services&);

} // namespace live
