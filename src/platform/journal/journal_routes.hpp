#pragma once
// The journal on the web: the newest events, each with its proof, the export, files about one subject, the public key.
#include "platform/http/router.hpp"

namespace journal {

void add_routes(http::Router&);

} // namespace journal
