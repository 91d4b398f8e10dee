// Reading organisations and people: the list, the page, in every format.
#include "directory/domain/errors.hpp"
#include "directory/http/handlers.hpp"
#include "directory/http/organisation_reading.hpp"
#include "directory/rights.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/store/person_store.hpp"
#include "directory/views/organisation_list_page.hpp"
#include "directory/views/organisation_page.hpp"
#include "directory/views/people_page.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>

namespace directory {

static Result<FilterChoices> choices_for(const http::Query& query) {
    FilterChoices choices;
    for (const auto& [number, name] : TRY(county_names(query))) {
        choices.counties.push_back({.value = number, .label = name});
    }
    for (const auto& network : TRY(store::of_kind(query.reader, OrganisationKind::network, query.today()))) {
        choices.networks.push_back({.value = network.slug, .label = shown_name(network, query.request.language)});
    }
    for (auto* list : {&choices.counties, &choices.networks}) {
        std::ranges::sort(
            *list, [&](const auto& left, const auto& right) { return query.t.compare(left.label, right.label) < 0; });
    }
    return choices;
}

Result<http::Response> list_organisations(const http::Query& query) {
    auto filter = TRY(query.request.read_query<OrganisationFilter>());
    const bool is_table = query.request.format == http::Format::csv;
    const auto list = TRY(read_organisations(query, filter, is_table));
    const auto choices = query.wants_html() ? TRY(choices_for(query)) : FilterChoices{};
    return http::represent<OrganisationListView>(
        query, list,
        {.html =
             [&](const OrganisationListView& shown) {
                 return organisation_list_page(query, shown, filter, choices,
                                               query.principal.may_somewhere(right::maintain));
             },
         .csv = [&](const OrganisationListView& shown) { return organisation_csv(query, shown.organisations); },
         .atom = {},
         .ics = {}});
}

/// An old number, an organisation number or an id leads to the page's own address, which then says so.
static http::Response redirect(const http::Query& query, const Organisation& organisation, std::string_view key) {
    http::Response response{.status = 301};
    const bool was_a_number = key.size() == 4 || key.size() == 2;
    response.with("location", query.url("/organisations/" + organisation.slug) +
                                  (was_a_number ? "?formerNumber=" + std::string{key} : std::string{}));
    return response;
}

static Result<OrganisationFrame> frame_of(const http::Query& query, const OrganisationView& view,
                                          const Extensions& extensions) {
    OrganisationFrame frame;
    for (const auto& provider : extensions.concerns) {
        if (view.valid_to) break; // Nothing concerns those who are no more; their page leads to those who follow.
        frame.concerns.push_back(TRY(provider(query, view.id)));
    }
    const auto asked = query.request.query.first("formerNumber").value_or("");
    const bool was_held = std::ranges::any_of(
        view.numbers, [&](const NumberView& held) { return held.number == asked && held.number != view.number; });
    if (was_held) frame.asked_for = asked;
    const bool is_place = view.kind == OrganisationKind::municipality || view.kind == OrganisationKind::county;
    if (is_place && view.county) frame.map_picture_county = view.number.substr(0, 2);
    frame.may_maintain = query.principal.may(right::maintain, view.id.to_string());
    return frame;
}

Result<http::Response> show_organisation(const http::Query& query, const Extensions& extensions) {
    const auto organisation = TRY(organisation_asked(query));
    const auto key = query.request.path_value("key");
    if (query.wants_html() && key != organisation.slug) return redirect(query, organisation, key);
    const auto view = TRY(read_organisation(query, organisation));
    const auto frame = query.wants_html() ? TRY(frame_of(query, view, extensions)) : OrganisationFrame{};
    auto response = http::represent<OrganisationView>(
        query, view,
        {.html = [&](const OrganisationView& shown) { return organisation_page(query, shown, frame); },
         .csv = {},
         .atom = [&](const OrganisationView& shown) { return organisation_feed(query, shown); },
         .ics = {}});
    response.version = view.version;
    return response;
}

Result<http::Response> show_person(const http::Query& query) {
    const auto id = PersonId::parse(query.request.path_value("id"));
    if (!id) return person_not_found.error();
    const auto person = TRY(store::person(query.reader, *id));
    PersonView view{.id = person.id, .name = person.name, .roles = {}};
    for (const auto& role : TRY(store::roles_of_person(query.reader, *id, query.today()))) {
        const auto organisation = TRY(find_organisation(query.reader, role.organisation_id, query.request.language));
        view.roles.push_back({.id = role.id,
                              .person = person.id,
                              .person_name = person.name,
                              .name = role.name,
                              .organisation = {organisation.name, organisation.url},
                              .valid_from = role.valid_from,
                              .valid_to = role.valid_to});
    }
    return http::represent<PersonView>(
        query, view,
        {.html = [&](const PersonView& shown) { return person_page(query, shown); }, .csv = {}, .atom = {}, .ics = {}});
}

} // namespace directory
