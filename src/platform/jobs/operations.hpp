#pragma once
// The operators' page of background work.
#include "platform/http/router.hpp"

namespace jobs {

/// GET /operations/jobs; POST …/{job}/retry and …/{job}/drop. All need platform.operate.
void add_routes(http::Router&);

} // namespace jobs
