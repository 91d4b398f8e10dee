#include "dispatch/views/system_words.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

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
        {t(text::system_kind), Html{system_kind_label(call, view.kind)}},
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
