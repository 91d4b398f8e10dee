#include "representation/actions/acting.hpp"

#include "governance/lookups.hpp"
#include "representation/domain/errors.hpp"

namespace representation {

Result<directory::OrganisationSummary> Acting::behind() const {
    if (principal.organisation_id.empty()) return nobody_behind.error();
    const auto id = TRY(directory::OrganisationId::parse(principal.organisation_id));
    return directory::find_organisation(transaction, id);
}

Result<void> Acting::tell(std::string_view type, const Round& round, journal::Body body,
                          std::vector<journal::Subject> others) const {
    const auto card = TRY(governance::body_card(transaction, round.body, i18n::Language::nb));
    body.text("number", round.number).text("body", card.name);
    journal::Event event;
    event.type = type;
    event.subjects = {{"nominations", round.id.to_string()}, {"body", round.body.to_string()}};
    for (auto& other : others) {
        event.subjects.push_back(std::move(other));
    }
    event.body = std::move(body);
    TRY(services.journal.append(transaction, principal, event, now));
    return {};
}

} // namespace representation
