#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/form_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings {

static constexpr int questions_in_form = 5;
static constexpr int options_in_form = 4;
static constexpr int named_in_form = 5;

/// --- Planning ---

static Html question_fields(const http::Call& call, const ui::FormState& state) {
    Html fields;
    for (int i = 0; i < questions_in_form; ++i) {
        const auto question = ui::Field{.name = fmt::format("questions[{}].text", i),
                                        .label = call.t(text::plan_question_number({.number = i + 1}))};
        Html options;
        for (int j = 0; j < options_in_form; ++j) {
            const auto option = ui::Field{.name = fmt::format("questions[{}].options[{}]", i, j),
                                          .label = call.t(text::plan_option_number({.number = j + 1}))};
            options += ui::field(call, state, option);
        }
        fields += ui::field(call, state, question);
        fields += ui::details(call.t(text::plan_options({.number = i + 1})), options);
    }
    return fields;
}

static Html audience_fields(const http::Call& call, const ui::FormState& state, const PlanChoices& choices) {
    std::vector<ui::Choice> sizes;
    for (const auto size : json::enumerator_values<Size>)
        sizes.push_back({.value = std::string{json::name_of(size)}, .label = label(call, size), .hint = {}});
    Html named;
    for (int i = 0; i < named_in_form; ++i) {
        named += ui::field(call, state,
                           ui::Field{.name = fmt::format("audience.named[{}]", i),
                                     .label = call.t(text::plan_named_number({.number = i + 1}))});
    }
    const auto all = [&](std::string_view name, const i18n::Message& label) {
        auto field = ui::labelled_field(call, name, label);
        return ui::checkboxes(call, state, field, {{.value = "true", .label = field.label, .hint = {}}});
    };
    return html::join(
        {all("audience.municipalities", text::audience_municipalities),
         all("audience.counties", text::audience_counties),
         ui::checkboxes(call, state, ui::labelled_field(call, "audience.sizes", text::plan_sizes), sizes),
         ui::details(call.t(text::plan_counties),
                     ui::checkboxes(call, state, ui::labelled_field(call, "audience.inCounties", text::plan_counties),
                                    choices.counties)),
         ui::details(call.t(text::plan_networks),
                     ui::checkboxes(call, state, ui::labelled_field(call, "audience.networks", text::plan_networks),
                                    choices.networks)),
         ui::details(call.t(text::plan_named), named)});
}

Html plan_hearing_page(const http::Call& call, const ui::FormState& state, const PlanChoices& choices) {
    auto title = ui::labelled_field(call, "title", text::plan_title);
    title.is_required = true;
    title.length_max = 200;
    auto words = ui::labelled_field(call, "text", text::plan_text);
    words.is_required = true;
    words.rows = 10;
    words.hint = call.t(text::plan_text_hint);
    auto opens = ui::labelled_field(call, "opensOn", text::hearing_open_from, to_string(call.today()));
    opens.type = "date";
    opens.is_required = true;
    auto closes = ui::labelled_field(call, "closesOn", text::hearing_open_to);
    closes.type = "date";
    closes.is_required = true;
    closes.hint = call.t(text::plan_closes_hint({.days = choices.days_min}));
    auto remind = ui::labelled_field(call, "remindDays", text::plan_remind, "7");
    remind.type = "number";
    remind.width = "sm";
    auto language = ui::labelled_field(call, "language", text::plan_language, "nb");
    language.is_required = true;
    const std::vector<ui::Choice> languages{{.value = "nb", .label = call.t(text::plan_nb), .hint = {}},
                                            {.value = "nn", .label = call.t(text::plan_nn), .hint = {}}};
    Html documents;
    if (!choices.documents.empty()) {
        documents = ui::checkboxes(call, state, ui::labelled_field(call, "documents", text::hearing_documents),
                                   choices.documents);
    }
    const auto number = html::input(html::attribute("type", "hidden"), html::attribute("name", "caseNumber"),
                                    html::attribute("value", choices.case_number));
    const auto fields = html::join(
        {number, ui::select(call, state, language, languages), ui::field(call, state, title),
         ui::field(call, state, words),
         ui::section(call.t(text::hearing_questions), "questions-form", question_fields(call, state)),
         ui::section(call.t(text::hearing_audience), "audience-form", audience_fields(call, state, choices)), documents,
         ui::field(call, state, opens), ui::field(call, state, closes), ui::field(call, state, remind)});
    return ui::form_page(call, state,
                         {.title = call.t(text::plan),
                          .lead = call.t(text::plan_lead),
                          .send = call.t(text::plan_send),
                          .path = "/hearings",
                          .crumbs = {{call.t(text::hearings), call.url("/hearings")},
                                     {choices.case_number, call.url(choices.matter.url)}},
                          .back = choices.matter.url},
                         fields);
}

/// --- Answering ---

static Html organisation_fields(const http::Call& call, const ui::FormState& state,
                                const std::vector<VoiceView>& voices) {
    if (voices.size() == 1) {
        return html::input(html::attribute("type", "hidden"), html::attribute("name", "organisations"),
                           html::attribute("value", voices.front().key));
    }
    std::vector<ui::Choice> choices;
    for (const auto& voice : voices) {
        if (voice.network && voice.speaks_for_itself) continue;
        const auto hint =
            voice.stance ? call.t(text::answer_has({.stance = label(call, *voice.stance)})) : std::string{};
        choices.push_back({.value = voice.key, .label = voice.organisation.name, .hint = hint});
    }
    auto field = ui::labelled_field(call, "organisations", text::answer_for_whom);
    field.hint = call.t(text::answer_for_whom_hint);
    field.is_required = true;
    return ui::checkboxes(call, state, field, choices);
}

static Html reply_fields(const http::Call& call, const ui::FormState& state, const HearingView& view,
                         const std::optional<AnswerView>& before) {
    Html fields;
    for (const auto& question : view.questions) {
        const auto name = fmt::format("replies[{}]", question.number - 1);
        ReplyView given;
        if (before && before->replies) {
            const auto found = std::ranges::find(*before->replies, question.number, &ReplyView::question);
            if (found != before->replies->end()) given = *found;
        }
        fields += html::input(html::attribute("type", "hidden"), html::attribute("name", name + ".question"),
                              html::attribute("value", std::to_string(question.number)));
        if (!question.options.empty()) {
            std::vector<ui::Choice> options;
            for (std::size_t i = 0; i < question.options.size(); ++i) {
                options.push_back({.value = std::to_string(i + 1), .label = question.options[i].text, .hint = {}});
            }
            ui::Field field;
            field.name = name + ".option";
            field.label = question.text;
            if (given.option) field.value = std::to_string(*given.option);
            fields += ui::radios(call, state, field, options);
        }
        ui::Field words;
        words.name = name + ".text";
        words.label =
            question.options.empty() ? question.text : call.t(text::answer_comment({.number = question.number}));
        words.rows = question.options.empty() ? 4 : 2;
        words.value = given.text;
        fields += ui::field(call, state, words);
    }
    return fields;
}

Html answer_form_page(const http::Call& call, const ui::FormState& state, const HearingView& view,
                      const std::vector<VoiceView>& voices, const std::optional<AnswerView>& before) {
    std::vector<ui::Choice> stances;
    for (const auto stance : json::enumerator_values<Stance>) {
        const auto name = std::string{json::name_of(stance)};
        stances.push_back({.value = name,
                           .label = label(call, stance),
                           .hint = call.t.by_name("hearing.stance_hint." + name),
                           .is_chosen = before && before->stance == stance});
    }
    auto stance = ui::labelled_field(call, "stance", text::hearing_answer);
    stance.is_required = true;
    auto words = ui::labelled_field(call, "text", text::answer_text, before ? before->text.value_or("") : "");
    words.rows = 8;
    words.hint = call.t(text::answer_text_hint);
    auto basis =
        ui::labelled_field(call, "legalBasis", text::answer_basis, before ? before->legal_basis.value_or("") : "");
    basis.hint = call.t(text::answer_basis_hint);
    const auto fields = html::join({organisation_fields(call, state, voices), ui::radios(call, state, stance, stances),
                                    ui::field(call, state, words), reply_fields(call, state, view, before),
                                    ui::field(call, state, basis)});
    const auto title = voices.size() == 1 ? call.t(text::answer_give({.name = voices.front().organisation.name}))
                                          : call.t(text::answer_give_many);
    return ui::form_page(
        call, state,
        {.title = title,
         .lead = call.t(text::answer_lead({.title = view.title, .day = call.t.weekday_date(view.closes_on)})),
         .send = call.t(text::answer_send),
         .path = view.url + "/answers",
         .crumbs = {{call.t(text::hearings), call.url("/hearings")}, {view.key, call.url(view.url)}},
         .back = view.url},
        fields);
}

} // namespace hearings
