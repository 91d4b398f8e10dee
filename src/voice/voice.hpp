#pragma once
// The front door of voice: what the sector has said to the state and to others, and the rules that stand in its way.
#include "directory/directory.hpp"
#include "platform/http/router.hpp"

#include <vector>

namespace voice {

void add_routes(http::Router&);
/// What refers to organisations here and follows them through mergers and splits.
std::vector<directory::Referrer> referrers();

} // namespace voice
