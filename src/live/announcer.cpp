#include "live/announcer.hpp"

#include <map>

namespace live {

std::string meeting_topic(governance::MeetingId id) {
    return "meeting/" + id.to_string();
}

std::string counting_topic(governance::MeetingId id) {
    return "voting/" + id.to_string();
}

/// The newest of each, so that a commit that touched a meeting ten times is told once.
static std::map<std::string, std::int64_t> newest_of(const std::vector<journal::Touch>& touches) {
    std::map<std::string, std::int64_t> newest;
    for (const auto& touch : touches)
        newest[touch.subject_id] = touch.sequence;
    return newest;
}

Announcer::Announcer(db::Database& database, journal::Journal& journal, http::EventHub& hub)
    : hub_{hub}, meetings_{database, journal, "meeting",
                           [this](const std::vector<journal::Touch>& touches) {
                               // Before anybody is told, so that nobody fetches what was kept before the change.
                               hub_.publish(all_meetings, touches.back().sequence, changed_event, "");
                               for (const auto& [meeting, sequence] : newest_of(touches)) {
                                   hub_.publish("meeting/" + meeting, sequence, changed_event, "");
                                   hub_.publish("voting/" + meeting, sequence, changed_event, "");
                               }
                           }},
      votings_{database, journal, "voting", [this](const std::vector<journal::Touch>& touches) {
                   for (const auto& [meeting, sequence] : newest_of(touches))
                       hub_.publish("voting/" + meeting, sequence, changed_event, "");
               }} {}

} // namespace live
