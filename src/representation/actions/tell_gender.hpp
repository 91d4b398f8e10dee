#pragma once
#include "representation/actions/acting.hpp"
#include "representation/words.hpp"

#include <optional>

namespace representation {

/// Keeps what the one who is logged in tells of themselves, sealed; nothing takes back what was told. Nobody tells it
/// of somebody else. Fails with platform.not_logged_in, platform.right_missing (a machine has nothing to tell).
Result<void> tell_gender(const Acting&, const std::optional<Gender>&);

} // namespace representation
