#pragma once
// Who became whom, drawn as bars through time, with the same as a table.
#include "directory/views/models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace directory {

/// Nothing when nobody was merged or split.
Html history_picture(const http::Call&, const LineageView&, OrganisationId highlighted);

} // namespace directory
