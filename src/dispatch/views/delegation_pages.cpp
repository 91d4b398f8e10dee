#include "dispatch/views/delegation_pages.hpp"

#include "dispatch/texts.hpp"
#include "platform/json/described_members.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

static Html delegation_tag(const http::Call& call, DelegationState state) {
    using enum DelegationState;
    const auto words = call.t.by_name(fmt::format("delegation.state.{}", json::name_of(state)));
    switch (state) {
    case offered:
        return ui::tag(words, ui::Tone::warning, ui::Icon::hourglass);
    case in_force:
        return ui::tag(words, ui::Tone::success, ui::Icon::checkmark_circle);
    case coming:
        return ui::tag(words, ui::Tone::info, ui::Icon::calendar);
    case ended:
    case expired:
        break;
    }
    return ui::tag(words, ui::Tone::neutral, ui::Icon::minus_circle);
}

static std::string delegation_period(const http::Call& call, const DelegationRow& row) {
    const auto& t = call.t;
    return t(text::delegation_period({.from = t.date(row.valid_from), .to = t.date(row.valid_to)}));
}

static Html delegation_cards(const http::Call& call, const std::vector<DelegationRow>& rows,
                             const i18n::Message& none) {
    if (rows.empty()) return html::p(call.t(none));
    std::vector<Html> cards;
    for (const auto& row : rows) {
        cards.push_back(ui::link_card(row.person, call.url(row.url), delegation_period(call, row),
                                      {delegation_tag(call, row.state)}));
    }
    return ui::card_grid(cards);
}

static ui::Crumb mailbox_crumb(const http::Call& call) {
    return {call.t(text::mailbox), call.url("/mailbox")};
}

Html delegations_page(const http::Call& call, const DelegationsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::delegations);
    page.crumbs = {mailbox_crumb(call), {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::delegations_lead);
    if (view.is_known) {
        hero.beside = ui::button_link(t(text::delegation_new), call.url("/delegations/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    const auto unknown =
        view.is_known ? Html{}
                      : ui::alert(ui::Tone::info, t(text::mailbox_unknown), html::p(t(text::mailbox_unknown_text)));
    page.content =
        html::join({unknown,
                    ui::section(t(text::delegations_given), "given",
                                delegation_cards(call, view.given, text::delegations_given_none)),
                    ui::section(t(text::delegations_received), "received",
                                delegation_cards(call, view.received, text::delegations_received_none)),
                    html::p(ui::button_link(t(text::readings), call.url("/post-readings"), "secondary", ui::Icon::eye)),
                    ui::formats_card(call, {{"JSON", "/delegations.json"}})});
    page.alternates = {{http::Format::json, "/delegations.json"}};
    return ui::page(call, page);
}

static Html letters_covered(const http::Call& call, const DelegationView& view) {
    if (view.letters == DelegationLetters::all_senders) return Html{call.t(text::delegation_letters_all)};
    std::vector<Html> names;
    for (const auto& name : view.senders) {
        names.push_back(html::li(name));
    }
    return html::join({Html{call.t(text::delegation_letters_chosen)}, html::ul(html::cls("ds-list"), names)});
}

static Html delegation_facts(const http::Call& call, const DelegationView& view) {
    const auto& t = call.t;
    const auto at = [&](const std::optional<Instant>& when) { return when ? Html{t.date_time(*when)} : Html{}; };
    return ui::facts(
        {{t(view.is_giver ? text::delegation_to : text::delegation_by), Html{view.person}},
         {t(text::delegation_written), view.written_name == view.person ? Html{} : Html{view.written_name}},
         {t(text::delegation_valid), Html{delegation_period(call, view)}},
         {t(text::delegation_letters), letters_covered(call, view)},
         {t(text::delegation_may), Html{t(view.may_answer ? text::delegation_may_answer : text::delegation_may_read)}},
         {t(text::delegation_read),
          Html{t(view.counts_as_read ? text::delegation_read_counts : text::delegation_read_not)}},
         {t(text::delegation_high), Html{t(view.covers_high ? text::delegation_high_yes : text::delegation_high_no)}},
         {t(text::delegation_given_at), Html{t.date_time(view.given_at)}},
         {t(text::delegation_accepted_at), at(view.accepted_at)},
         {t(text::delegation_ended_at), at(view.ended_at)}});
}

/// What the one who looks can do with it now.
static Html delegation_ways(const http::Call& call, const DelegationView& view) {
    const auto& t = call.t;
    if (!is_open(view.state)) return {};
    if (!view.is_giver && view.state == DelegationState::offered) {
        return ui::section(
            t(text::delegation_accept_heading), "accept",
            html::join(
                {html::p(t(text::delegation_accept_text({.name = view.person}))),
                 html::div(html::cls("buttons"),
                           ui::post_button(call, t(text::delegation_accept), view.url + "/acceptance", "primary"),
                           ui::post_button(call, t(text::delegation_refuse), view.url + "/ending"))}));
    }
    const auto read = view.letters_url
                          ? html::p(ui::button_link(t(text::delegation_letters_of({.name = view.person})),
                                                    call.url(*view.letters_url), "primary", ui::Icon::envelope))
                          : Html{};
    const auto end = ui::section(t(text::delegation_end_heading), "end",
                                 html::join({html::p(t(text::delegation_end_text)),
                                             ui::post_button(call, t(text::delegation_end), view.url + "/ending")}));
    return html::join({read, end});
}

Html delegation_page(const http::Call& call, const DelegationView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(view.is_giver ? text::delegation_title_to({.name = view.person})
                                 : text::delegation_title_by({.name = view.person}));
    page.crumbs = {mailbox_crumb(call), {t(text::delegations), call.url("/delegations")}, {page.title, {}}};
    ui::Hero hero;
    hero.tags = {delegation_tag(call, view.state)};
    hero.title = page.title;
    page.hero = ui::hero(hero);
    page.content = html::div(html::cls("narrow"), delegation_facts(call, view), delegation_ways(call, view));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

static Html sender_fields(const http::Call& call, const ui::FormState& state, const DelegationFormView& view) {
    const auto& t = call.t;
    auto letters = ui::required_field(call, "letters", text::delegation_letters);
    const auto choice = [&](DelegationLetters which, const i18n::Message& label) {
        return ui::Choice{.value = std::string{json::name_of(which)}, .label = t(label), .hint = {}};
    };
    std::vector<Html> fields{ui::radios(call, state, letters,
                                        {choice(DelegationLetters::chosen_senders, text::delegation_letters_chosen),
                                         choice(DelegationLetters::all_senders, text::delegation_letters_all)})};
    std::vector<ui::Choice> senders;
    for (const auto& sender : view.senders) {
        senders.push_back({.value = sender.id, .label = sender.name, .hint = {}});
    }
    if (!senders.empty()) {
        auto field = ui::labelled_field(call, "senders", text::delegation_senders);
        field.hint = t(text::delegation_senders_hint);
        fields.push_back(ui::checkboxes(call, state, field, senders));
    }
    auto others = ui::labelled_field(call, "otherSenders", text::delegation_other_senders);
    others.hint = t(text::delegation_other_senders_hint);
    others.rows = 3;
    fields.push_back(ui::field(call, state, others));
    return html::join(fields);
}

static Html yes_field(const http::Call& call, const ui::FormState& state, std::string_view name,
                      const i18n::Message& label, const i18n::Message& words, const i18n::Message& hint) {
    return ui::checkboxes(call, state, ui::labelled_field(call, name, label),
                          {{.value = "true", .label = call.t(words), .hint = call.t(hint)}});
}

Html new_delegation_page(const http::Call& call, const ui::FormState& state, const DelegationFormView& view) {
    const auto& t = call.t;
    auto number = ui::required_field(call, "identityNumber", text::delegation_number);
    number.hint = t(text::delegation_number_hint);
    number.width = "md";
    number.autocomplete = "off";
    auto name = ui::required_field(call, "name", text::delegation_name);
    name.hint = t(text::delegation_name_hint);
    name.autocomplete = "off";
    auto from = ui::date_field(call, "validFrom", text::delegation_from, to_string(view.today));
    from.hint = t(text::delegation_from_hint);
    auto to = ui::date_field(call, "validTo", text::delegation_last_day);
    to.hint = t(text::delegation_last_day_hint({.years = std::to_string(delegation_years_max)}));
    const auto fields =
        html::join({ui::field(call, state, number), ui::field(call, state, name), ui::field(call, state, from),
                    ui::field(call, state, to), sender_fields(call, state, view),
                    yes_field(call, state, "mayAnswer", text::delegation_may, text::delegation_may_answer,
                              text::delegation_may_hint),
                    yes_field(call, state, "countsAsRead", text::delegation_read, text::delegation_read_counts,
                              text::delegation_read_hint),
                    html::p(t(view.covers_high ? text::delegation_high_yes : text::delegation_high_no))});
    return ui::form_page(call, state,
                         {.title = t(text::delegation_new),
                          .lead = t(text::delegation_new_lead),
                          .send = t(text::delegation_give),
                          .path = "/delegations",
                          .crumbs = {mailbox_crumb(call), {t(text::delegations), call.url("/delegations")}},
                          .back = "/delegations"},
                         fields);
}

Html readings_page(const http::Call& call, const ReadingsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::readings);
    page.crumbs = {mailbox_crumb(call), {t(text::delegations), call.url("/delegations")}, {page.title, {}}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::readings_lead)});
    std::vector<ui::Happening> lines;
    for (const auto& row : view.readings) {
        const auto title = row.title.empty() ? t(text::letter_locked_title) : row.title;
        lines.push_back({.when = t.date_time(row.at),
                         .machine_time = to_string(row.at),
                         .what = html::join({Html{t(text::reading_by({.name = row.name}))}, Html{": "},
                                             row.url ? ui::link(title, call.url(*row.url)) : Html{title}}),
                         .who = row.sender,
                         .icon = ui::Icon::eye});
    }
    page.content =
        lines.empty() ? ui::empty_state(t(text::readings_none), t(text::readings_none_text)) : ui::timeline(lines);
    page.alternates = {{http::Format::json, "/post-readings.json"}};
    return ui::page(call, page);
}

} // namespace dispatch
