#pragma once
#include "voice/actions/acting.hpp"

#include <string_view>

namespace voice {

/// Invented applications around today: one answered, one that waits, one taken with too few days, one too late.
Result<void> load_co_funding(const Acting&, std::string_view facts);

} // namespace voice
