#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/page.hpp"

namespace hearings {

static Html coming_table(const http::Call& call, const OpennessView& view) {
    if (view.coming.empty()) return html::p(ui::words(call, text::openness_none_coming));
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.coming) {
        rows.push_back({ui::link(row.matter.name, call.url(row.matter.url)), call.t.date(row.day),
                        ui::link(row.body.name, call.url(row.body.url)), call.t.date(row.planned_on),
                        call.t.number(row.days_ahead)});
    }
    return ui::table(call.t(text::openness_coming),
                     {{.name = call.t(text::hearing_case)},
                      {.name = call.t(text::openness_day)},
                      {.name = call.t(text::openness_body), .hides_on_phone = true},
                      {.name = call.t(text::openness_planned), .hides_on_phone = true},
                      {.name = call.t(text::openness_days_ahead), .is_number = true, .hides_on_phone = true}},
                     rows);
}

static Html closing_next(const http::Call& call, const OpennessView& view) {
    if (view.hearings.empty()) return {};
    std::vector<Html> cards;
    for (const auto& row : view.hearings)
        cards.push_back(hearing_card(call, row));
    return ui::section(call.t(text::openness_hearings), "hearings", ui::card_grid(cards));
}

static Html body_table(const http::Call& call, const OpennessView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.bodies) {
        rows.push_back({ui::link(row.body.name, call.url(row.body.url)), call.t.number(row.cases),
                        call.t.number(row.median_days), call.t.number(row.shortest_days),
                        call.t.number(row.longest_days)});
    }
    return ui::table(call.t(text::openness_by_body),
                     {{.name = call.t(text::openness_body)},
                      {.name = call.t(text::openness_cases), .is_number = true, .hides_on_phone = true},
                      {.name = call.t(text::openness_median), .is_number = true},
                      {.name = call.t(text::openness_shortest), .is_number = true, .hides_on_phone = true},
                      {.name = call.t(text::openness_longest), .is_number = true, .hides_on_phone = true}},
                     rows);
}

static Html treated_table(const http::Call& call, const OpennessView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.treated) {
        rows.push_back({ui::link(row.matter.name, call.url(row.matter.url)),
                        ui::link(row.body.name, call.url(row.body.url)), call.t.date(row.planned_on),
                        call.t.date(row.treated_on), call.t.number(row.days)});
    }
    return ui::table(call.t(text::openness_by_case),
                     {{.name = call.t(text::hearing_case)},
                      {.name = call.t(text::openness_body), .hides_on_phone = true},
                      {.name = call.t(text::openness_planned), .hides_on_phone = true},
                      {.name = call.t(text::openness_treated)},
                      {.name = call.t(text::openness_days), .is_number = true}},
                     rows);
}

Html openness_page(const http::Call& call, const OpennessView& view) {
    const auto title = call.t(text::openness), lead = call.t(text::openness_lead);
    const auto treated =
        view.treated.empty()
            ? html::p(ui::words(call, text::openness_none_treated))
            : html::join({html::p(ui::words(call, text::openness_lead_time_means)),
                          ui::section(call.t(text::openness_by_body), "bodies", body_table(call, view)),
                          ui::section(call.t(text::openness_by_case), "cases", treated_table(call, view))});
    return ui::page(
        call, {.title = title,
               .crumbs = {{title, {}}},
               .hero = ui::hero({.title = title, .lead = lead}),
               .content = html::join({ui::section(call.t(text::openness_coming), "coming", coming_table(call, view)),
                                      closing_next(call, view), treated,
                                      ui::formats_card(call, {{"JSON", "/openness.json"},
                                                              {"CSV", "/openness.csv"},
                                                              {call.t(text::calendar_file), "/openness.ics"}})}),
               .alternates = {{http::Format::json, "/openness.json"},
                              {http::Format::csv, "/openness.csv"},
                              {http::Format::ics, "/openness.ics"}},
               .description = lead});
}

csv::Table openness_table(const http::Call& call, const OpennessView& view) {
    csv::Table table{{"list", "number", "title", "body", "plannedOn", "day", "days", "url"}, {}};
    for (const auto& row : view.coming) {
        table.rows.push_back({"coming", row.number, row.matter.name, row.body.name, to_string(row.planned_on),
                              to_string(row.day), std::to_string(row.days_ahead),
                              call.public_url + call.url(row.matter.url)});
    }
    for (const auto& row : view.hearings) {
        table.rows.push_back({"hearing",
                              row.key,
                              row.title,
                              {},
                              to_string(norwegian_date(row.planned_at)),
                              to_string(row.closes_on),
                              {},
                              call.public_url + call.url(row.url)});
    }
    for (const auto& row : view.treated) {
        table.rows.push_back({"treated", row.number, row.matter.name, row.body.name, to_string(row.planned_on),
                              to_string(row.treated_on), std::to_string(row.days),
                              call.public_url + call.url(row.matter.url)});
    }
    return table;
}

} // namespace hearings
