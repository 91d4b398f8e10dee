#pragma once
// How one line of the log looks.
#include "platform/clock.hpp"
#include "platform/log/log.hpp"

#include <span>

namespace logging {

std::string_view name_of(Level);
/// Without line end. Values keep to one line: control characters are written as escapes.
std::string line(Form, Instant at, Level, std::string_view event, std::span<const Field>);

} // namespace logging
