#include "governance/views/case_fields.hpp"
#include "governance/domain/los.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/form_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr std::size_t empty_points = 3;
static constexpr std::size_t points_least = 4;
static constexpr std::size_t empty_steps = 2;
static constexpr std::size_t steps_least = 4;
static constexpr std::size_t empty_concerns = 3;

static Html language_field(const http::Call& call, const ui::FormState& state, const CaseView* view) {
    auto field = ui::labelled_field(call, "language", text::field_language, view == nullptr ? "nb" : view->language);
    field.is_required = true;
    return ui::radios(call, state, field,
                      {{.value = "nb", .label = call.t(text::language_nb), .hint = {}},
                       {.value = "nn", .label = call.t(text::language_nn), .hint = {}}});
}

static Html theme_field(const http::Call& call, const ui::FormState& state, const CaseView* view) {
    std::vector<ui::Choice> choices;
    for (const auto& theme : themes()) {
        const bool is_chosen = view != nullptr && std::ranges::any_of(view->themes, [&](const ThemeView& chosen) {
                                   return chosen.slug == theme.slug;
                               });
        if (!theme.broader.empty() && !is_chosen) continue;
        choices.push_back({.value = std::string{theme.slug},
                           .label = std::string{theme.name(call.request.language)},
                           .hint = {},
                           .is_chosen = is_chosen});
    }
    auto field = ui::labelled_field(call, "themes", text::field_themes);
    field.hint = call.t(text::field_themes_hint);
    return ui::checkboxes(call, state, field, choices);
}

static Html point_fields(const http::Call& call, const ui::FormState& state, const CaseView* view) {
    const auto points =
        view == nullptr ? std::vector<std::string>{} : view->points.value_or(std::vector<std::string>{});
    const auto count = std::max(points.size() + empty_points, points_least);
    std::vector<Html> fields;
    for (std::size_t i = 0; i < count; ++i) {
        ui::Field field;
        field.name = fmt::format("points[{}]", i);
        field.label = call.t(text::field_point({.number = static_cast<std::int64_t>(i + 1)}));
        field.value = i < points.size() ? points[i] : std::string{};
        field.rows = 3;
        fields.push_back(ui::field(call, state, field));
    }
    return html::fieldset(html::cls("ds-fieldset"), html::legend(call.t(text::case_proposal)),
                          html::p(html::attribute("data-field", "description"), call.t(text::field_points_hint)),
                          fields);
}

static Html handler_field(const http::Call& call, const ui::FormState& state, const CaseView* view,
                          const FormChoices& choices) {
    const bool has_handler = view != nullptr && view->handler_id;
    auto all = choices.people;
    all.insert(all.begin(), ui::Choice{.value = {}, .label = call.t(text::field_handler_none), .hint = {}});
    const auto value = has_handler ? view->handler_id->to_string() : std::string{};
    if (has_handler && std::ranges::find(all, value, &ui::Choice::value) == all.end()) {
        all.push_back({.value = value, .label = view->handler.value_or(""), .hint = {}});
    }
    return ui::select(call, state, ui::labelled_field(call, "handlerId", text::case_handler, value), all);
}

Html text_fields(const http::Call& call, const ui::FormState& state, const CaseView* view, const FormChoices& choices) {
    auto title = ui::labelled_field(call, "title", text::field_title, view == nullptr ? "" : view->title.value_or(""));
    title.is_required = true;
    title.hint = call.t(text::field_title_hint);
    title.length_max = 200;
    auto summary =
        ui::labelled_field(call, "summary", text::field_summary, view == nullptr ? "" : view->summary.value_or(""));
    summary.hint = call.t(text::field_summary_hint);
    summary.rows = 4;
    summary.length_max = 1000;
    auto background = ui::labelled_field(call, "background", text::case_background,
                                         view == nullptr ? "" : view->background.value_or(""));
    background.hint = call.t(text::field_background_hint);
    background.rows = 12;
    const auto strategic = ui::labelled_field(call, "isStrategic", text::field_strategic);
    return html::join({language_field(call, state, view), ui::field(call, state, title),
                       ui::field(call, state, summary), ui::field(call, state, background),
                       point_fields(call, state, view), handler_field(call, state, view, choices),
                       theme_field(call, state, view),
                       ui::checkboxes(call, state, strategic,
                                      {{.value = "true",
                                        .label = call.t(text::field_strategic_yes),
                                        .hint = call.t(text::field_strategic_hint),
                                        .is_chosen = view != nullptr && view->is_strategic}})});
}

Html step_fields(const http::Call& call, const ui::FormState& state, const std::vector<StepView>& coming,
                 const FormChoices& choices) {
    auto bodies = choices.bodies;
    bodies.insert(bodies.begin(), ui::Choice{.value = {}, .label = call.t(text::field_body_none), .hint = {}});
    const auto count = std::max(coming.size() + empty_steps, steps_least);
    std::vector<Html> rows;
    for (std::size_t i = 0; i < count; ++i) {
        ui::Field body, day;
        body.name = fmt::format("steps[{}].bodyId", i);
        body.label = call.t(text::field_body({.number = static_cast<std::int64_t>(i + 1)}));
        day.name = fmt::format("steps[{}].plannedDay", i);
        day.label = call.t(text::field_planned_day);
        day.type = "date";
        day.width = "sm";
        if (i < coming.size()) {
            body.value = coming[i].body_id.to_string();
            if (coming[i].day) day.value = to_string(*coming[i].day);
        }
        rows.push_back(ui::select(call, state, body, bodies));
        rows.push_back(ui::field(call, state, day));
    }
    return html::fieldset(html::cls("ds-fieldset"), html::legend(html::id("f-steps"), call.t(text::field_steps)),
                          html::p(html::attribute("data-field", "description"), call.t(text::field_steps_hint)), rows);
}

static std::vector<ui::Choice> scope_choices(const http::Call& call) {
    std::vector<ui::Choice> choices{{.value = {}, .label = call.t(text::field_concern_none), .hint = {}}};
    for (const auto scope : json::enumerator_values<ConcernScope>) {
        choices.push_back({.value = std::string{json::name_of(scope)}, .label = label(call, scope), .hint = {}});
    }
    return choices;
}

/// Where the organisation is found again: "/organisations/4601" is sent as 4601.
static std::string key_of(const ConcernView& concern) {
    if (!concern.organisation) return {};
    const auto& url = concern.organisation->url;
    return url.substr(url.rfind('/') + 1);
}

Html concern_fields(const http::Call& call, const ui::FormState& state, const std::vector<ConcernView>& concerns) {
    const auto scopes = scope_choices(call);
    std::vector<Html> rows;
    for (std::size_t i = 0; i < concerns.size() + empty_concerns; ++i) {
        const bool is_filled = i < concerns.size();
        ui::Field scope, organisation, reason;
        scope.name = fmt::format("concerns[{}].scope", i);
        scope.label = call.t(text::field_concern({.number = static_cast<std::int64_t>(i + 1)}));
        scope.value = is_filled ? std::string{json::name_of(concerns[i].scope)} : std::string{};
        organisation.name = fmt::format("concerns[{}].organisation", i);
        organisation.label = call.t(text::field_organisation);
        organisation.hint = call.t(text::field_organisation_hint);
        organisation.value = is_filled ? key_of(concerns[i]) : std::string{};
        organisation.width = "md";
        reason.name = fmt::format("concerns[{}].reason", i);
        reason.label = call.t(text::field_reason);
        reason.value = is_filled ? concerns[i].reason : std::string{};
        reason.rows = 2;
        rows.push_back(ui::select(call, state, scope, scopes));
        rows.push_back(ui::field(call, state, organisation));
        rows.push_back(ui::field(call, state, reason));
    }
    return html::fieldset(html::cls("ds-fieldset"), html::legend(html::id("f-concerns"), call.t(text::case_concerns)),
                          html::p(html::attribute("data-field", "description"), call.t(text::field_concerns_hint)),
                          rows);
}

Html legal_basis_field(const http::Call& call, const ui::FormState& state, bool is_required) {
    auto field = ui::labelled_field(call, "legalBasis", text::field_legal_basis);
    field.hint = call.t(text::field_legal_basis_hint);
    field.is_required = is_required;
    return ui::field(call, state, field);
}

Html until_field(const http::Call& call, const ui::FormState& state, bool is_required) {
    auto field = ui::labelled_field(call, "until", text::field_until);
    field.hint = call.t(text::field_until_hint);
    field.type = "date";
    field.width = "sm";
    field.is_required = is_required;
    return ui::field(call, state, field);
}

} // namespace governance
