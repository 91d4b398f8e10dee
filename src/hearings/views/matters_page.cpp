#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>

namespace hearings {

static constexpr std::size_t matters_in_summary = 4;

static std::vector<Html> tags_of(const http::Call& call, const MatterRow& row) {
    std::vector<Html> tags;
    if (row.hearing) tags.push_back(state_tag(call, row.hearing->state));
    if (row.closes_this_week)
        tags.push_back(ui::tag(call.t(text::concern_this_week), ui::Tone::warning, ui::Icon::clock));
    if (!row.is_opened) tags.push_back(ui::tag(call.t(text::concern_unread), ui::Tone::info, ui::Icon::eye));
    if (row.stance) {
        tags.push_back(stance_tag(call, *row.stance));
    } else if (row.hearing && row.hearing->state == HearingState::open) {
        tags.push_back(ui::tag(call.t(text::concern_unanswered), ui::Tone::danger));
    }
    return tags;
}

static std::string days_of(const http::Call& call, const MatterRow& row) {
    if (row.hearing) return days_in_words(call, row.hearing->state, row.hearing->opens_on, row.hearing->closes_on);
    if (row.closes_on) return call.t(text::matters_input_until({.day = call.t.weekday_date(*row.closes_on)}));
    if (row.meets_on) return call.t(text::matters_meets({.body = row.body.name, .day = call.t.date(*row.meets_on)}));
    return row.body.name;
}

static Html matter_card(const http::Call& call, const MatterRow& row) {
    const auto& title = row.hearing ? row.hearing->title : row.matter.name;
    const auto& url = row.hearing ? row.hearing->url : row.matter.url;
    return ui::link_card(title, call.url(url), days_of(call, row), tags_of(call, row),
                         row.hearing ? row.matter.name : row.number);
}

static Html matter_cards(const http::Call& call, const std::vector<MatterRow>& rows) {
    std::vector<Html> cards;
    for (const auto& row : rows)
        cards.push_back(matter_card(call, row));
    return ui::card_grid(cards);
}

static Html silence_in_network(const http::Call& call, const MattersView& view) {
    if (view.silent_members.empty()) return {};
    Html shown;
    for (const auto& row : view.silent_members) {
        std::vector<Html> silent;
        for (const auto& one : row.silent)
            silent.push_back(html::li(ui::link(one.name, call.url(one.url))));
        shown += html::h3(ui::link(row.hearing.title, call.url(row.hearing.url)));
        shown += html::p(call.t(text::concern_members_silent(
                             {.silent = static_cast<std::int64_t>(silent.size()), .asked = row.asked})),
                         " ", days_in_words(call, row.hearing.state, row.hearing.opens_on, row.hearing.closes_on), ".");
        if (!silent.empty()) shown += html::ul(html::cls("ds-list"), silent);
    }
    return ui::section(call.t(text::concern_members_heading), "silent-members", shown);
}

static Html figures(const http::Call& call, const MattersView& view) {
    return html::p(call.t(text::matters_figures({.count = static_cast<std::int64_t>(view.matters.size()),
                                                 .week = view.closing_this_week,
                                                 .unopened = view.not_opened,
                                                 .unanswered = view.not_answered})));
}

/// Those that belong, under a heading; nothing when there are none.
template <class Belongs>
static Html part_of_matters(const http::Call& call, const MattersView& view, const i18n::Message& heading,
                            std::string_view id, Belongs&& belongs) {
    std::vector<MatterRow> rows;
    std::ranges::copy_if(view.matters, std::back_inserter(rows), belongs);
    return rows.empty() ? Html{} : ui::section(call.t(heading), id, matter_cards(call, rows));
}

static Html all_matters(const http::Call& call, const MattersView& view) {
    if (view.matters.empty()) return ui::empty_state(call.t(text::matters_none), call.t(text::matters_none_text));
    return html::join({figures(call, view),
                       part_of_matters(call, view, text::matters_this_week, "this-week",
                                       [](const MatterRow& row) { return row.closes_this_week; }),
                       part_of_matters(call, view, text::matters_not_opened, "not-opened",
                                       [](const MatterRow& row) { return !row.closes_this_week && !row.is_opened; }),
                       part_of_matters(call, view, text::matters_others, "others",
                                       [](const MatterRow& row) { return !row.closes_this_week && row.is_opened; })});
}

Html matters_page(const http::Call& call, const MattersView& view) {
    const auto json = view.url + ".json", csv = view.url + ".csv", ics = view.url + ".ics";
    const auto title = call.t(text::matters_of({.name = view.organisation.name}));
    const auto formats = ui::formats_card(call, {{"JSON", json}, {"CSV", csv}, {call.t(text::calendar_file), ics}});
    return ui::page(call,
                    {.title = title,
                     .crumbs = {{view.organisation.name, call.url(view.organisation.url)}, {call.t(text::matters), {}}},
                     .hero = ui::hero({.title = title, .lead = call.t(text::matters_lead)}),
                     .content = html::join({all_matters(call, view), silence_in_network(call, view),
                                            html::p(ui::words(call, text::matters_rule)), formats}),
                     .alternates = {{http::Format::json, json}, {http::Format::csv, csv}, {http::Format::ics, ics}},
                     .description = call.t(text::matters_lead)});
}

Html matters_summary(const http::Call& call, const MattersView& view) {
    std::vector<MatterRow> first;
    for (const auto& row : view.matters) {
        const bool is_urgent = row.closes_this_week || !row.is_opened || (row.hearing && !row.stance);
        if (is_urgent && first.size() < matters_in_summary) first.push_back(row);
    }
    Html matters;
    if (!view.matters.empty()) {
        const auto cards = first.empty() ? Html{} : matter_cards(call, first);
        const auto all = html::p(ui::link(call.t(text::matters_all), call.url(view.url)));
        matters = ui::section(call.t(text::concern_heading), "hearings", html::join({figures(call, view), cards, all}));
    }
    return html::join({matters, silence_in_network(call, view)});
}

csv::Table matters_table(const http::Call& call, const MattersView& view) {
    csv::Table table{
        {"case", "title", "body", "meetsOn", "hearing", "closesOn", "closesThisWeek", "isOpened", "stance", "url"}, {}};
    for (const auto& row : view.matters) {
        table.rows.push_back({row.number, row.matter.name, row.body.name, row.meets_on ? to_string(*row.meets_on) : "",
                              row.hearing ? row.hearing->key : "", row.closes_on ? to_string(*row.closes_on) : "",
                              row.closes_this_week ? "true" : "false", row.is_opened ? "true" : "false",
                              row.stance ? std::string{json::name_of(*row.stance)} : "",
                              call.public_url + call.url(row.hearing ? row.hearing->url : row.matter.url)});
    }
    return table;
}

} // namespace hearings
