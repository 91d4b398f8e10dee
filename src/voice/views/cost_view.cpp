#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_labels.hpp"
#include "voice/views/consultation_pages.hpp"

#include <fmt/format.h>

namespace voice {

static std::string_view sign_of(CostOperation operation) {
    switch (operation) {
    case CostOperation::add:
        return "+";
    case CostOperation::subtract:
        return "−";
    case CostOperation::multiply:
        return "×";
    case CostOperation::divide:
        return ":";
    }
    return "";
}

/// "Timer × timepris = 1 200 × 650 = 780 000 kroner"
static std::string arithmetic(const http::Call& call, const CostStepView& step) {
    std::string words, numbers;
    for (const auto& operand : step.operands) {
        if (!words.empty()) {
            words += fmt::format(" {} ", sign_of(step.operation));
            numbers += fmt::format(" {} ", sign_of(step.operation));
        }
        words += number_label(call, operand.name);
        numbers += amount_words(call, operand.amount);
    }
    return fmt::format("{} = {} = {}", words, numbers, amount_words(call, step.amount, step.unit));
}

static Html working_of(const http::Call& call, const CalculationView& made) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> inputs;
    for (const auto& input : made.inputs) {
        inputs.push_back({Html{number_label(call, input.name)}, Html{amount_words(call, input.amount, input.unit)},
                          Html{input.source.empty() ? "–" : input.source}});
    }
    std::vector<Html> steps;
    for (const auto& step : made.steps)
        steps.push_back(html::li(html::strong(number_label(call, step.name)), ": ", arithmetic(call, step)));
    return html::join(
        {html::p(html::cls("meta"),
                 fmt::format("{} · {} · {}", method_label(call, made.method, made.method_version),
                             t(text::cost_price_level({.year = std::to_string(made.price_level_year)})),
                             t(text::cost_revision({.number = made.revision})))),
         ui::table(t(text::cost_inputs),
                   {{t(text::cost_number)}, {t(text::cost_amount), true}, {t(text::cost_source), false, true}}, inputs),
         html::ol(html::cls("ds-list"), steps), made.note.empty() ? Html{} : ui::markdown(made.note, 5)});
}

static Html comparison_row_amount(const http::Call& call, std::string_view decimal, std::string_view unit) {
    return Html{amount_words(call, decimal, unit)};
}

static std::string less(std::string_view sector, std::string_view state) {
    const auto left = Amount::parse(sector), right = Amount::parse(state);
    ensure(left.has_value() && right.has_value());
    const auto found = difference(*left, *right);
    ensure(found.has_value());
    return found->to_string();
}

static std::vector<Html> comparison_row(const http::Call& call, std::string_view name, std::string_view unit,
                                        std::string_view sector, std::string_view state) {
    return {Html{number_label(call, name)}, comparison_row_amount(call, sector, unit),
            comparison_row_amount(call, state, unit), comparison_row_amount(call, less(sector, state), unit)};
}

/// Line by line where both used the same method, else the totals alone.
static Html comparison(const http::Call& call, const CalculationView& sector, const CalculationView& state) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    const bool is_same_method = sector.method == state.method && sector.method_version == state.method_version;
    if (is_same_method) {
        for (std::size_t i = 0; i < sector.inputs.size(); ++i) {
            const auto& input = sector.inputs[i];
            rows.push_back(comparison_row(call, input.name, input.unit, input.amount, state.inputs[i].amount));
        }
    }
    for (std::size_t i = is_same_method ? 0 : sector.steps.size() - 1; i < sector.steps.size(); ++i) {
        const auto& step = sector.steps[i];
        const auto& other = is_same_method ? state.steps[i] : state.steps.back();
        rows.push_back(comparison_row(call, step.name, step.unit, step.amount, other.amount));
    }
    const auto kroner = t(text::cost_price_level({.year = std::to_string(sector.price_level_year)}));
    return html::join({html::p(html::cls("meta"), kroner),
                       ui::table(t(text::cost_comparison),
                                 {{t(text::cost_number)},
                                  {label(call, CostSide::sector), true},
                                  {label(call, CostSide::state), true},
                                  {t(text::cost_difference), true}},
                                 rows),
                       is_same_method ? Html{} : html::p(html::cls("meta"), t(text::cost_methods_differ))});
}

Html cost_section(const http::Call& call, const ConsultationItemView& item) {
    if (item.calculations.empty()) return {};
    Html shown = html::h3(call.t(text::cost));
    if (item.calculations.size() == 2) shown += comparison(call, item.calculations[0], item.calculations[1]);
    for (const auto& made : item.calculations) {
        const auto heading = call.t(text::cost_side_counts(
            {.side = label(call, made.side), .total = amount_words(call, made.total, made.steps.back().unit)}));
        shown += ui::details(heading, working_of(call, made), item.calculations.size() == 1);
    }
    return shown;
}

Html cost_methods_page(const http::Call& call, const CostMethodListView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::cost_methods);
    page.crumbs = {{t(text::consultations), call.url("/consultations")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::cost_methods_lead);
    page.hero = ui::hero(hero);
    for (const auto& method : view.methods) {
        std::vector<Html> steps;
        for (const auto& step : method.steps) {
            std::string words;
            for (const auto& name : step.of)
                words += (words.empty() ? "" : fmt::format(" {} ", sign_of(step.operation))) + number_label(call, name);
            steps.push_back(html::li(html::strong(number_label(call, step.name)), " = ", words));
        }
        page.content += ui::section(
            method_label(call, method.code, method.version), fmt::format("{}-{}", method.code, method.version),
            html::join({html::p(html::cls("meta"), t(text::cost_method_from({.day = t.date(method.valid_from)}))),
                        html::ol(html::cls("ds-list"), steps)}));
    }
    page.content += ui::formats_card(call, {{"JSON", "/cost-methods.json"}});
    page.alternates = {{http::Format::json, "/cost-methods.json"}};
    return ui::page(call, page);
}

} // namespace voice
