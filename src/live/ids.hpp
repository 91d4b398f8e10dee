#pragma once
#include "platform/id.hpp"

namespace live {

using SpeakerId = Id<struct SpeakerTag>; ///< Somebody who asked for the floor, once.
using BallotId = Id<struct BallotTag>;   ///< A vote that the members cast themselves.

} // namespace live
