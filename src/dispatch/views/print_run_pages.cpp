#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

static Html run_state_tag(const http::Call& call, const PrintRunRow& run) {
    const auto words = call.t.by_name(fmt::format("print.state.{}", json::name_of(run.state)));
    if (!run.trouble.empty()) return ui::tag(words, ui::Tone::danger, ui::Icon::warning);
    if (run.state == PrintRunState::acknowledged) {
        return ui::tag(words, ui::Tone::success, ui::Icon::checkmark_circle);
    }
    return ui::tag(words, ui::Tone::info, ui::Icon::hourglass);
}

Html print_runs_page(const http::Call& call, const PrintRunsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::print_runs);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::print_lead);
    page.hero = ui::hero(hero);
    Html notice;
    if (!view.is_on) notice = ui::alert(ui::Tone::warning, t(text::print_off), html::p(t(text::print_off_text)));
    std::vector<std::vector<Html>> rows;
    for (const auto& run : view.runs) {
        rows.push_back({ui::link(run.name, call.url(run.url)), run_state_tag(call, run), t.date_time(run.begun_at),
                        t.number(run.pages)});
    }
    const auto table = ui::table(page.title,
                                 {{.name = t(text::print_run)},
                                  {.name = t(text::fact_status)},
                                  {.name = t(text::print_begun), .hides_on_phone = true},
                                  {.name = t(text::print_pages), .is_number = true, .hides_on_phone = true}},
                                 rows);
    page.content = html::join({notice, html::p(t(text::print_waiting({.count = view.waiting}))),
                               rows.empty() ? ui::empty_state(t(text::print_none), t(text::print_none_text)) : table,
                               ui::formats_card(call, {{"JSON", "/print-runs.json"}})});
    page.alternates = {{http::Format::json, "/print-runs.json"}};
    return ui::page(call, page);
}

static Html letters_of_run(const http::Call& call, const PrintRunView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& letter : view.letters) {
        const auto state = t.by_name(fmt::format("print.letter.{}", json::name_of(letter.state)));
        rows.push_back({t.number(letter.position), html::code(letter.dispatch.to_string()),
                        letter.pages == 0
                            ? std::string{}
                            : fmt::format("{}–{}", letter.first_page, letter.first_page + letter.pages - 1),
                        t.number(letter.sheets), letter.reason.empty() ? state : state + ": " + letter.reason});
    }
    return ui::section(t(text::print_letters), "letters",
                       ui::table(t(text::print_letters),
                                 {{.name = t(text::print_position), .is_number = true, .hides_on_phone = true},
                                  {.name = t(text::fact_id)},
                                  {.name = t(text::print_pages), .hides_on_phone = true},
                                  {.name = t(text::print_sheets), .is_number = true, .hides_on_phone = true},
                                  {.name = t(text::fact_status)}},
                                 rows));
}

Html print_run_page(const http::Call& call, const PrintRunView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.name;
    page.crumbs = {{t(text::print_runs), call.url("/print-runs")}, {view.name, {}}};
    ui::Hero hero;
    hero.tags = {run_state_tag(call, view)};
    hero.title = view.name;
    page.hero = ui::hero(hero);
    const auto moment = [&](const std::optional<Instant>& at) { return at ? Html{t.date_time(*at)} : Html{}; };
    const auto facts = ui::facts({{t(text::print_begun), t.date_time(view.begun_at)},
                                  {t(text::print_handed_over), moment(view.handed_over_at)},
                                  {t(text::print_acknowledged), moment(view.acknowledged_at)},
                                  {t(text::print_pages), t.number(view.pages)},
                                  {t(text::fact_size), size_in_words(call, view.bytes)},
                                  {"SHA-256", view.sha256.empty() ? Html{} : html::code(view.sha256)}});
    Html trouble, confirm;
    if (!view.trouble.empty()) {
        trouble = ui::alert(ui::Tone::danger, t(text::print_trouble), html::p(view.trouble));
    }
    if (view.state == PrintRunState::handed_over) {
        confirm = ui::card(t(text::print_confirm),
                           html::join({html::p(t(text::print_confirm_text)),
                                       ui::post_button(call, t(text::print_confirm_send), view.url + "/acknowledgement",
                                                       "secondary", {})}),
                           true);
    }
    page.content = ui::columns(html::join({trouble, letters_of_run(call, view)}),
                               html::join({ui::card(t(text::print_about), facts), confirm}), t(text::print_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace dispatch
