#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace hearings {

Html hearing_card(const http::Call& call, const HearingRow& row, const std::vector<Html>& more_tags) {
    std::vector<Html> tags{state_tag(call, row.state)};
    tags.insert(tags.end(), more_tags.begin(), more_tags.end());
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::hearing_invented), ui::Tone::warning));
    const auto turnout = call.t(text::hearing_turnout({.answered = row.answered, .addressed = row.addressed}));
    return ui::link_card(row.title, call.url(row.url),
                         days_in_words(call, row.state, row.opens_on, row.closes_on) + " · " + turnout, tags,
                         row.matter.name);
}

static Html hearing_filter(const http::Call& call, const HearingFilter& filter) {
    const ui::FormState nothing;
    std::vector<ui::Choice> states{{.value = {}, .label = call.t(text::hearing_state_any), .hint = {}}};
    for (const auto state : json::enumerator_values<HearingState>) {
        states.push_back({.value = std::string{json::name_of(state)},
                          .label = label(call, state),
                          .hint = {},
                          .is_chosen = filter.state == state});
    }
    ui::Field field;
    field.name = "state";
    field.label = call.t(text::hearing_state_label);
    field.is_required = true;
    return ui::filter_form(call, "/hearings", ui::select(call, nothing, field, states));
}

Html hearing_list_page(const http::Call& call, const HearingListView& list, const HearingFilter& filter) {
    std::vector<Html> cards;
    for (const auto& row : list.hearings)
        cards.push_back(hearing_card(call, row));
    const auto shown = cards.empty() ? ui::empty_state(call.t(text::hearings_none), call.t(text::hearings_none_text))
                                     : html::join({ui::card_grid(cards), ui::pagination(call, list.page, list.pages)});
    const auto title = call.t(text::hearings);
    return ui::page(call,
                    {.title = title,
                     .crumbs = {{title, {}}},
                     .hero = ui::hero({.title = title, .lead = call.t(text::hearings_lead)}),
                     .content = html::join({hearing_filter(call, filter), shown,
                                            ui::formats_card(call, {{"JSON", "/hearings.json"},
                                                                    {"CSV", "/hearings.csv"},
                                                                    {"Atom", "/hearings.atom"},
                                                                    {call.t(text::calendar_file), "/hearings.ics"}})}),
                     .alternates = {{http::Format::json, "/hearings.json"},
                                    {http::Format::csv, "/hearings.csv"},
                                    {http::Format::atom, "/hearings.atom"},
                                    {http::Format::ics, "/hearings.ics"}},
                     .description = call.t(text::hearings_lead)});
}

csv::Table hearing_table(const http::Call& call, const HearingListView& list) {
    csv::Table table{{"key", "title", "language", "state", "opensOn", "closesOn", "case", "addressed", "answered",
                      "isInvented", "url"},
                     {}};
    for (const auto& row : list.hearings) {
        table.rows.push_back({row.key, row.title, row.language, std::string{json::name_of(row.state)},
                              to_string(row.opens_on), to_string(row.closes_on), row.matter.url,
                              std::to_string(row.addressed), std::to_string(row.answered),
                              row.is_invented ? "true" : "false", call.public_url + call.url(row.url)});
    }
    return table;
}

feed::Feed hearing_feed(const http::Call& call, const HearingListView& list) {
    const auto page = call.public_url + call.url("/hearings");
    auto feed = http::page_feed(call, call.public_url + "/hearings", call.t(text::hearings), page);
    for (const auto& row : list.hearings) {
        feed.updated = std::max(feed.updated, row.planned_at);
        feed.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = row.title,
                                .url = call.public_url + call.url(row.url),
                                .updated = row.planned_at,
                                .author = "Samband",
                                .summary = days_in_words(call, row.state, row.opens_on, row.closes_on),
                                .categories = {std::string{json::name_of(row.state)}}});
    }
    return feed;
}

} // namespace hearings
