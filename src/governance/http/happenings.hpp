#pragma once
// Events of the journal as lines of a timeline.
#include "governance/views/case_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// The newest that the one who asks may see, newest first, in the language of the page.
Result<std::vector<HappeningView>> happenings_about(const http::Query&, const journal::Subject&, int limit);

} // namespace governance
