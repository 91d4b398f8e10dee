#pragma once
// What the pages of this module have in common.
#include "platform/http/call.hpp"
#include "platform/ui/form_page.hpp"
#include "voice/views/models.hpp"
#include "voice/views/state_hearing_models.hpp"

namespace voice {

std::string label(const http::Call&, PositionState);
std::string label(const http::Call&, HindranceState);
std::string label(const http::Call&, HearingResult);
Html state_tag(const http::Call&, PositionState);
Html state_tag(const http::Call&, HindranceState);

/// A row of links, one for each state and one for all; the chosen one is marked.
Html state_filter(const http::Call&, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>>& states, std::string_view chosen);

} // namespace voice
