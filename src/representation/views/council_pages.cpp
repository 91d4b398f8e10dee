// Councils outside the sector and their seats.
#include "representation/views/council_pages.hpp"

#include "platform/ui/page.hpp"
#include "representation/texts.hpp"
#include "representation/views/council_parts.hpp"

#include <fmt/format.h>

namespace representation {

static std::string label(const http::Call& call, CouncilKind kind) {
    return call.t.by_name(fmt::format("council.kind.{}", json::name_of(kind)));
}

static Html council_card(const http::Call& call, const CouncilRow& row) {
    const auto& t = call.t;
    std::vector<Html> tags{ui::tag(label(call, row.kind))};
    if (row.is_equal_number) tags.push_back(ui::tag(t(text::council_equal), ui::Tone::info));
    if (row.overdue > 0) {
        tags.push_back(ui::tag(t(text::duties_overdue({.count = row.overdue})), ui::Tone::danger, ui::Icon::warning));
    }
    if (row.is_invented) tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    const auto seats = t(text::council_filled({.filled = t.number(row.filled_seats), .ours = t.number(row.our_seats)}));
    return ui::link_card(row.name, call.url(row.url), row.host.name, tags, seats);
}

Html councils_page(const http::Call& call, const CouncilListView& view, bool may_keep) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::councils);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::councils_lead);
    if (may_keep)
        hero.beside = ui::button_link(t(text::council_new), call.url("/seats/new"), "primary", ui::Icon::plus);
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.councils) {
        cards.push_back(council_card(call, row));
    }
    page.content = html::join(
        {html::p(ui::link(t(text::reports_see), call.url("/reports"))),
         cards.empty() ? ui::empty_state(t(text::councils_none), t(text::councils_none_text)) : ui::card_grid(cards),
         ui::formats_card(call, {{"JSON", "/seats.json"}, {"CSV", "/seats.csv"}})});
    page.alternates = {{http::Format::json, "/seats.json"}, {http::Format::csv, "/seats.csv"}};
    page.description = t(text::councils_lead);
    return ui::page(call, page);
}

static Html council_work(const http::Call& call, const CouncilView& view, CouncilRights rights) {
    std::vector<Html> links;
    const auto add = [&](const i18n::Message& words, std::string_view path) {
        links.push_back(html::li(ui::link(call.t(words), call.url(view.url + std::string{path}))));
    };
    if (rights.may_report) add(text::report_new, "/reports/new");
    if (rights.may_keep) {
        add(text::holder_new, "/appointments/new");
        add(text::meeting_new, "/meetings/new");
    }
    return links.empty() ? Html{} : ui::card(call.t(text::tools), html::ul(html::cls("ds-list"), links), true);
}

static Html council_side(const http::Call& call, const CouncilView& view, CouncilRights rights) {
    const auto& t = call.t;
    std::vector<Html> coming;
    for (const auto& meeting : view.coming) {
        coming.push_back(html::li(meeting.title + ", " + t.date(meeting.held_on)));
    }
    const auto balance = ui::stacked_bar(
        call, t(text::council_balance),
        {{.label = t(text::council_ours), .amount = static_cast<double>(view.our_seats), .css_class = "f-1"},
         {.label = t(text::council_others), .amount = static_cast<double>(view.other_seats), .css_class = "f-3"}});
    const auto facts =
        ui::facts({{t(text::council_kind), label(call, view.kind)},
                   {t(text::council_host), ui::linked(call, view.host)},
                   {t(text::council_report_days), t(text::council_days({.count = view.report_days}))},
                   {t(text::meetings_coming), coming.empty() ? Html{} : html::ul(html::cls("ds-list"), coming)}});
    return html::join({council_work(call, view, rights), ui::card(t(text::council_about), facts),
                       ui::card(t(text::council_balance), balance),
                       ui::formats_card(call, {{"JSON", view.url + ".json"}})});
}

Html council_page(const http::Call& call, const CouncilView& view, CouncilRights rights) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.name;
    page.crumbs = {{t(text::councils), call.url("/seats")}, {view.name, {}}};
    ui::Hero hero;
    if (view.is_equal_number) hero.tags.push_back(ui::tag(t(text::council_equal), ui::Tone::info));
    if (view.overdue > 0) {
        hero.tags.push_back(ui::tag(t(text::duties_overdue({.count = view.overdue})), ui::Tone::danger));
    }
    if (view.is_invented) hero.tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    hero.title = view.name;
    hero.lead = t(text::council_lead({.kind = label(call, view.kind), .host = view.host.name}));
    page.hero = ui::hero(hero);
    const auto mandate =
        html::join({ui::markdown(view.mandate),
                    html::p(html::cls("meta"), t(text::period_from({.from = t.date(view.mandate_from)}))),
                    html::p(t(text::seats_bind_nobody))});
    const auto main = html::join(
        {ui::section(t(text::council_mandate), "mandate", mandate),
         ui::section(t(text::council_seats), "seats", holder_rows(call, view.seats, view.url, rights.may_keep)),
         ui::section(t(text::duties), "duties", duty_table(call, view.duties)),
         ui::section(t(text::reports), "reports", report_cards(call, view.reports)),
         journal::history_section(call, view.happenings)});
    page.content = ui::columns(main, council_side(call, view, rights), t(text::council_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

Html seat_page(const http::Call& call, const SeatPageView& view) {
    const auto& t = call.t;
    const auto title = t(text::seat_number({.number = t.number(view.seat.number)}));
    auto former = view.seat;
    former.holders = view.seat.former;
    Html content = html::join(
        {ui::section(t(text::seat_holders), "holders", holder_rows(call, {view.seat}, view.council.url, false)),
         view.seat.former.empty()
             ? Html{}
             : ui::section(t(text::seat_former), "former", holder_rows(call, {former}, view.council.url, false)),
         ui::section(t(text::duties), "duties", duty_table(call, view.duties)),
         ui::section(t(text::reports), "reports", report_cards(call, view.reports))});
    ui::Page page;
    page.title = title + ", " + view.council.name;
    page.crumbs = {
        {t(text::councils), call.url("/seats")}, {view.council.name, call.url(view.council.url)}, {title, {}}};
    page.hero = ui::hero({.title = title, .lead = view.council.name});
    page.content =
        ui::columns(content, ui::formats_card(call, {{"JSON", view.seat.url + ".json"}}), t(text::seat_holders));
    page.alternates = {{http::Format::json, view.seat.url + ".json"}};
    return ui::page(call, page);
}

} // namespace representation
