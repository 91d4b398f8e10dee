#include "representation/http/links.hpp"

#include "governance/lookups.hpp"
#include "platform/journal/sentence.hpp"

namespace representation {

static constexpr int events_shown = 50;

Result<directory::OrganisationSummary> Links::summary(directory::OrganisationId id) {
    if (const auto known = organisations_.find(id); known != organisations_.end()) return known->second;
    return organisations_[id] = TRY(directory::find_organisation(query_.reader, id, query_.request.language));
}

Result<Link> Links::organisation(directory::OrganisationId id) {
    const auto found = TRY(summary(id));
    return Link{found.name, found.url};
}

Result<Link> Links::body(governance::BodyId id) {
    if (const auto known = bodies_.find(id); known != bodies_.end()) return known->second;
    const auto found = TRY(governance::body_card(query_.reader, id, query_.request.language));
    return bodies_[id] = Link{found.name, found.path};
}

Result<std::vector<EventView>> events_about(const http::Query& query, const journal::Subject& subject) {
    std::vector<EventView> events;
    for (const auto& event : TRY(query.journal.about(query.reader, subject, query.principal, events_shown))) {
        events.push_back(
            {event.id.to_string(), journal::sentence(event, query.t), journal::actor(event, query.t), event.at});
    }
    return events;
}

} // namespace representation
