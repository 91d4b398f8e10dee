// The outbox: a search, and what it found.
#include "dispatch/rights.hpp"
#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

namespace dispatch {

static Html outbox_statuses(const http::Call& call, const ui::FormState& state, const OutboxView& view) {
    std::vector<ui::Choice> choices{
        {.value = {}, .label = call.t(text::outbox_all), .hint = {}, .is_chosen = !view.status}};
    for (const auto status : json::enumerator_values<Status>) {
        choices.push_back({.value = std::string{json::name_of(status)},
                           .label = status_label(call, status),
                           .hint = {},
                           .is_chosen = view.status == status});
    }
    return ui::select(call, state, ui::labelled_field(call, "status", text::fact_status), choices);
}

/// Nothing to choose among where there is one.
static Html outbox_accounts(const http::Call& call, const ui::FormState& state, const OutboxView& view) {
    if (view.accounts.size() < 2) return {};
    std::vector<ui::Choice> choices{
        {.value = {}, .label = call.t(text::outbox_all), .hint = {}, .is_chosen = !view.account}};
    for (const auto& account : view.accounts) {
        choices.push_back({.value = account.id.to_string(),
                           .label = account.name,
                           .hint = {},
                           .is_chosen = view.account == account.id});
    }
    return ui::select(call, state, ui::labelled_field(call, "account", text::fact_account), choices);
}

static Html outbox_day(const http::Call& call, const ui::FormState& state, std::string_view name,
                       const i18n::Message& label, const std::optional<Date>& day) {
    auto field = ui::labelled_field(call, name, label, day ? to_string(*day) : std::string{});
    field.type = "date";
    field.width = "sm";
    return ui::field(call, state, field);
}

/// A form that posts: numbers of persons must not stand in addresses.
static Html outbox_search(const http::Call& call, const ui::FormState& state, const OutboxView& view) {
    auto recipient = ui::labelled_field(call, "recipient", text::fact_recipient, view.recipient.value_or(""));
    recipient.hint = call.t(text::outbox_recipient_hint);
    auto reference = ui::labelled_field(call, "reference", text::outbox_reference, view.reference.value_or(""));
    auto system =
        ui::labelled_field(call, "sendingSystem", text::fact_sending_system, view.sending_system.value_or(""));
    const auto fields =
        html::join({ui::field(call, state, reference), ui::field(call, state, recipient),
                    ui::field(call, state, system), outbox_statuses(call, state, view),
                    outbox_accounts(call, state, view), outbox_day(call, state, "from", text::outbox_from, view.from),
                    outbox_day(call, state, "to", text::outbox_to, view.to), ui::submit(call.t(text::outbox_search))});
    return ui::form(call, "/outbox/search", html::div(html::cls("filter"), fields));
}

/// What was asked for cannot be read off the form when it was a person.
static Html outbox_asked(const http::Call& call, const OutboxView& view) {
    if (!view.person && !view.mailing && !view.behind) return {};
    const auto all = ui::link(call.t(text::outbox_show_all), call.url("/outbox"));
    if (!view.person && !view.mailing) return html::p(all);
    const auto words = call.t(view.mailing ? text::outbox_of_mailing : text::outbox_for_person);
    return html::p(html::join({Html{words + " "}, all}));
}

/// What else those who see the outbox may look at.
static Html outbox_related(const http::Call& call) {
    std::vector<Html> links;
    const auto add = [&](Right right, const i18n::Message& words, std::string_view path) {
        if (!call.principal.may(right, call.principal.organisation_id)) return;
        links.push_back(html::li(ui::link(call.t(words), call.url(path))));
    };
    add(right::see_outbox, text::statistics, "/outbox/statistics");
    add(right::keep_systems, text::systems, "/post-systems");
    add(right::see_receivers, text::silent, "/silent-receivers");
    return links.empty() ? Html{} : html::ul(html::cls("ds-list"), links);
}

static bool is_search(const OutboxView& view) {
    return view.reference || view.recipient || view.person || view.sending_system || view.mailing || view.status ||
           view.account || view.from || view.to;
}

static Html outbox_found(const http::Call& call, const OutboxView& view) {
    const auto& t = call.t;
    if (view.sent.empty())
        return is_search(view) ? ui::empty_state(t(text::outbox_not_found), t(text::outbox_not_found_text))
                               : ui::empty_state(t(text::outbox_none), t(text::outbox_none_text));
    std::vector<std::vector<Html>> rows;
    // Letters of one mailing have one title: there the recipient tells them apart.
    const bool by_recipient = view.mailing.has_value();
    for (const auto& row : view.sent) {
        const auto name = row.recipient.empty() ? row.title : row.recipient;
        if (by_recipient) {
            rows.push_back({ui::link(row.is_damaged ? t(text::letter_damaged) : name, call.url(row.url)), row.title,
                            status_tag(call, row.status), t.date_time(row.received_at), row.reference});
            continue;
        }
        rows.push_back({ui::link(row.is_damaged ? t(text::letter_damaged) : row.title, call.url(row.url)),
                        row.recipient, status_tag(call, row.status), t.date_time(row.received_at), row.reference});
    }
    const auto table =
        ui::table(t(text::outbox),
                  {{.name = t(by_recipient ? text::fact_recipient : text::fact_title)},
                   {.name = t(by_recipient ? text::fact_title : text::fact_recipient), .hides_on_phone = true},
                   {.name = t(text::fact_status)},
                   {.name = t(text::fact_received), .hides_on_phone = true},
                   {.name = t(text::fact_reference), .hides_on_phone = true}},
                  rows);
    if (!view.older_url) return table;
    const auto older =
        html::p(ui::button_link(t(text::outbox_older), call.url(*view.older_url), "secondary", ui::Icon::arrow_right));
    return html::join({table, older});
}

/// The same question, as a machine asks it.
static std::string outbox_json_path(const http::Call& call) {
    const auto question = call.request.query.to_string();
    return "/outbox.json" + (question.empty() ? "" : "?" + question);
}

Html outbox_page(const http::Call& call, const ui::FormState& state, const OutboxView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::outbox);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::outbox_lead);
    page.hero = ui::hero(hero);
    const auto json_path = outbox_json_path(call);
    page.content =
        html::join({ui::error_summary(call, state), outbox_search(call, state, view), outbox_asked(call, view),
                    outbox_found(call, view), outbox_related(call), ui::formats_card(call, {{"JSON", json_path}})});
    page.alternates = {{http::Format::json, json_path}};
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

} // namespace dispatch
