#pragma once
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace representation {

/// Those who hold a seat somewhere for the workplace, by id: their names are public already. Nobody when there is no
/// such workplace.
Result<std::vector<ui::Choice>> people_of(const http::Query&, const std::string& workplace);

} // namespace representation
