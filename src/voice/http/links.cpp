#include "voice/http/links.hpp"

#include "directory/directory.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "platform/journal/sentence.hpp"

namespace voice {

static constexpr int events_shown = 50;

Result<Link> Links::organisation(directory::OrganisationId id) {
    const auto key = id.to_string();
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const auto found = TRY(directory::find_organisation(query_.reader, id, query_.request.language));
    return known_[key] = Link{found.name, found.url};
}

Result<Link> Links::matter(governance::CaseId id) {
    const auto key = id.to_string();
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const auto card = TRY(governance::case_card(query_.reader, id, query_.today(), query_.request.language));
    const auto name = card.title.empty() ? card.number : card.number + " " + card.title;
    return known_[key] = Link{name, card.path};
}

Result<Link> Links::body(governance::BodyId id) {
    const auto found = TRY(governance::body_card(query_.reader, id, query_.request.language));
    return Link{found.name, found.path};
}

Result<std::vector<EventView>> events_about(const http::Query& query, const journal::Subject& subject) {
    std::vector<EventView> events;
    for (const auto& event : TRY(query.journal.about(query.reader, subject, query.principal, events_shown))) {
        events.push_back(
            {event.id.to_string(), journal::sentence(event, query.t), journal::actor(event, query.t), event.at});
    }
    return events;
}

} // namespace voice
