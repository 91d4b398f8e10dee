#include "dispatch/rights.hpp"
#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

std::string status_label(const http::Call& call, Status status) {
    return call.t.by_name(fmt::format("status.{}", json::name_of(status)));
}

Html status_tag(const http::Call& call, Status status) {
    using enum ui::Tone;
    switch (status) {
    case Status::read:
    case Status::printed:
    case Status::delivered_to_digital_mailbox:
        return ui::tag(status_label(call, status), success, ui::Icon::checkmark_circle);
    case Status::rejected:
    case Status::failed_in_reception:
    case Status::not_delivered:
        return ui::tag(status_label(call, status), danger, ui::Icon::minus_circle);
    case Status::received:
    case Status::accepted:
        return ui::tag(status_label(call, status), neutral, ui::Icon::hourglass);
    default:
        return ui::tag(status_label(call, status), info, ui::Icon::envelope);
    }
}

static Html happenings_section(const http::Call& call, const SentView& view) {
    std::vector<ui::Happening> lines;
    for (auto happening = view.happenings.rbegin(); happening != view.happenings.rend(); ++happening) {
        lines.push_back({.when = call.t.date_time(happening->at),
                         .machine_time = to_string(happening->at),
                         .what = Html{call.t.by_name(fmt::format("happening.{}", json::name_of(happening->kind)))},
                         .who = happening->detail,
                         .icon = {}});
    }
    return ui::section(call.t(text::sent_history), "history", ui::timeline(lines));
}

static Html sent_documents(const http::Call& call, const SentView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& document : view.documents) {
        rows.push_back(
            {document.name, size_in_words(call, document.bytes), html::code(document.sha256.substr(0, 16) + "…")});
    }
    if (rows.empty()) return {};
    return ui::section(call.t(text::letter_documents), "documents",
                       ui::table(call.t(text::letter_documents),
                                 {{.name = call.t(text::fact_file)},
                                  {.name = call.t(text::fact_size), .is_number = true},
                                  {.name = "SHA-256", .hides_on_phone = true}},
                                 rows));
}

static Html receipt_section(const http::Call& call, const SentView& view) {
    const auto& t = call.t;
    const auto keys = ui::link(t(text::receipt_keys), call.url("/receipt-keys"));
    return ui::section(t(text::receipt), "receipt",
                       html::join({html::p(t(text::receipt_text)),
                                   html::p(ui::button_link(t(text::receipt_download), call.url(view.receipt_url),
                                                           "secondary", ui::Icon::download)),
                                   html::p(html::join({Html{t(text::receipt_check) + " "},
                                                       html::code("samband verify --receipt"), Html{" · "}, keys}))}));
}

static Html failure_alert(const http::Call& call, const SentView& view) {
    if (!view.failure) return {};
    return ui::alert(ui::Tone::danger, call.t(text::failure),
                     html::join({html::p(view.failure->reason), html::p(view.failure->remedy)}));
}

static Html recall_section(const http::Call& call, const SentView& view) {
    const auto& t = call.t;
    if (!view.can_be_recalled || !call.principal.may(right::recall, call.principal.organisation_id)) return {};
    return ui::section(t(text::recall), "recall",
                       html::join({html::p(t(text::recall_text)),
                                   ui::post_button(call, t(text::recall_button), view.url + "/recall")}));
}

static std::string next_words(const http::Call& call, NextStep step, Instant at) {
    const auto& t = call.t;
    const auto when = t.date_time(at);
    switch (step) {
    case NextStep::checked:
        return t(text::next_checked({.at = when}));
    case NextStep::handed_over:
        return t(text::next_handed_over({.at = when}));
    case NextStep::confirmed:
        return t(text::next_confirmed({.at = when}));
    case NextStep::fetched:
        return t(text::next_fetched({.at = when}));
    case NextStep::sent_to_print:
        return t(text::next_sent_to_print({.at = when}));
    case NextStep::taken_to_print:
        return t(text::next_taken_to_print({.at = when}));
    case NextStep::printed:
        return t(text::next_printed({.at = when}));
    default:
        return t(text::next_ended({.at = when}));
    }
}

/// Which way it goes, and what comes next.
static Html way_and_next(const http::Call& call, const SentView& view) {
    const auto& t = call.t;
    const auto next = view.next && view.next_at ? Html{next_words(call, *view.next, *view.next_at)} : Html{};
    return ui::facts({{t(text::fact_channel), t.by_name(fmt::format("channel.{}", json::name_of(view.channel)))},
                      {t(text::fact_next), next}});
}

Html sent_part(const http::Call& call, const SentView& view) {
    const auto said = call.t(text::sent_said({.status = status_label(call, view.status)}));
    const auto gone = view.has_content ? Html{}
                                       : ui::alert(ui::Tone::info, call.t(text::sent_content_gone),
                                                   html::p(call.t(text::sent_content_gone_text)));
    return html::div(html::cls("live__part"), html::attribute("data-newest", std::to_string(view.newest)),
                     html::attribute("data-said", said), html::p(status_tag(call, view.status)),
                     way_and_next(call, view), failure_alert(call, view), gone,
                     signing_section(call, view.signing, false), happenings_section(call, view),
                     recall_section(call, view));
}

/// Without scripts the page is whole as it stands; the link asks for it again.
static Html kept_current(const http::Call& call, const SentView& view) {
    const auto& t = call.t;
    const auto reload = html::p(html::cls("meta live__reload"), ui::link(t(text::sent_reload), call.url(view.url)));
    const auto state =
        html::div(html::cls("live__state"), html::attribute("role", "status"), html::attribute("aria-live", "polite"));
    return html::div(html::cls("live"), html::attribute("data-island", "live"),
                     html::attribute("data-events", call.url(view.url + "/events")),
                     html::attribute("data-part", call.url(view.url + "/part")),
                     html::attribute("data-newest", std::to_string(view.newest)),
                     html::attribute("data-on", t(text::sent_live_on)),
                     html::attribute("data-lost", t(text::sent_live_lost)),
                     html::attribute("data-back", t(text::sent_live_back)), state, sent_part(call, view), reload);
}

/// The others with the same content.
static Html mailing_link(const http::Call& call, const SentView& view) {
    if (!view.mailing) return {};
    return ui::link(call.t(text::mailing_all), call.url("/outbox?mailing=" + view.mailing->to_string()));
}

Html sent_page(const http::Call& call, const SentView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.title;
    page.crumbs = {{t(text::outbox), call.url("/outbox")}, {view.title, {}}};
    ui::Hero hero;
    hero.title = view.title;
    page.hero = ui::hero(hero);
    const auto facts = ui::facts({{t(text::fact_recipient), view.recipient},
                                  {t(text::fact_account), view.sender},
                                  {t(text::fact_received), t.date_time(view.received_at)},
                                  {t(text::fact_reference), view.reference},
                                  {t(text::fact_sending_system), view.sending_system},
                                  {t(text::system_dispatch_type), view.dispatch_type},
                                  {t(text::department), view.department_name.value_or(view.department)},
                                  {t(text::mailing), mailing_link(call, view)},
                                  {t(text::system_level), t.by_name(fmt::format("system.level.{}", view.level))},
                                  {t(text::fact_id), html::code(view.id.to_string())}});
    page.content =
        ui::columns(html::join({kept_current(call, view), sent_documents(call, view), receipt_section(call, view)}),
                    ui::card(t(text::sent_about), facts), t(text::sent_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace dispatch
