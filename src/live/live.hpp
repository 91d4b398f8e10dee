#pragma once
// The front door of live: a meeting's pages while it goes on.
#include "governance/ids.hpp"
#include "platform/http/event_stream.hpp"
#include "platform/http/router.hpp"

namespace live {

/// The hub is told by an Announcer (announcer.hpp) as long as the program serves.
void add_routes(http::Router&, http::EventHub&);
/// "Follow the meeting": for the page of a meeting that is under way; else nothing.
Result<Html> panel_of_meeting(const http::Query&, governance::MeetingId);

} // namespace live
