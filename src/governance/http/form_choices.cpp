#include "governance/http/form_choices.hpp"
#include "directory/directory.hpp"
#include "governance/store/body_store.hpp"

#include <algorithm>

namespace governance {

static Result<std::vector<ui::Choice>> people_in(const http::Query& query, directory::OrganisationId organisation) {
    std::vector<ui::Choice> people;
    for (const auto& role : TRY(directory::roles_in(query.reader, organisation, query.today()))) {
        const auto id = role.person.id.to_string();
        if (std::ranges::find(people, id, &ui::Choice::value) != people.end()) continue;
        people.push_back({.value = id, .label = role.person.name + ", " + role.name, .hint = {}});
    }
    return people;
}

Result<FormChoices> form_choices(const http::Query& query, std::optional<directory::OrganisationId> organisation) {
    FormChoices choices;
    for (const auto& body : TRY(list_bodies(query.reader))) {
        choices.bodies.push_back(
            {.value = body.id.to_string(), .label = body.name(query.request.language), .hint = {}});
    }
    const auto acts_for = directory::OrganisationId::parse(query.principal.organisation_id);
    if (acts_for) {
        const auto found = TRY(directory::organisations_by_id(query.reader, {*acts_for}));
        if (!found.empty()) choices.owner = found.front().slug;
        if (!organisation) organisation = *acts_for;
    }
    if (organisation) choices.people = TRY(people_in(query, *organisation));
    return choices;
}

Result<FilterChoices> filter_choices(const http::Query& query) {
    FilterChoices choices;
    for (const auto& body : TRY(list_bodies(query.reader))) {
        choices.bodies.push_back({.value = body.slug, .label = body.name(query.request.language), .hint = {}});
    }
    for (const auto& county : TRY(directory::counties_on(query.reader, query.today(), query.request.language))) {
        choices.regions.push_back({.value = county.slug, .label = county.name, .hint = {}});
    }
    return choices;
}

} // namespace governance
