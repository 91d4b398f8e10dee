// Councils outside the sector, their seats, and what was brought home.
#include "representation/views/council_pages.hpp"

#include "platform/ui/page.hpp"
#include "representation/texts.hpp"

#include <fmt/format.h>

namespace representation {

static std::string label(const http::Call& call, CouncilKind kind) {
    return call.t.by_name(fmt::format("council.kind.{}", json::name_of(kind)));
}

static Html duty_tag(const http::Call& call, DutyState state) {
    const auto words = call.t.by_name(fmt::format("duty.state.{}", json::name_of(state)));
    switch (state) {
    case DutyState::waiting:
        return ui::tag(words, ui::Tone::info, ui::Icon::hourglass);
    case DutyState::overdue:
        return ui::tag(words, ui::Tone::danger, ui::Icon::warning);
    case DutyState::reported:
        return ui::tag(words, ui::Tone::success, ui::Icon::checkmark_circle);
    }
    return {};
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

static std::string role_of(const http::Call& call, const HolderView& holder) {
    if (holder.deputy_order == 0) return call.t(text::holder_representative);
    return call.t(text::holder_deputy({.order = call.t.number(holder.deputy_order)}));
}

static Html holder_rows(const http::Call& call, const std::vector<SeatView>& seats, const std::string& council,
                        bool may_keep) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& seat : seats) {
        const auto link = ui::link(t(text::seat_number({.number = t.number(seat.number)})), call.url(seat.url));
        if (seat.holders.empty()) {
            rows.push_back({link, ui::tag(t(text::seat_empty), ui::Tone::warning, ui::Icon::warning), Html{}, Html{}});
            if (may_keep) rows.back().emplace_back();
        }
        for (const auto& holder : seat.holders) {
            const auto who =
                html::join({ui::linked(call, holder.person), html::p(html::cls("meta"), role_of(call, holder))});
            rows.push_back({link, who, ui::linked(call, holder.on_behalf_of),
                            Html{period(call, holder.valid_from, holder.valid_to)}});
            if (!may_keep) continue;
            const auto path = fmt::format("{}/appointments/{}/ending", council, holder.id.to_string());
            rows.back().push_back(ui::link(t(text::holder_end), call.url(path)));
        }
    }
    std::vector<ui::Column> columns{{.name = t(text::column_seat)},
                                    {.name = t(text::column_who)},
                                    {.name = t(text::column_for), .hides_on_phone = true},
                                    {.name = t(text::fact_period), .hides_on_phone = true}};
    if (may_keep) columns.push_back({.name = t(text::tools)});
    return ui::table(t(text::council_seats), columns, rows);
}

static Html duty_table(const http::Call& call, const std::vector<DutyView>& duties) {
    const auto& t = call.t;
    if (duties.empty()) return html::p(t(text::duties_none));
    std::vector<std::vector<Html>> rows;
    for (const auto& duty : duties) {
        Html state = duty_tag(call, duty.state);
        if (!duty.report_url.empty()) {
            state += html::join({Html{" "}, ui::link(t(text::report_read), call.url(duty.report_url))});
        }
        rows.push_back({Html{duty.title}, Html{t.date(duty.held_on)},
                        ui::words(call, text::seat_number({.number = t.number(duty.seat)})), Html{t.date(duty.due_on)},
                        std::move(state)});
    }
    return ui::table(t(text::duties),
                     {{.name = t(text::column_meeting)},
                      {.name = t(text::column_held_on), .hides_on_phone = true},
                      {.name = t(text::column_seat)},
                      {.name = t(text::column_due_on), .hides_on_phone = true},
                      {.name = t(text::column_report)}},
                     rows);
}

static Html report_card(const http::Call& call, const ReportView& report) {
    const auto& t = call.t;
    std::vector<Html> tags;
    if (!report.legal_basis.empty()) tags.push_back(ui::tag(report.legal_basis, ui::Tone::neutral, ui::Icon::padlock));
    if (report.is_invented) tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    const auto title = report.council.name + ", " + report.meeting;
    return ui::link_card(title, call.url(report.url), report.person.name + " · " + t.date(report.held_on), tags);
}

static Html report_cards(const http::Call& call, const std::vector<ReportView>& reports) {
    if (reports.empty()) return html::p(call.t(text::reports_none));
    std::vector<Html> cards;
    for (const auto& report : reports) {
        cards.push_back(report_card(call, report));
    }
    return ui::card_grid(cards);
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

Html reports_page(const http::Call& call, const ReportListView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::reports);
    page.crumbs = {{t(text::councils), call.url("/seats")}, {page.title, {}}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::reports_lead)});
    page.content = html::join({report_cards(call, view.reports),
                               ui::formats_card(call, {{"JSON", "/reports.json"}, {"Atom", "/reports.atom"}})});
    page.alternates = {{http::Format::json, "/reports.json"}, {http::Format::atom, "/reports.atom"}};
    page.description = t(text::reports_lead);
    return ui::page(call, page);
}

Html report_page(const http::Call& call, const ReportView& view) {
    const auto& t = call.t;
    const auto part = [&](const i18n::Message& heading, std::string_view id, const std::string& words) {
        if (words.empty()) return Html{};
        return ui::section(t(heading), id, html::div(html::attribute("lang", view.language), ui::markdown(words)));
    };
    const bool is_hidden = view.means.empty();
    Html main =
        is_hidden
            ? ui::alert(ui::Tone::info, t(text::report_shielded), html::p(view.legal_basis))
            : html::join({part(text::report_means, "means", view.means), part(text::report_said, "said", view.said),
                          part(text::report_came_of_it, "came-of-it", view.came_of_it),
                          html::p(html::cls("meta"), t(text::seats_bind_nobody))});
    const NamedLink position{view.position, view.position_url};
    const auto facts =
        ui::facts({{t(text::column_meeting), view.meeting + ", " + t.date(view.held_on)},
                   {t(text::column_who), ui::linked(call, view.person)},
                   {t(text::column_for), ui::linked(call, view.on_behalf_of)},
                   {t(text::report_position), view.position.empty() ? Html{} : ui::linked(call, position)},
                   {t(text::report_legal_basis), view.legal_basis},
                   {t(text::report_given_on), t.date_time(view.reported_at)}});
    ui::Page page;
    page.title = view.council.name + ", " + view.meeting;
    page.crumbs = {
        {t(text::councils), call.url("/seats")}, {view.council.name, call.url(view.council.url)}, {view.meeting, {}}};
    ui::Hero hero;
    if (view.is_invented) hero.tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    hero.title = view.meeting;
    hero.lead = t(text::report_from({.council = view.council.name}));
    hero.facts = view.person.name + " · " + t.date(view.held_on);
    page.hero = ui::hero(hero);
    page.content = ui::columns(
        main,
        html::join({ui::card(t(text::report_about), facts), ui::formats_card(call, {{"JSON", view.url + ".json"}})}),
        t(text::report_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

Html held_table(const http::Call& call, const std::vector<HeldSeat>& seats, const std::string& caption,
                bool with_person) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& seat : seats) {
        Html role = t.by_name("held.role." + seat.role);
        if (seat.region)
            role += html::p(html::cls("meta"), t(text::held_ambassador), " ", ui::linked(call, *seat.region));
        if (seat.overdue > 0) {
            role += html::p(ui::tag(t(text::duties_overdue({.count = seat.overdue})), ui::Tone::danger));
        }
        rows.push_back({ui::linked(call, seat.place), std::move(role),
                        ui::linked(call, with_person ? seat.person : seat.on_behalf_of),
                        Html{period(call, seat.valid_from, seat.valid_to)}});
    }
    return ui::table(caption,
                     {{.name = t(text::column_place)},
                      {.name = t(text::column_role)},
                      {.name = t(with_person ? text::column_who : text::column_for)},
                      {.name = t(text::fact_period), .hides_on_phone = true}},
                     rows);
}

Html representative_page(const http::Call& call, const RepresentativeView& view) {
    const auto& t = call.t;
    Html content =
        view.seats.empty() ? html::p(t(text::held_none)) : held_table(call, view.seats, t(text::held), false);
    if (!view.former.empty()) {
        content += ui::details(t(text::held_former), held_table(call, view.former, t(text::held_former), false));
    }
    ui::Page page;
    page.title = view.name;
    page.crumbs = {{t(text::councils), call.url("/seats")}, {view.name, {}}};
    page.hero = ui::hero({.title = view.name, .lead = t(text::representative_lead)});
    const auto main = html::join({ui::section(t(text::held), "seats", content),
                                  ui::section(t(text::reports), "reports", report_cards(call, view.reports))});
    page.content = ui::columns(main, ui::formats_card(call, {{"JSON", view.url + ".json"}}), t(text::held));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace representation
