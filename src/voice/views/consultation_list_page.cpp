#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_labels.hpp"
#include "voice/views/consultation_pages.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

std::string consultation_title(const http::Call& call, const ConsultationRow& row) {
    return call.t(text::consultation_title({.point = label(call, row.point), .year = std::to_string(row.year)}));
}

static Html year_filter(const http::Call& call, const ConsultationListView& view) {
    std::vector<ui::Choice> years;
    for (const int year : view.years) {
        years.push_back(
            {.value = std::to_string(year), .label = std::to_string(year), .hint = {}, .is_chosen = view.year == year});
    }
    ui::Field field;
    field.name = "year";
    field.label = call.t(text::filter_year);
    return ui::filter_form(call, call.url("/consultations"), ui::select(call, {}, field, years));
}

static Html meeting_standing(const http::Call& call, const ConsultationRow& row) {
    if (!row.is_held) return ui::tag(call.t(text::consultation_coming), ui::Tone::info, ui::Icon::calendar);
    if (row.settled < row.items) {
        return ui::tag(call.t(text::consultation_open_items({.count = row.items - row.settled})), ui::Tone::warning,
                       ui::Icon::hourglass);
    }
    return ui::tag(call.t(text::consultation_settled), ui::Tone::success, ui::Icon::checkmark_circle);
}

static Html meeting_table(const http::Call& call, const ConsultationListView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.consultations) {
        auto name = ui::link(fmt::format("{} {}", row.number, consultation_title(call, row)), call.url(row.url));
        if (row.is_invented) name += html::join({Html{" "}, ui::tag(t(text::is_invented), ui::Tone::warning)});
        rows.push_back({name, Html{t.date(row.held_on)}, ui::linked(call, row.counterpart),
                        Html{t(text::consultation_items({.count = row.items}))}, meeting_standing(call, row)});
    }
    return ui::table(t(text::consultations),
                     {{t(text::consultation_meeting)},
                      {t(text::fact_stated_on)},
                      {t(text::consultation_counterpart), false, true},
                      {t(text::consultation_agenda), false, true},
                      {t(text::filter_state), false, true}},
                     rows);
}

Html follow_up_table(const http::Call& call, const std::vector<FollowUpView>& follow_ups, bool with_item) {
    if (follow_ups.empty()) return {};
    const auto& t = call.t;
    std::vector<ui::Column> columns{
        {t(text::follow_up_what)}, {t(text::follow_up_due)}, {t(text::follow_up_owner), false, true}};
    if (with_item) columns.push_back({t(text::consultation_item), false, true});
    std::vector<std::vector<Html>> rows;
    for (const auto& each : follow_ups) {
        Html due{t.date(each.due_on)};
        if (each.done_on) {
            due += html::join({Html{" "}, ui::tag(t(text::follow_up_done_on({.day = t.date(*each.done_on)})),
                                                  ui::Tone::success, ui::Icon::checkmark_circle)});
        } else if (each.is_overdue) {
            due += html::join({Html{" "}, ui::tag(t(text::follow_up_overdue), ui::Tone::danger, ui::Icon::warning)});
        }
        Html what = with_item ? ui::link(each.what, call.url(each.url)) : Html{each.what};
        if (!each.done_words.empty()) what += html::p(html::cls("meta"), each.done_words);
        std::vector<Html> row{what, due, ui::linked(call, each.owner)};
        if (with_item) row.push_back(Html{each.item.name});
        rows.push_back(std::move(row));
    }
    return ui::table(t(text::follow_ups), columns, rows);
}

Html consultations_page(const http::Call& call, const ConsultationListView& view, bool may_speak) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::consultations);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::consultations_lead);
    if (may_speak) {
        hero.beside =
            ui::button_link(t(text::consultation_new), call.url("/consultations/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    const auto meetings = view.consultations.empty()
                              ? ui::empty_state(t(text::consultations_none), t(text::consultations_none_text))
                              : html::join({year_picture(call, view), meeting_table(call, view)});
    const auto waiting = view.follow_ups.empty() ? Html{}
                                                 : ui::section(t(text::follow_ups_open), "follow-ups",
                                                               follow_up_table(call, view.follow_ups, true));
    page.content = html::join({view.years.size() > 1 ? year_filter(call, view) : Html{}, meetings,
                               html::p(ui::link(t(text::cost_methods), call.url("/cost-methods"))), waiting,
                               ui::formats_card(call, {{"JSON", "/consultations.json"},
                                                       {"CSV", "/consultations.csv"},
                                                       {"Atom", "/consultations.atom"},
                                                       {"iCalendar", "/consultations.ics"}})});
    page.alternates = {{http::Format::json, "/consultations.json"},
                       {http::Format::csv, "/consultations.csv"},
                       {http::Format::atom, "/consultations.atom"},
                       {http::Format::ics, "/consultations.ics"}};
    page.description = t(text::consultations_lead);
    return ui::page(call, page);
}

} // namespace voice
