#include "governance/views/election_pages.hpp"
#include "governance/views/meeting_forms.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr int options_on_form = 8;

static std::string item_address(const MeetingView& view, const ItemView& item) {
    return fmt::format("{}/items/{}", view.url, item.id.to_string());
}

static ui::FormFrame election_place(const http::Call& call, const MeetingView& view, const ItemView& item) {
    const auto back = item_address(view, item);
    return {.title = call.t(text::election_new),
            .lead = call.t(text::election_new_lead),
            .send = call.t(text::election_open),
            .path = back + "/elections",
            .crumbs = crumbs_of(call, view),
            .back = back,
            .facts = item.number + " " + title_of(call, item)};
}

Html election_links(const http::Call& call, const std::string& item_path, const ItemView& item) {
    std::vector<Html> entries;
    for (const auto& election : item.elections) {
        if (election.is_withdrawn || !election.elected.empty()) continue;
        const auto below = fmt::format("{}/elections/{}", item_path, election.election.to_string());
        const auto tools =
            html::join({ui::button_link(call.t(text::election_hold), call.url(below), "primary", ui::Icon::vote),
                        ui::post_button(call, call.t(text::election_withdraw), below + "/withdrawal", "tertiary")});
        entries.push_back(html::li(html::strong(call.t(text::election_of({.post = election.post}))),
                                   html::div(html::cls("buttons"), tools)));
    }
    const auto open = entries.empty() ? Html{} : html::ul(html::cls("ds-list"), entries);
    if (item.kind != ItemKind::case_) return open;
    return html::join({open, html::p(ui::button_link(call.t(text::election_new), call.url(item_path + "/elections/new"),
                                                     "secondary"))});
}

Html new_election_page(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                       const ItemView& item) {
    const auto rule = view.rules.rules.election_rule();
    auto form = ui::required_field(call, "form", text::election_form, "majority");
    auto forms = words_as_choices<ElectionForm>(call);
    if (!rule.may_use_lists) {
        std::erase_if(forms, [](const ui::Choice& choice) { return choice.value == "proportional"; });
        form.hint = call.t(text::election_no_lists);
    }
    auto post = ui::required_field(call, "post", text::election_post);
    post.hint = call.t(text::election_post_hint);
    auto places = ui::required_field(call, "places", text::election_places, "1");
    places.type = "number";
    places.width = "sm";
    Html options;
    for (int i = 0; i < options_on_form; ++i) {
        const auto at = fmt::format("options[{}]", i);
        ui::Field name;
        name.name = at + ".name";
        name.label = call.t(text::election_option({.number = std::int64_t{i + 1}}));
        options += ui::field(call, state, name);
        if (!rule.may_use_lists) continue;
        ui::Field names;
        names.name = at + ".names";
        names.label = call.t(text::election_names({.number = std::int64_t{i + 1}}));
        names.hint = i == 0 ? call.t(text::election_names_hint) : "";
        names.rows = 3;
        options += ui::field(call, state, names);
    }
    return ui::form_page(call, state, election_place(call, view, item),
                         html::join({ui::field(call, state, post), ui::radios(call, state, form, forms),
                                     ui::field(call, state, places), options}));
}

static Html hidden_method(VoteMethod method) {
    return html::input(html::attribute("type", "hidden"), html::attribute("name", "method"),
                       html::attribute("value", json::name_of(method)));
}

static Html number_of_votes(const http::Call& call, const ui::FormState& state, std::string name, std::string words) {
    ui::Field field;
    field.name = std::move(name);
    field.label = std::move(words);
    field.type = "number";
    field.width = "sm";
    field.value = "0";
    field.is_required = true;
    return ui::field(call, state, field);
}

static std::string option_label(const http::Call& call, const MinutesElection& election, std::size_t i) {
    const auto& name = election.options[i].name;
    return name.empty() ? call.t(text::election_option({.number = static_cast<std::int64_t>(i + 1)})) : name;
}

/// One selection for each who may vote: an option, blank, or nothing.
static Html ballots_by_name(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                            const MinutesElection& election) {
    std::vector<ui::Choice> choices{{{}, call.t(text::vote_none), {}, false}};
    for (std::size_t i = 0; i < election.options.size(); ++i)
        choices.push_back({std::to_string(i + 1), option_label(call, election, i), {}, false});
    choices.push_back({"0", label(call, Choice::blank), {}, false});
    Html fields;
    int row = 0;
    for (const auto& attendee : view.attendees) {
        if (!attendee.may_vote) continue;
        const auto at = fmt::format("ballots[{}]", row++);
        ui::Field field;
        field.name = at + ".option";
        field.label = with_organisation(attendee.name, attendee.on_behalf_of);
        fields += html::input(html::attribute("type", "hidden"), html::attribute("name", at + ".who"),
                              html::attribute("value", attendee.appointment.to_string()));
        fields += ui::select(call, state, field, choices);
    }
    return html::join({fields, hidden_method(VoteMethod::by_name)});
}

Html election_round_page(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                         const ItemView& item, const MinutesElection& election) {
    const auto back = item_address(view, item);
    const auto path = fmt::format("{}/elections/{}/rounds", back, election.election.to_string());
    auto place = election_place(call, view, item);
    place.title = call.t(text::election_hold);
    place.lead = call.t(text::election_hold_lead);
    place.send = call.t(text::vote_count_record);
    place.path = path;
    const bool was_by_name = state.value("method") == json::name_of(VoteMethod::by_name);
    const ui::FormState nothing;
    Html counts;
    for (std::size_t i = 0; i < election.options.size(); ++i) {
        counts += number_of_votes(call, was_by_name ? nothing : state, fmt::format("counted[{}]", i),
                                  option_label(call, election, i));
    }
    counts += number_of_votes(call, was_by_name ? nothing : state, "blank", label(call, Choice::blank));
    const auto by_name = ui::form(call, path,
                                  html::join({ballots_by_name(call, was_by_name ? state : nothing, view, election),
                                              ui::submit(call.t(text::vote_record))}));
    Html below = ui::details(call.t(text::vote_by_name), by_name, was_by_name);
    if (election.options.size() == 1) {
        below += ui::details(
            call.t(text::vote_by_acclamation),
            ui::form(call, path,
                     html::join({html::p(call.t(text::vote_acclamation_text)), hidden_method(VoteMethod::acclamation),
                                 ui::submit(call.t(text::vote_acclamation_record))})));
    }
    const auto above =
        html::join({elections_of(call, {election}, "this"),
                    html::p(html::cls("meta"), call.t(text::election_commitment({.digest = election.lot_commitment}))),
                    attendance(call, view)});
    return ui::form_page(call, state, place, html::join({counts, hidden_method(VoteMethod::count)}), above, below);
}

} // namespace governance
