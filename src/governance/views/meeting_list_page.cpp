#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_pages.hpp"

namespace governance {

static Html filter(const http::Call& call, std::vector<ui::Choice> bodies) {
    const ui::FormState state;
    const auto asked = [&](std::string_view name) { return std::string{call.request.query.first(name).value_or("")}; };
    const auto any = [&](std::vector<ui::Choice> choices) {
        choices.insert(choices.begin(), ui::Choice{.value = {}, .label = call.t(text::filter_any), .hint = {}});
        return choices;
    };
    auto from = ui::labelled_field(call, "from", text::filter_from, asked("from"));
    from.type = "date";
    auto to = ui::labelled_field(call, "to", text::filter_to, asked("to"));
    to.type = "date";
    return ui::filter_form(
        call, "/meetings",
        html::join({ui::select(call, state, ui::labelled_field(call, "body", text::filter_body, asked("body")),
                               any(std::move(bodies))),
                    ui::select(call, state, ui::labelled_field(call, "state", text::filter_state, asked("state")),
                               any(words_as_choices<MeetingState>(call))),
                    ui::field(call, state, from), ui::field(call, state, to),
                    ui::select(call, state, ui::labelled_field(call, "order", text::filter_sort, asked("order")),
                               {{.value = {}, .label = call.t(text::meetings_oldest_first)},
                                {.value = "newest", .label = call.t(text::meetings_newest_first)}})}));
}

/// The address of the same list in another format.
static std::string in_format(const http::Call& call, std::string_view suffix) {
    http::Form query;
    for (const auto& [name, value] : call.request.query.fields()) {
        if (name != "page" && !value.empty()) query.add(name, value);
    }
    const auto fields = query.to_string();
    return "/meetings" + std::string{suffix} + (fields.empty() ? "" : "?" + fields);
}

Html meeting_list_page(const http::Call& call, const MeetingListView& list, const std::vector<ui::Choice>& bodies,
                       bool may_plan) {
    const auto& t = call.t;
    const auto count =
        html::p(html::cls("meta"), html::attribute("role", "status"), t(text::meetings_found({.count = list.total})));
    const auto hits =
        list.meetings.empty()
            ? ui::empty_state(t(text::meetings_none), t(text::meetings_none_text),
                              ui::Action{t(text::meetings_all), call.url("/meetings"), {}})
            : html::join({meeting_cards(call, list.meetings, {}, true), ui::pagination(call, list.page, list.pages)});
    ui::Page page;
    page.title = t(text::meetings);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::meetings_lead);
    if (may_plan) {
        hero.beside = ui::button_link(t(text::meeting_plan), call.url("/meetings/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    const auto json = in_format(call, ".json"), csv = in_format(call, ".csv"), ics = in_format(call, ".ics"),
               atom = in_format(call, ".atom");
    page.content =
        html::join({filter(call, bodies), count, hits, html::p(ui::link(t(text::calendar_see), call.url("/calendar"))),
                    ui::formats_card(
                        call, {{"JSON", json}, {"CSV", csv}, {t(text::meeting_calendar_file), ics}, {"Atom", atom}})});
    page.alternates = {
        {http::Format::json, json}, {http::Format::csv, csv}, {http::Format::ics, ics}, {http::Format::atom, atom}};
    page.description = hero.lead;
    return ui::page(call, page);
}

} // namespace governance
