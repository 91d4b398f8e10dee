#pragma once
#include "platform/id.hpp"

namespace voice {

using PositionId = Id<struct PositionTag>;
using HindranceId = Id<struct HindranceTag>;

} // namespace voice
