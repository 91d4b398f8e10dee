#include "voice/views/state_hearing_pages.hpp"

#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

static std::string label(const http::Call& call, StateHearingState state) {
    return call.t.by_name(fmt::format("state_hearing.state.{}", json::name_of(state)));
}

static Html state_hearing_tag(const http::Call& call, const StateHearingRow& row) {
    using enum StateHearingState;
    switch (row.state) {
    case open:
        return ui::tag(call.t(text::statement_days_left({.count = row.days_left})), ui::Tone::info,
                       ui::Icon::hourglass);
    case answered:
        return ui::tag(label(call, row.state), ui::Tone::success, ui::Icon::checkmark_circle);
    case settled:
        return ui::tag(label(call, *row.result),
                       *row.result == HearingResult::not_followed ? ui::Tone::danger : ui::Tone::success,
                       ui::Icon::gavel);
    case declined:
    case lapsed:
        return ui::tag(label(call, row.state), ui::Tone::neutral, ui::Icon::minus_circle);
    }
    return {};
}

/// What stands in the way of an answer in time; empty when nothing does.
static std::string path_warning(const http::Call& call, const StateHearingRow& row) {
    if (row.state != StateHearingState::open) return {};
    if (row.path == PathVerdict::no_case) return call.t(text::state_hearing_no_case);
    if (row.path == PathVerdict::too_late) return call.t(text::state_hearing_too_late({.body = row.late_at}));
    return {};
}

static std::vector<Html> state_hearing_tags(const http::Call& call, const StateHearingRow& row) {
    std::vector<Html> tags{state_hearing_tag(call, row)};
    if (!path_warning(call, row).empty())
        tags.push_back(ui::tag(call.t(text::state_hearing_at_risk), ui::Tone::warning, ui::Icon::warning));
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::is_invented), ui::Tone::warning));
    return tags;
}

static Html state_hearing_filter(const http::Call& call, const StateHearingListView& view) {
    std::vector<ui::Choice> states{
        {.value = {}, .label = call.t(text::filter_all), .hint = {}, .is_chosen = !view.state}};
    for (const auto each : json::enumerator_values<StateHearingState>) {
        states.push_back({.value = std::string{json::name_of(each)},
                          .label = label(call, each),
                          .hint = {},
                          .is_chosen = view.state == each});
    }
    std::vector<ui::Choice> senders{
        {.value = {}, .label = call.t(text::filter_all), .hint = {}, .is_chosen = !view.sender}};
    for (const auto& each : view.senders) {
        const auto key = each.url.substr(each.url.rfind('/') + 1);
        senders.push_back({.value = key, .label = each.name, .hint = {}, .is_chosen = view.sender == key});
    }
    return ui::filter_form(
        call, call.url("/state-hearings"),
        html::join({ui::select(call, {}, ui::labelled_field(call, "state", text::filter_state), states),
                    ui::select(call, {}, ui::labelled_field(call, "sender", text::state_hearing_sender), senders)}));
}

Html state_hearings_page(const http::Call& call, const StateHearingListView& view, bool may_speak) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::state_hearings);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::state_hearings_lead);
    if (may_speak) {
        hero.beside =
            ui::button_link(t(text::state_hearing_new), call.url("/state-hearings/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.hearings) {
        cards.push_back(ui::link_card(row.title, call.url(row.url), fmt::format("{} · {}", row.number, row.sender.name),
                                      state_hearing_tags(call, row),
                                      t(text::state_hearing_deadline_is({.day = t.date(row.deadline)}))));
    }
    page.content =
        html::join({state_hearing_filter(call, view),
                    cards.empty() ? ui::empty_state(t(text::state_hearings_none), t(text::positions_none_text))
                                  : ui::card_grid(cards),
                    ui::formats_card(call, {{"JSON", "/state-hearings.json"},
                                            {"CSV", "/state-hearings.csv"},
                                            {"Atom", "/state-hearings.atom"},
                                            {"iCalendar", "/state-hearings.ics"}})});
    page.alternates = {{http::Format::json, "/state-hearings.json"},
                       {http::Format::csv, "/state-hearings.csv"},
                       {http::Format::atom, "/state-hearings.atom"},
                       {http::Format::ics, "/state-hearings.ics"}};
    page.description = t(text::state_hearings_lead);
    return ui::page(call, page);
}

static Html path_section(const http::Call& call, const StateHearingView& view) {
    if (view.state != StateHearingState::open && view.state != StateHearingState::lapsed) return {};
    const auto& t = call.t;
    Html shown;
    if (const auto warning = path_warning(call, view); !warning.empty())
        shown = ui::alert(ui::Tone::warning, t(text::state_hearing_at_risk), html::p(warning));
    if (view.path == PathVerdict::decided) shown += html::p(t(text::state_hearing_decided));
    if (!view.stops.empty()) {
        std::vector<std::vector<Html>> rows;
        for (const auto& stop : view.stops) {
            auto day = Html{stop.day ? t.date(*stop.day) : t(text::state_hearing_no_meeting)};
            if (!stop.is_in_time)
                day += html::join({Html{" "}, ui::tag(t(text::state_hearing_after_deadline), ui::Tone::danger)});
            rows.push_back({ui::linked(call, stop.body), day});
        }
        shown += ui::table(t(text::state_hearing_path),
                           {{t(text::state_hearing_body)}, {t(text::state_hearing_earliest)}}, rows);
    }
    return ui::section(t(text::state_hearing_path), "path", shown);
}

static Html answer_section(const http::Call& call, const StateHearingView& view) {
    const auto& t = call.t;
    if (view.declined_on) {
        return ui::section(t(text::state_hearing_answer), "answer",
                           html::join({html::p(t(text::state_hearing_declined_on({.day = t.date(*view.declined_on)}))),
                                       html::p(view.decline_reason)}));
    }
    if (!view.answered_on) return {};
    const auto who =
        view.speaker_name.empty() ? view.authority : fmt::format("{}, {}", view.speaker_name, view.authority);
    Html result = html::p(t(text::state_hearing_no_result));
    if (view.result) {
        result = html::join(
            {html::p(html::strong(label(call, *view.result)), " ", t.date(*view.result_on)), html::p(view.result_words),
             view.result_source.empty() ? Html{} : html::p(ui::link(view.result_source, view.result_source))});
    }
    return html::join(
        {ui::section(t(text::state_hearing_answer), "answer",
                     html::join({html::p(html::cls("meta"), fmt::format("{} · {}", t.date(*view.answered_on), who)),
                                 html::p(ui::linked(call, *view.position)),
                                 view.document ? html::p(ui::linked(call, *view.document)) : Html{}})),
         ui::section(t(text::state_hearing_result), "result", result)});
}

static Html state_hearing_tools(const http::Call& call, const StateHearingView& view) {
    const auto& t = call.t;
    std::vector<Html> links;
    const auto add = [&](const i18n::Message& words, std::string_view what) {
        links.push_back(html::li(ui::link(t(words), call.url(fmt::format("{}/{}", view.url, what)))));
    };
    if (!view.answered_on && !view.declined_on) {
        add(text::state_hearing_change, "change");
        if (view.matter) add(text::state_hearing_give, "answer");
        add(text::state_hearing_decline, "decline");
    }
    if (view.answered_on && !view.result) add(text::state_hearing_conclude, "result");
    if (links.empty()) return {};
    return ui::card(t(text::tools), html::ul(html::cls("ds-list"), links));
}

Html state_hearing_page(const http::Call& call, const StateHearingView& view, bool may_speak) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.title;
    page.crumbs = {{t(text::state_hearings), call.url("/state-hearings")}, {view.number, {}}};
    ui::Hero hero;
    hero.tags = state_hearing_tags(call, view);
    hero.title = view.title;
    hero.title_language = view.language;
    hero.facts = t(text::state_hearing_from({.sender = view.sender.name, .day = t.date(view.deadline)}));
    page.hero = ui::hero(hero);
    const auto facts =
        ui::facts({{t(text::fact_number), view.number},
                   {t(text::state_hearing_sender), ui::linked(call, view.sender)},
                   {t(text::state_hearing_reference), view.reference},
                   {t(text::state_hearing_sent), t.date(view.sent_on)},
                   {t(text::state_hearing_deadline), t.date(view.deadline)},
                   {t(text::state_hearing_case), view.matter ? ui::linked(call, *view.matter) : Html{}},
                   {t(text::state_hearing_address), ui::link(t(text::state_hearing_see), view.address)}});
    const auto main = html::join({ui::markdown(view.summary), path_section(call, view), answer_section(call, view),
                                  journal::history_section(call, view.happenings)});
    const auto side =
        html::join({may_speak ? state_hearing_tools(call, view) : Html{}, ui::card(t(text::state_hearing_about), facts),
                    ui::formats_card(call, {{"JSON", view.url + ".json"}})});
    page.content = ui::columns(main, side, t(text::state_hearing_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace voice
