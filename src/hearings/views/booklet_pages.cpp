#include "hearings/views/booklet_pages.hpp"

#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "platform/ui/form_page.hpp"

#include <fmt/format.h>

namespace hearings {

static constexpr int booklet_questions_in_form = 6;
static constexpr int cases_in_form = 4;

static std::string booklet_days(const http::Call& call, Date opens, Date closes) {
    return call.t(text::booklet_days({.from = call.t.date(opens), .to = call.t.date(closes)}));
}

Html booklet_list_page(const http::Call& call, const BookletListView& list, bool may_publish) {
    std::vector<Html> cards;
    for (const auto& row : list.booklets) {
        std::vector<Html> tags{state_tag(call, row.state)};
        if (row.is_invented) tags.push_back(ui::tag(call.t(text::hearing_invented), ui::Tone::warning));
        cards.push_back(
            ui::link_card(row.title, call.url(row.url), booklet_days(call, row.opens_on, row.closes_on), tags));
    }
    Html button;
    if (may_publish)
        button = html::p(ui::button_link(call.t(text::booklet_publish), call.url("/booklets/new"), "secondary"));
    const auto title = call.t(text::booklets), lead = call.t(text::booklets_lead);
    const auto shown = cards.empty() ? ui::empty_state(call.t(text::booklets_none), lead) : ui::card_grid(cards);
    return ui::page(call, {.title = title,
                           .crumbs = {{title, {}}},
                           .hero = ui::hero({.title = title, .lead = lead}),
                           .content = html::join({button, shown, ui::formats_card(call, {{"JSON", "/booklets.json"}})}),
                           .alternates = {{http::Format::json, "/booklets.json"}},
                           .description = lead});
}

static Html question_section(const http::Call& call, const BookletView& view, const BookletQuestionView& question) {
    Html shown = html::p(html::attribute_if(view.language != i18n::code(call.request.language), "lang", view.language),
                         question.text);
    shown +=
        question.summary.empty() ? html::p(ui::words(call, text::booklet_no_summary)) : ui::markdown(question.summary);
    if (!question.cases.empty()) {
        shown += html::h3(ui::words(call, text::booklet_cases));
        shown += ui::linked_list(call, question.cases);
    }
    Html answers;
    for (const auto& answer : question.answers) {
        answers += html::h3(answer.county.name);
        answers += html::p(answer.text);
    }
    const auto count = static_cast<std::int64_t>(question.answers.size());
    if (count > 0) shown += ui::details(call.t(text::booklet_answers({.count = count})), answers);
    return ui::section(call.t(text::booklet_question({.number = question.number})),
                       fmt::format("question-{}", question.number), shown);
}

Html booklet_page(const http::Call& call, const BookletView& view, const BookletRights& rights) {
    Html main = html::div(html::cls("prose"), ui::markdown(view.introduction));
    for (const auto& question : view.questions)
        main += question_section(call, view, question);
    Html work;
    if (rights.may_answer)
        work += html::p(ui::button_link(call.t(text::booklet_answer), call.url(view.url + "/answers/new")));
    if (rights.may_sum_up) {
        work +=
            html::p(ui::button_link(call.t(text::booklet_sum_up), call.url(view.url + "/summaries/new"), "secondary"));
    }
    const auto heard = call.t(text::booklet_heard(
        {.answered = static_cast<std::int64_t>(view.answered_by.size()), .counties = view.counties}));
    const auto side =
        html::join({work.empty() ? Html{} : ui::card(call.t(text::assessment_work), work, true),
                    ui::card(call.t(text::booklet_who),
                             html::join({html::p(heard), ui::linked_list(call, view.answered_by),
                                         view.silent.empty() ? Html{} : html::p(ui::words(call, text::booklet_silent)),
                                         ui::linked_list(call, view.silent)})),
                    ui::formats_card(call, {{"JSON", view.url + ".json"}})});
    std::vector<Html> tags{state_tag(call, view.state)};
    if (view.is_invented) tags.push_back(ui::tag(call.t(text::hearing_invented), ui::Tone::warning));
    return ui::page(call, {.title = view.title,
                           .crumbs = {{call.t(text::booklets), call.url("/booklets")}, {std::to_string(view.year), {}}},
                           .hero = ui::hero({.tags = std::move(tags),
                                             .title = view.title,
                                             .facts = booklet_days(call, view.opens_on, view.closes_on)}),
                           .content = ui::columns(main, side, call.t(text::booklet_who)),
                           .alternates = {{http::Format::json, view.url + ".json"}}});
}

static ui::Field booklet_field(std::string name, std::string label, int rows = 0) {
    ui::Field field;
    field.name = std::move(name);
    field.label = std::move(label);
    field.rows = rows;
    return field;
}

static ui::Field required(ui::Field field, std::string type = "text") {
    field.is_required = true;
    field.type = std::move(type);
    return field;
}

Html new_booklet_page(const http::Call& call, const ui::FormState& state) {
    Html questions;
    for (int i = 0; i < booklet_questions_in_form; ++i) {
        questions += ui::field(
            call, state,
            booklet_field(fmt::format("questions[{}]", i), call.t(text::booklet_question({.number = i + 1}))));
    }
    auto year = required(booklet_field("year", call.t(text::booklet_year)), "number");
    year.value = std::to_string(static_cast<int>(call.today().year()));
    const auto language = required(booklet_field("language", call.t(text::plan_language)));
    return ui::form_page(
        call, state,
        {.title = call.t(text::booklet_publish),
         .send = call.t(text::assessment_send),
         .path = "/booklets",
         .crumbs = {{call.t(text::booklets), "/booklets"}},
         .back = "/booklets"},
        html::join(
            {ui::field(call, state, year),
             ui::select(call, state, language,
                        {{.value = "nb", .label = call.t(text::plan_nb), .hint = {}},
                         {.value = "nn", .label = call.t(text::plan_nn), .hint = {}}}),
             ui::field(call, state, required(booklet_field("title", call.t(text::plan_title)))),
             ui::field(call, state, booklet_field("introduction", call.t(text::booklet_introduction), 8)), questions,
             ui::field(call, state, required(booklet_field("opensOn", call.t(text::hearing_open_from)), "date")),
             ui::field(call, state, required(booklet_field("closesOn", call.t(text::hearing_open_to)), "date"))}));
}

Html booklet_answer_page(const http::Call& call, const ui::FormState& state, const BookletView& view,
                         const std::vector<ui::Choice>& counties) {
    Html fields = ui::select(call, state, required(booklet_field("county", call.t(text::booklet_county))), counties);
    int place = 0;
    for (const auto& question : view.questions) {
        const auto name = fmt::format("replies[{}]", place++);
        fields += html::input(html::attribute("type", "hidden"), html::attribute("name", name + ".question"),
                              html::attribute("value", std::to_string(question.number)));
        fields += ui::field(call, state, booklet_field(name + ".text", question.text, 5));
    }
    return ui::form_page(call, state,
                         {.title = call.t(text::booklet_answer),
                          .send = call.t(text::assessment_send),
                          .path = view.url + "/answers",
                          .crumbs = {{call.t(text::booklets), "/booklets"}},
                          .back = view.url},
                         fields);
}

Html summary_page(const http::Call& call, const ui::FormState& state, const BookletView& view) {
    std::vector<ui::Choice> questions;
    for (const auto& question : view.questions) {
        questions.push_back({.value = std::to_string(question.number),
                             .label = std::to_string(question.number) + ". " + question.text,
                             .hint = {}});
    }
    Html cases;
    for (int i = 0; i < cases_in_form; ++i) {
        cases += ui::field(
            call, state,
            booklet_field(fmt::format("caseNumbers[{}]", i), call.t(text::booklet_case_number({.number = i + 1}))));
    }
    return ui::form_page(
        call, state,
        {.title = call.t(text::booklet_sum_up),
         .send = call.t(text::assessment_send),
         .path = view.url + "/summaries",
         .crumbs = {{call.t(text::booklets), "/booklets"}},
         .back = view.url},
        html::join(
            {ui::select(call, state, required(booklet_field("question", call.t(text::hearing_questions))), questions),
             ui::field(call, state, booklet_field("text", call.t(text::booklet_summary), 8)), cases}));
}

} // namespace hearings
