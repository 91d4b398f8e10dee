#pragma once
// The states of what the sector says, as they are written in the database, in JSON and in addresses.
#include <boost/describe/enum.hpp>

#include <cstdint>

namespace voice {

enum class PositionState : std::uint8_t { in_force, superseded, withdrawn };
BOOST_DESCRIBE_ENUM(PositionState, in_force, superseded, withdrawn)

/// reported → assessed → raised with the state → resolved; declined from any state that is not final.
enum class HindranceState : std::uint8_t { reported, assessed, raised, resolved, declined };
BOOST_DESCRIBE_ENUM(HindranceState, reported, assessed, raised, resolved, declined)

} // namespace voice
