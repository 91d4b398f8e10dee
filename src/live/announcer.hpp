#pragma once
// From the journal to those who follow a meeting: each commit that touched it becomes one small event.
#include "governance/ids.hpp"
#include "platform/http/event_stream.hpp"
#include "platform/journal/follower.hpp"

namespace live {

/// What the pages of a meeting listen to.
std::string meeting_topic(governance::MeetingId);
/// The same, and each vote that is cast: for whoever counts them.
std::string counting_topic(governance::MeetingId);
/// Nobody listens to it; its newest id is the version of everything that shows meetings to everybody.
inline constexpr std::string_view all_meetings{"meetings"};
inline constexpr std::string_view changed_event{"changed"};

/// Announces as long as it lives.
class Announcer {
public:
    Announcer(db::Database&, journal::Journal&, http::EventHub&);

private:
    http::EventHub& hub_;
    journal::Follower meetings_, votings_;
};

} // namespace live
