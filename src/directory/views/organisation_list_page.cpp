#include "directory/views/organisation_list_page.hpp"

#include "directory/texts.hpp"
#include "directory/views/labels.hpp"

#include <fmt/format.h>

namespace directory {

using html::cls;

static ui::Field field_of(const http::Call& call, std::string_view name, const i18n::Message& label, std::string value,
                          std::string_view type) {
    ui::Field field;
    field.name = name;
    field.label = call.t(label);
    field.value = std::move(value);
    field.type = type;
    field.is_required = true; // A filter always has a value; "all" is one.
    return field;
}

static std::vector<ui::Choice> with_all(const http::Call& call, std::vector<ui::Choice> choices) {
    choices.insert(choices.begin(), ui::Choice{.value = {}, .label = call.t(text::filter_all)});
    return choices;
}

static Html filter_form(const http::Call& call, const OrganisationFilter& filter, const FilterChoices& choices) {
    const ui::FormState state;
    std::vector<ui::Choice> kinds;
    for (const auto name : json::enumerator_names<OrganisationKind>) {
        kinds.push_back({.value = std::string{name}, .label = call.t.by_name(fmt::format("kind.{}", name))});
    }
    const auto kind = filter.kind ? std::string{json::name_of(*filter.kind)} : std::string{};
    return ui::filter_form(
        call, "/organisations",
        html::join(
            {ui::field(call, state, field_of(call, "q", text::filter_words, filter.q.value_or(""), "search")),
             ui::select(call, state, field_of(call, "kind", text::filter_kind, kind, ""),
                        with_all(call, std::move(kinds))),
             ui::select(call, state, field_of(call, "county", text::filter_county, filter.county.value_or(""), ""),
                        with_all(call, choices.counties)),
             ui::select(call, state, field_of(call, "network", text::filter_network, filter.network.value_or(""), ""),
                        with_all(call, choices.networks))}));
}

static std::string meta_of(const http::Call& call, const OrganisationRow& row) {
    std::string meta;
    const auto append = [&](const std::string& words) {
        if (!words.empty()) meta += (meta.empty() ? "" : " · ") + words;
    };
    append(row.number);
    append(row.county_name);
    if (row.population > 0) append(call.t(text::inhabitants({.count = row.population})));
    if (row.ended_on) append(period_words(call, {}, row.ended_on));
    return meta;
}

static Html hits(const http::Call& call, const OrganisationListView& list) {
    const auto count = html::p(cls("meta"), html::attribute("role", "status"),
                               call.t(text::organisations_found({.count = list.total})));
    if (list.organisations.empty()) {
        return html::join(
            {count, ui::empty_state(call.t(text::organisations_none), call.t(text::organisations_none_text),
                                    ui::Action{call.t(text::organisations_all), call.url("/organisations")})});
    }
    std::vector<Html> cards;
    for (const auto& row : list.organisations) {
        cards.push_back(ui::link_card(row.name, call.url(row.url), meta_of(call, row),
                                      tags_of(call, row.kind, row.ended_on.has_value(), row.is_invented)));
    }
    return html::join({count, ui::card_grid(cards), ui::pagination(call, list.page, list.pages)});
}

Html organisation_list_page(const http::Call& call, const OrganisationListView& list, const OrganisationFilter& filter,
                            const FilterChoices& choices, bool may_maintain) {
    const auto title = call.t(text::organisations);
    Html beside;
    if (may_maintain) {
        beside = ui::button_link(call.t(text::organisation_register), call.url("/organisations/new"), "secondary",
                                 ui::Icon::plus);
    }
    return ui::page(
        call,
        {.title = title,
         .crumbs = {{title}},
         .hero = ui::hero({.title = title, .lead = call.t(text::organisations_lead), .beside = beside}),
         .content = html::join({filter_form(call, filter, choices), ui::section(title, "hits", hits(call, list))}),
         .alternates = alternates(call, "/organisations", {http::Format::json, http::Format::csv}),
         .description = call.t(text::organisations_lead),
         .attribution = attribution(call)});
}

csv::Table organisation_csv(const http::Call& call, const std::vector<OrganisationRow>& rows) {
    csv::Table table{.columns = {"name", "kind", "number", "organisationNumber", "countyNumber", "countyName",
                                 "population", "endedOn", "isInvented", "url"},
                     .rows = {}};
    for (const auto& row : rows) {
        table.rows.push_back({row.name, std::string{json::name_of(row.kind)}, row.number, row.organisation_number,
                              row.county_number, row.county_name, fmt::format("{}", row.population),
                              row.ended_on ? to_string(*row.ended_on) : std::string{},
                              row.is_invented ? "true" : "false", call.public_url + row.url});
    }
    return table;
}

} // namespace directory
