#pragma once
#include "voice/actions/acting.hpp"

#include <string_view>

namespace voice {

/// Invented hearings around today: one that the state has concluded, one on its way through the bodies, one that nobody
/// prepares, and one that was put aside.
Result<void> load_state_hearings(const Acting&, std::string_view facts);

} // namespace voice
