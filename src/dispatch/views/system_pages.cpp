#include "dispatch/views/system_pages.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

static std::string kind_label(const http::Call& call, SystemKind kind) {
    return call.t.by_name(fmt::format("system.kind.{}", json::name_of(kind)));
}

/// That the address leads nowhere, before anybody relies on it.
static Html refused_alert(const http::Call& call, const std::string& mail, Instant at) {
    return ui::alert(ui::Tone::danger, call.t(text::system_alert_refused),
                     html::p(call.t(text::system_alert_refused_text({.mail = mail, .at = call.t.date_time(at)}))));
}

static Html system_state(const http::Call& call, const PostSystemRow& row) {
    return row.closed_at ? ui::tag(call.t(text::system_closed), ui::Tone::neutral, ui::Icon::lock)
                         : ui::tag(call.t(text::system_in_use), ui::Tone::success, ui::Icon::checkmark_circle);
}

/// An address alone does not get anybody written to.
static Html silence_alert(const http::Call& call, bool sends_mail) {
    if (sends_mail) return {};
    return ui::alert(ui::Tone::warning, call.t(text::system_no_mail), html::p(call.t(text::system_no_mail_text)));
}

/// Where those are written to who read what comes to the organisation itself.
static Html mailbox_section(const http::Call& call, const ui::FormState& state, const PostSystemsView& view) {
    const auto& t = call.t;
    auto field = ui::labelled_field(call, "alertMail", text::system_mailbox_mail);
    field.hint = t(text::system_mailbox_mail_hint);
    field.type = "email";
    field.autocomplete = "off";
    field.value = view.mailbox_alert_mail.value_or("");
    const auto refused = view.mailbox_alert_refused_at
                             ? refused_alert(call, *view.mailbox_alert_mail, *view.mailbox_alert_refused_at)
                             : Html{};
    return ui::section(t(text::system_mailbox), "mailbox",
                       html::join({silence_alert(call, view.sends_mail), refused,
                                   ui::form(call, "/post-systems/mailbox",
                                            html::join({ui::field(call, state, field),
                                                        ui::submit(t(text::system_save), "secondary")}))}));
}

Html post_systems_page(const http::Call& call, const ui::FormState& state, const PostSystemsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::systems);
    page.crumbs = {{t(text::outbox), call.url("/outbox")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::systems_lead);
    page.hero = ui::hero(hero);
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.systems) {
        rows.push_back({ui::link(row.name, call.url(row.url)), Html{kind_label(call, row.kind)},
                        html::code(row.user_name), system_state(call, row), Html{t.date_time(row.opened_at)}});
    }
    const auto table = ui::table(page.title,
                                 {{.name = t(text::system_name)},
                                  {.name = t(text::system_kind)},
                                  {.name = t(text::system_user_name), .hides_on_phone = true},
                                  {.name = t(text::fact_status)},
                                  {.name = t(text::system_opened), .hides_on_phone = true}},
                                 rows);
    const auto openings =
        html::div(html::cls("buttons"),
                  ui::button_link(t(text::system_new_account), call.url("/post-systems/accounts/new"), "secondary",
                                  ui::Icon::plus),
                  ui::button_link(t(text::system_new_integration), call.url("/post-systems/integrations/new"),
                                  "secondary", ui::Icon::plus),
                  ui::button_link(t(text::system_new_receiver), call.url("/post-systems/receivers/new"), "secondary",
                                  ui::Icon::plus),
                  ui::button_link(t(text::departments_title), call.url("/post-systems/departments"), "secondary"));
    page.content =
        html::join({ui::error_summary(call, state),
                    rows.empty() ? ui::empty_state(t(text::systems_none), t(text::systems_none_text)) : table, openings,
                    mailbox_section(call, state, view), ui::formats_card(call, {{"JSON", "/post-systems.json"}})});
    page.alternates = {{http::Format::json, "/post-systems.json"}};
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

static Html secret_alert(const http::Call& call, const PostSystemView& view, const std::string& secret) {
    const auto& t = call.t;
    return ui::alert(ui::Tone::success, t(text::system_secret_shown),
                     html::join({html::p(t(text::system_secret_shown_text)),
                                 ui::facts({{t(text::system_user_name), html::code(view.user_name)},
                                            {t(text::system_secret), html::code(secret)}})}));
}

static Html secret_section(const http::Call& call, const ui::FormState& state, const PostSystemView& view) {
    const auto& t = call.t;
    ui::Field overlap;
    overlap.name = "overlapHours";
    overlap.label = t(text::system_overlap);
    overlap.hint = t(text::system_overlap_hint);
    overlap.type = "number";
    overlap.width = "sm";
    overlap.is_required = true;
    overlap.value = std::to_string(overlap_hours);
    const auto counts = view.old_secret_until
                            ? html::p(t(text::system_old_secret({.until = t.date_time(*view.old_secret_until)})))
                            : Html{};
    return ui::section(
        t(text::system_secret), "secret",
        html::join({counts, ui::form(call, view.url + "/secret",
                                     html::join({ui::field(call, state.of("/secret"), overlap),
                                                 ui::submit(t(text::system_secret_new), "secondary")}))}));
}

/// What the keeper should know of the certificate before the receiver stops.
static Html certificate_news(const http::Call& call, const PostSystemView& view) {
    const auto& t = call.t;
    if (view.certificate_withdrawn_at) {
        const auto at = t.date_time(*view.certificate_withdrawn_at);
        return ui::alert(ui::Tone::danger, t(text::system_certificate_withdrawn),
                         html::p(t(text::system_certificate_withdrawn_text({.at = at}))));
    }
    if (!view.certificate_ends_at || *view.certificate_ends_at > call.now + certificate_warning) return {};
    const auto day = t.date(norwegian_date(*view.certificate_ends_at));
    const bool has_ended = *view.certificate_ends_at <= call.now;
    return ui::alert(has_ended ? ui::Tone::danger : ui::Tone::warning,
                     t(has_ended ? text::system_certificate_ended : text::system_certificate_ending),
                     html::p(has_ended ? t(text::system_certificate_ended_text({.day = day}))
                                       : t(text::system_certificate_ending_text({.day = day}))));
}

static Html certificate_section(const http::Call& call, const ui::FormState& state, const PostSystemView& view) {
    const auto& t = call.t;
    const auto change = ui::form(call, view.url + "/certificate",
                                 html::join({certificate_field(call, state.of("/certificate"), *view.certificate),
                                             ui::submit(t(text::system_save), "secondary")}));
    const auto withdrawal = view.certificate_withdrawn_at
                                ? Html{}
                                : html::join({html::p(t(text::system_certificate_withdraw_text)),
                                              ui::post_button(call, t(text::system_certificate_withdraw),
                                                              view.url + "/certificate/withdrawal", "secondary")});
    return ui::section(t(text::system_certificate), "settings",
                       html::join({certificate_news(call, view), change, withdrawal}));
}

static Html alert_news(const http::Call& call, const PostSystemView& view) {
    const auto silence = view.alert_mail ? silence_alert(call, view.sends_mail) : Html{};
    return view.alert_refused_at ? html::join({silence, refused_alert(call, *view.alert_mail, *view.alert_refused_at)})
                                 : silence;
}

/// What is particular to its kind, and can be changed.
static Html own_section(const http::Call& call, const ui::FormState& sent, const PostSystemView& view) {
    const auto& t = call.t;
    const auto state = sent.of("/settings");
    const auto save = ui::submit(t(text::system_save), "secondary");
    const auto changing = [&](std::string_view heading, std::string_view path, const Html& fields) {
        return ui::section(heading, "settings",
                           ui::form(call, view.url + std::string{path}, html::join({fields, save})));
    };
    switch (view.kind) {
    case SystemKind::account:
        return changing(t(text::system_terms), "/settings", terms_fields(call, state, *view.terms));
    case SystemKind::integration:
        return changing(t(text::system_terms), "/settings",
                        html::join({accounts_field(call, state, view.accounts),
                                    rate_field(call, state, view.requests_per_minute)}));
    case SystemKind::receiver:
        break;
    }
    return html::join({certificate_section(call, sent, view),
                       ui::section(t(text::system_alerts), "alerts",
                                   ui::form(call, view.url + "/settings",
                                            html::join({alert_mail_field(call, state, view.alert_mail), save})))});
}

static Html closing_section(const http::Call& call, const PostSystemView& view) {
    const auto& t = call.t;
    const auto words = t.by_name(fmt::format("system.closing.{}", json::name_of(view.kind)));
    return ui::section(t(text::system_close), "close",
                       html::join({html::p(words), ui::post_button(call, t(text::system_close_now),
                                                                   view.url + "/closing", "secondary")}));
}

static Html addresses_shown(const http::Call& call, const PostSystemView& view) {
    std::vector<Html> lines;
    for (const auto& address : view.addresses) {
        const auto type =
            address.dispatch_type.empty() ? std::string{call.t(text::system_type_all)} : address.dispatch_type;
        const auto level = address.level == 0 ? std::string{call.t(text::system_level_all)}
                                              : call.t.by_name(fmt::format("system.level.{}", address.level));
        const auto department = address.department.empty() ? std::string{} : " · " + address.department;
        lines.push_back(html::li(fmt::format("{}{} · {} · {}", address.organisation_number, department, type, level)));
    }
    if (lines.empty()) return {};
    return html::ul(html::cls("ds-list"), lines);
}

static Html system_facts(const http::Call& call, const PostSystemView& view) {
    const auto& t = call.t;
    std::vector<std::pair<std::string, Html>> facts{
        {t(text::system_kind), Html{kind_label(call, view.kind)}},
        {t(text::system_user_name), view.user_name.empty() ? Html{} : html::code(view.user_name)},
        {t(text::system_id), html::code(view.id)},
        {t(text::system_opened), Html{t.date_time(view.opened_at)}},
        {t(text::system_closed_at), view.closed_at ? Html{t.date_time(*view.closed_at)} : Html{}}};
    if (view.consumer_number) facts.emplace_back(t(text::system_consumer), Html{*view.consumer_number});
    if (view.status_words) {
        const auto words = call.t.by_name(fmt::format("system.words.{}", json::name_of(*view.status_words)));
        facts.emplace_back(t(text::system_status_words), Html{words});
    }
    if (view.certificate_ends_at) {
        facts.emplace_back(t(text::system_certificate_until), Html{t.date(norwegian_date(*view.certificate_ends_at))});
    }
    if (view.alert_mailed_at) {
        facts.emplace_back(t(text::system_alerted_at), Html{t.date_time(*view.alert_mailed_at)});
    }
    facts.emplace_back(t(text::system_addresses), addresses_shown(call, view));
    return ui::facts(facts);
}

Html post_system_page(const http::Call& call, const ui::FormState& state, const PostSystemView& view,
                      const std::optional<std::string>& secret) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.name;
    page.crumbs = {{t(text::systems), call.url("/post-systems")}, {view.name, {}}};
    ui::Hero hero;
    hero.tags = {system_state(call, view)};
    hero.title = view.name;
    page.hero = ui::hero(hero);
    const auto changes = view.closed_at
                             ? ui::alert(ui::Tone::info, t(text::system_closed), html::p(t(text::system_closed_text)))
                             : html::join({own_section(call, state, view), secret_section(call, state, view),
                                           closing_section(call, view)});
    page.content =
        ui::columns(html::join({ui::error_summary(call, state), secret ? secret_alert(call, view, *secret) : Html{},
                                alert_news(call, view), changes}),
                    ui::card(t(text::system_about), system_facts(call, view)), t(text::system_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

} // namespace dispatch
