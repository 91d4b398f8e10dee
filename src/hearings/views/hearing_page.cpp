#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/page.hpp"

namespace hearings {

static html::Attribute language_of(const http::Call& call, const std::string& language) {
    return html::attribute_if(language != i18n::code(call.request.language), "lang", language);
}

static Html hearing_text(const http::Call& call, const HearingView& view) {
    std::vector<Html> questions;
    for (const auto& question : view.questions) {
        std::vector<Html> options;
        for (const auto& option : question.options)
            options.push_back(html::li(option.text));
        questions.push_back(html::li(html::p(question.text), options.empty() ? Html{} : html::ul(options)));
    }
    const auto lang = language_of(call, view.language);
    const auto asked = questions.empty() ? Html{}
                                         : ui::section(call.t(text::hearing_questions), "questions",
                                                       html::ol(html::cls("ds-list"), lang, questions));
    std::vector<ui::DocumentRow> documents;
    for (const auto& document : view.documents)
        documents.push_back({.title = document.name, .path = call.url(document.url)});
    return html::join({ui::section(call.t(text::hearing_about), "about",
                                   html::div(html::cls("prose"), lang, ui::markdown(view.text))),
                       asked,
                       documents.empty()
                           ? Html{}
                           : ui::section(call.t(text::hearing_documents), "documents", ui::documents(documents))});
}

/// What people chose, for the questions that have options.
static Html choices_made(const http::Call& call, const HearingView& view) {
    Html shown;
    for (const auto& question : view.questions) {
        if (question.options.empty()) continue;
        std::vector<ui::BarRow> rows;
        for (const auto& option : question.options) {
            rows.push_back(
                {.label = option.text,
                 .path = {},
                 .amount = static_cast<double>(option.chosen.organisations),
                 .shown = call.t(text::hearing_chosen_by({.count = option.chosen.organisations,
                                                          .inhabitants = call.t.number(option.chosen.inhabitants)}))});
        }
        shown += html::h3(question.text);
        shown += ui::bar_table(question.text, call.t(text::hearing_option), call.t(text::hearing_answers), rows);
    }
    return shown;
}

static Html results(const http::Call& call, const HearingView& view, const Html& map) {
    const auto& whole = view.municipalities;
    return ui::section(
        call.t(text::hearing_results), "results",
        html::join(
            {html::p(ui::words(call, text::hearing_silence_note)),
             ui::stacked_bar(call, call.t(text::hearing_results), shares_of(call, whole)), tally_table(call, whole),
             choices_made(call, view), map,
             ui::details(call.t(text::hearing_by_county),
                         group_table(call, call.t(text::hearing_by_county), call.t(text::tally_county), view.counties)),
             ui::details(call.t(text::hearing_by_size),
                         group_table(call, call.t(text::hearing_by_size), call.t(text::tally_size), view.sizes))}));
}

static Html said(const http::Call& call, const AddresseeView& one) {
    if (one.answer) return stance_tag(call, one.answer->stance);
    if (one.is_opened) return Html{call.t(text::hearing_silent_opened)};
    return Html{call.t(one.is_reached ? text::hearing_silent_reached : text::hearing_silent_unreached)};
}

/// Who was reminded when, and when it is done next.
static Html reminders(const http::Call& call, const HearingView& view) {
    std::vector<Html> lines;
    for (const auto& one : view.reminders) {
        lines.push_back(html::li(
            call.t(text::hearing_reminded({.day = call.t.date(norwegian_date(one.at)), .count = one.organisations}))));
    }
    const bool is_to_come = view.state == HearingState::open || view.state == HearingState::planned;
    if (is_to_come && view.remind_from && *view.remind_from > call.today())
        lines.push_back(html::li(call.t(text::hearing_will_remind({.day = call.t.date(*view.remind_from)}))));
    if (lines.empty()) return {};
    return ui::card(call.t(text::hearing_reminders), html::ul(html::cls("ds-list"), lines));
}

static Html changes(const http::Call& call, const HearingView& view) {
    Html shown;
    if (view.withdrawn) {
        shown += ui::alert(ui::Tone::warning,
                           call.t(text::hearing_withdrawn_on({.day = call.t.date(norwegian_date(view.withdrawn->at))})),
                           html::p(view.withdrawn->reason));
    }
    for (const auto& one : view.extensions) {
        shown += ui::alert(
            ui::Tone::info,
            call.t(text::hearing_extended({.from = call.t.weekday_date(one.from), .to = call.t.weekday_date(one.to)})),
            html::p(one.reason));
    }
    return shown;
}

static Html work_for_holder(const http::Call& call, const HearingView& view, bool may_hold) {
    const bool is_to_come = view.state == HearingState::open || view.state == HearingState::planned;
    if (!may_hold || !is_to_come) return {};
    const auto button = [&](const i18n::Message& label, const std::string& form) {
        return html::p(ui::button_link(call.t(label), call.url(view.url + form), "secondary"));
    };
    return ui::card(call.t(text::hearing_work), html::join({button(text::change_extend, "/extension"),
                                                            button(text::change_documents, "/documents/new"),
                                                            button(text::change_withdraw, "/withdrawal")}));
}

static Html merged_since(const http::Call& call, const HearingView& view) {
    if (view.predecessors.empty()) return {};
    std::vector<std::vector<Html>> rows;
    for (const auto& one : view.predecessors) {
        rows.push_back({ui::link(one.organisation.name, call.url(one.organisation.url)),
                        one.answer ? stance_tag(call, one.answer->stance) : Html{call.t(text::tally_silent)},
                        ui::link(one.successor.name, call.url(one.successor.url)),
                        call.t.date(norwegian_date(one.succeeded_at))});
    }
    const auto caption = call.t(text::hearing_predecessors);
    return ui::section(caption, "predecessors",
                       html::join({html::p(ui::words(call, text::hearing_predecessors_note)),
                                   ui::table(caption,
                                             {{.name = call.t(text::tally_organisation)},
                                              {.name = call.t(text::hearing_answer)},
                                              {.name = call.t(text::hearing_successor)},
                                              {.name = call.t(text::hearing_merged_on), .hides_on_phone = true}},
                                             rows)}));
}

static Html answer_list(const http::Call& call, const HearingView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& one : view.addressees) {
        Html through;
        if (one.answer && one.answer->network)
            through = ui::link(one.answer->network->name, call.url(one.answer->network->url));
        const auto read = one.url.empty() ? Html{}
                                          : ui::link(call.t(text::hearing_read_answer({.name = one.organisation.name})),
                                                     call.url(one.url));
        rows.push_back({ui::link(one.organisation.name, call.url(one.organisation.url)), said(call, one), through,
                        call.t.number(one.inhabitants), read});
    }
    const auto caption = call.t(text::hearing_everyone({.count = static_cast<std::int64_t>(rows.size())}));
    return ui::section(
        call.t(text::hearing_answers), "answers",
        ui::details(caption,
                    ui::table(caption,
                              {{.name = call.t(text::tally_organisation)},
                               {.name = call.t(text::hearing_answer)},
                               {.name = call.t(text::hearing_through), .hides_on_phone = true},
                               {.name = call.t(text::tally_inhabitants), .is_number = true, .hides_on_phone = true},
                               {.name = call.t(text::hearing_words)}},
                              rows)));
}

static Html work_for(const http::Call& call, const HearingView& view, const std::vector<VoiceView>& voices) {
    if (voices.empty()) return {};
    std::vector<Html> lines;
    for (const auto& voice : voices) {
        const auto stance = voice.stance ? label(call, *voice.stance) : call.t(text::hearing_not_answered);
        lines.push_back(html::li(voice.organisation.name + ": " + stance));
    }
    const auto form = view.url + "/answers/new";
    const auto button = view.state == HearingState::open
                            ? html::p(ui::button_link(call.t(text::hearing_answer_button), call.url(form)))
                            : Html{};
    return ui::card(
        call.t(text::hearing_your_turn),
        html::join({button,
                    ui::details(call.t(text::hearing_you_speak_for({.count = static_cast<std::int64_t>(lines.size())})),
                                html::ul(html::cls("ds-list"), lines), lines.size() < 4)}),
        true);
}

static Html hearing_facts(const http::Call& call, const HearingView& view) {
    std::vector<Html> audience;
    for (const auto& part : view.audience)
        audience.push_back(html::li(part));
    return ui::card(
        call.t(text::hearing_facts),
        ui::facts({{call.t(text::hearing_number), Html{view.key}},
                   {call.t(text::hearing_case), ui::link(view.matter.name, call.url(view.matter.url))},
                   {call.t(text::hearing_open_from), Html{call.t.weekday_date(view.opens_on)}},
                   {call.t(text::hearing_open_to), Html{call.t.weekday_date(view.closes_on)}},
                   {call.t(text::hearing_days_min), Html{call.t(text::hearing_days({.count = view.days_min}))}},
                   {call.t(text::hearing_audience), html::ul(html::cls("ds-list"), audience)}}));
}

static Html hearing_history(const http::Call& call, const HearingView& view) {
    if (view.happenings.empty()) return {};
    const auto count = static_cast<std::int64_t>(view.happenings.size());
    return ui::section(
        call.t(text::hearing_history), "history",
        ui::details(call.t(text::hearing_history_open({.count = count})), journal::timeline_of(call, view.happenings)));
}

Html hearing_page(const http::Call& call, const HearingView& view, const HearingExtras& extras) {
    std::vector<Html> tags{state_tag(call, view.state)};
    if (view.is_invented) tags.push_back(ui::tag(call.t(text::hearing_invented), ui::Tone::warning));
    const auto json = view.url + ".json", csv = view.url + ".csv", atom = view.url + ".atom";
    const auto main = html::join({changes(call, view), hearing_text(call, view), results(call, view, extras.map),
                                  answer_list(call, view), merged_since(call, view), hearing_history(call, view)});
    const auto side = html::join({work_for(call, view, extras.voices), work_for_holder(call, view, extras.may_hold),
                                  hearing_facts(call, view), reminders(call, view),
                                  ui::formats_card(call, {{"JSON", json}, {"CSV", csv}, {"Atom", atom}})});
    const auto until = days_in_words(call, view.state, view.opens_on, view.closes_on);
    const bool is_other = view.language != i18n::code(call.request.language);
    return ui::page(call,
                    {.title = view.title,
                     .crumbs = {{call.t(text::hearings), call.url("/hearings")}, {view.key, {}}},
                     .hero = ui::hero({.tags = std::move(tags),
                                       .title = view.title,
                                       .lead = {},
                                       .facts = until,
                                       .beside = {},
                                       .title_language = is_other ? view.language : std::string{}}),
                     .content = ui::columns(main, side, call.t(text::hearing_facts)),
                     .alternates = {{http::Format::json, json}, {http::Format::csv, csv}, {http::Format::atom, atom}},
                     .attribution = extras.attribution});
}

} // namespace hearings
