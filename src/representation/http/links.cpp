#include "representation/http/links.hpp"

#include "governance/lookups.hpp"

namespace representation {

Result<directory::OrganisationSummary> Links::summary(directory::OrganisationId id) {
    if (const auto known = organisations_.find(id); known != organisations_.end()) return known->second;
    return organisations_[id] = TRY(directory::find_organisation(query_.reader, id, query_.request.language));
}

Result<NamedLink> Links::organisation(directory::OrganisationId id) {
    const auto found = TRY(summary(id));
    return NamedLink{found.name, found.url};
}

Result<NamedLink> Links::body(governance::BodyId id) {
    if (const auto known = bodies_.find(id); known != bodies_.end()) return known->second;
    const auto found = TRY(governance::body_card(query_.reader, id, query_.request.language));
    return bodies_[id] = NamedLink{found.name, found.path};
}

} // namespace representation
