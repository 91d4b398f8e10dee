#pragma once
// What happened to one thing: lines of a timeline, and the same in JSON.
#include "platform/http/call.hpp"
#include "platform/journal/journal.hpp"
#include "platform/json/described.hpp"

namespace journal {

struct HappeningView {
    EventId id;
    std::int64_t sequence = 0; ///< Its place in the journal.
    std::string type;          ///< "governance.case_planned"
    Instant at;
    std::string what; ///< In the language asked for.
    std::string who;  ///< Name, organisation and authority.
};
BOOST_DESCRIBE_STRUCT(HappeningView, (), (id, sequence, type, at, what, who))

/// The newest that the one who asks may see, newest first, in the language of the page.
Result<std::vector<HappeningView>> happenings_about(const http::Query&, const Subject&, int most = 50);

Html timeline_of(const http::Call&, const std::vector<HappeningView>&);
/// The timeline as a section of its own; nothing when nothing happened.
Html history_section(const http::Call&, const std::vector<HappeningView>&);

} // namespace journal
