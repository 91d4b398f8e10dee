#include "governance/views/case_list_page.hpp"
#include "governance/domain/los.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "platform/ui/page.hpp"

namespace governance {

using html::cls;

static std::string title_of(const http::Call& call, const CaseRow& row) {
    return row.title ? *row.title : call.t(text::case_title_shielded({.number = row.number}));
}

/// Number, body and the day that comes next.
static std::string meta_of(const http::Call& call, const CaseRow& row) {
    auto line = row.number + " · " + row.body.name;
    if (row.next_day) {
        const auto day = call.t.date(*row.next_day);
        line +=
            " · " +
            call.t(text::case_next_meeting({.day = day, .distance = call.t.days_from(call.today(), *row.next_day)}));
    }
    return line;
}

Html case_card_of(const http::Call& call, const CaseRow& row) {
    const auto language = i18n::language_of(row.language).value_or(i18n::Language::nb);
    const auto marked = language_attribute(call, language);
    std::vector<Html> tags{state_tag(call, row.state, row.outcome)};
    const bool takes_input = row.state == CaseState::noticed || row.state == CaseState::in_preparation;
    if (takes_input && row.input_until && *row.input_until >= call.today()) {
        tags.push_back(
            ui::tag(call.t(text::case_input_until({.day = call.t.short_date(*row.input_until)})), ui::Tone::accent));
    }
    if (row.is_strategic) tags.push_back(ui::tag(call.t(text::case_strategic)));
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::case_invented), ui::Tone::warning));
    const auto title_language = row.title ? marked : language_attribute(call, call.request.language);
    std::optional<Html> summary;
    if (!row.summary.empty()) summary = html::p(marked, row.summary);
    return html::div(cls("ds-card link-card"), html::attribute("data-color", "neutral"), html::div(cls("tags"), tags),
                     html::p(cls("link-card__title"), html::a(cls("ds-link"), html::href(call.url(row.url)),
                                                              title_language, title_of(call, row))),
                     summary, html::p(cls("meta"), meta_of(call, row)));
}

template <class E>
static std::vector<ui::Choice> words_of(const http::Call& call, std::string_view area, std::optional<std::string> any) {
    std::vector<ui::Choice> choices;
    if (any) choices.push_back({.value = {}, .label = *any, .hint = {}});
    for (const auto name : json::enumerator_names<E>) {
        choices.push_back(
            {.value = std::string{name}, .label = call.t.by_name(std::string{area}.append(name)), .hint = {}});
    }
    return choices;
}

static std::vector<ui::Choice> with_any(const http::Call& call, std::vector<ui::Choice> choices) {
    choices.insert(choices.begin(), ui::Choice{.value = {}, .label = call.t(text::filter_any), .hint = {}});
    return choices;
}

static std::vector<ui::Choice> theme_choices(const http::Call& call, const std::optional<Line<80>>& chosen) {
    std::vector<ui::Choice> choices;
    for (const auto& theme : themes()) {
        const bool is_main = theme.broader.empty();
        if (!is_main && !(chosen && *chosen == theme.slug)) continue;
        choices.push_back(
            {.value = std::string{theme.slug}, .label = std::string{theme.name(call.request.language)}, .hint = {}});
    }
    return with_any(call, std::move(choices));
}

static std::string words(const std::optional<Date>& day) {
    return day ? to_string(*day) : std::string{};
}

static Html filter(const http::Call& call, const CaseFilter& filter, const FilterChoices& choices) {
    const ui::FormState state;
    const auto pick = [&](const char* name, const i18n::Message& label, std::string value,
                          std::vector<ui::Choice> all) {
        ui::Field field;
        field.name = name;
        field.label = call.t(label);
        field.value = std::move(value);
        field.is_required = true; // Always has a value; "all" is one.
        return ui::select(call, state, field, all);
    };
    const auto type = [&](const char* name, const i18n::Message& label, std::string value, const char* kind) {
        ui::Field field;
        field.name = name;
        field.label = call.t(label);
        field.value = std::move(value);
        field.type = kind;
        field.is_required = true;
        return ui::field(call, state, field);
    };
    const auto any = call.t(text::filter_any);
    const auto chosen_state = filter.state ? std::string{json::name_of(*filter.state)} : std::string{};
    return ui::filter_form(
        call, "/cases",
        html::join({type("q", text::filter_words, filter.q.value_or(""), "search"),
                    pick("state", text::filter_state, chosen_state, words_of<CaseState>(call, "case.state.", any)),
                    pick("theme", text::filter_theme, filter.theme.value_or(""), theme_choices(call, filter.theme)),
                    pick("body", text::filter_body, filter.body.value_or(""), with_any(call, choices.bodies)),
                    pick("region", text::filter_region, filter.region.value_or(""), with_any(call, choices.regions)),
                    type("from", text::filter_from, words(filter.from), "date"),
                    type("to", text::filter_to, words(filter.to), "date"),
                    pick("sort", text::filter_sort, std::string{json::name_of(filter.sort)},
                         words_of<CaseOrder>(call, "filter.order.", {}))}));
}

static Html in_section(const http::Call& call, const i18n::Message& name, const Html& content) {
    return html::section(cls("section"), html::attribute("aria-label", call.t(name)), content);
}

static Html hits(const http::Call& call, const CaseListView& list) {
    const auto count =
        html::p(cls("meta"), html::attribute("role", "status"), call.t(text::cases_found({.count = list.total})));
    if (list.cases.empty()) {
        return html::join({count, ui::empty_state(call.t(text::cases_none), call.t(text::cases_none_text),
                                                  ui::Action{call.t(text::cases_all), call.url("/cases"), {}})});
    }
    std::vector<Html> cards;
    for (const auto& row : list.cases) {
        cards.push_back(case_card_of(call, row));
    }
    return html::join({count, ui::card_grid(cards), ui::pagination(call, list.page, list.pages)});
}

/// The address of the same list in another format.
static std::string other_format(const http::Call& call, std::string_view suffix) {
    http::Form query;
    for (const auto& [name, value] : call.request.query.fields()) {
        if (name != "page" && !value.empty()) query.add(name, value);
    }
    const auto fields = query.to_string();
    return "/cases" + std::string{suffix} + (fields.empty() ? "" : "?" + fields);
}

Html case_list_page(const http::Call& call, const CaseListView& list, const CaseFilter& asked,
                    const FilterChoices& choices, bool may_plan) {
    const auto json = other_format(call, ".json"), table = other_format(call, ".csv"),
               atom = other_format(call, ".atom");
    Html beside;
    if (may_plan) beside = ui::button_link(call.t(text::case_plan), call.url("/cases/new"), "primary", ui::Icon::plus);
    return ui::page(
        call, {.title = call.t(text::cases),
               .crumbs = {{call.t(text::cases), {}}},
               .hero = ui::hero({.tags = {},
                                 .title = call.t(text::cases),
                                 .lead = call.t(text::cases_lead),
                                 .facts = {},
                                 .beside = beside,
                                 .title_language = {}}),
               .content =
                   html::join({filter(call, asked, choices), in_section(call, text::cases, hits(call, list)),
                               in_section(call, text::case_formats,
                                          ui::formats_card(call, {{"JSON", json}, {"CSV", table}, {"Atom", atom}}))}),
               .alternates = {{http::Format::json, json}, {http::Format::csv, table}, {http::Format::atom, atom}},
               .has_errors = false,
               .description = call.t(text::cases_lead),
               .attribution = {}});
}

} // namespace governance
