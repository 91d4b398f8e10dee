#pragma once
// The platform's own pages: accessibility statement, privacy, about.
#include "platform/http/router.hpp"

namespace ui {

void add_routes(http::Router&);

/// /components, where every component is shown; for the demonstration and the browser tests.
void add_demonstration_routes(http::Router&);

} // namespace ui
