// What representatives brought home, and who they are.
#include "representation/views/council_pages.hpp"

#include "platform/ui/page.hpp"
#include "representation/texts.hpp"
#include "representation/views/council_parts.hpp"

namespace representation {

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
