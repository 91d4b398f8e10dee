#include "voice/http/links.hpp"

#include "directory/directory.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"

namespace voice {

Result<NamedLink> Links::organisation(directory::OrganisationId id) {
    const auto key = id.to_string();
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const auto found = TRY(directory::find_organisation(query_.reader, id, query_.request.language));
    return known_[key] = NamedLink{found.name, found.url};
}

Result<NamedLink> Links::matter(governance::CaseId id) {
    const auto key = id.to_string();
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const auto card = TRY(governance::case_card(query_.reader, id, query_.today(), query_.request.language));
    const auto name = card.title.empty() ? card.number : card.number + " " + card.title;
    return known_[key] = NamedLink{name, card.path};
}

Result<NamedLink> Links::body(governance::BodyId id) {
    const auto found = TRY(governance::body_card(query_.reader, id, query_.request.language));
    return NamedLink{found.name, found.path};
}

} // namespace voice
