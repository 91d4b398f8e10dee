#include "directory/directory.hpp"
#include "hearings/actions/give_answer.hpp"
#include "hearings/store/hearing_store.hpp"

#include <algorithm>

namespace hearings {

Result<std::optional<Voice>> voice_for(db::Reader& reader, const Principal& principal,
                                       directory::OrganisationId organisation, Date today) {
    if (principal.may(right::answer, organisation.to_string())) return std::optional{Voice{organisation, {}}};
    if (!principal.may_somewhere(right::answer)) return std::optional<Voice>{};
    for (const auto& network : TRY(directory::networks_of(reader, organisation, today))) {
        if (principal.may(right::answer, network.id.to_string())) return std::optional{Voice{organisation, network.id}};
    }
    return std::optional<Voice>{};
}

/// The organisations that the principal's grants name.
static std::vector<directory::OrganisationId> scopes_of(const Principal& principal) {
    std::vector<directory::OrganisationId> scopes;
    for (const auto& grant : principal.grants) {
        if (grant.right != right::answer.name) continue;
        if (const auto id = directory::OrganisationId::parse(grant.scope)) scopes.push_back(*id);
    }
    return scopes;
}

Result<std::vector<Voice>> voices_in(db::Reader& reader, const Principal& principal, const Hearing& hearing,
                                     Date today) {
    std::vector<Voice> voices;
    const auto add = [&](const Voice& voice) -> Result<void> {
        const bool is_known =
            std::ranges::any_of(voices, [&](const Voice& known) { return known.organisation == voice.organisation; });
        if (!is_known && TRY(find_addressee(reader, hearing.id, voice.organisation))) voices.push_back(voice);
        return {};
    };
    for (const auto scope : scopes_of(principal))
        TRY(add({scope, {}}));
    for (const auto scope : scopes_of(principal)) {
        const auto found = TRY(directory::organisations_by_id(reader, {scope}));
        if (found.empty() || found.front().kind != directory::OrganisationKind::network) continue;
        for (const auto& member : TRY(directory::members_of(reader, scope, today)))
            TRY(add({member.id, scope}));
    }
    return voices;
}

} // namespace hearings
