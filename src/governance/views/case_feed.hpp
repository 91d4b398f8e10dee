#pragma once
// The timeline of a case as a feed.
#include "governance/views/case_models.hpp"
#include "platform/feed/feed.hpp"
#include "platform/http/call.hpp"

namespace governance {

feed::Feed case_timeline_feed(const http::Call&, const CaseView&);

} // namespace governance
