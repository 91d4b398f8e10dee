#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"

namespace governance {

using StepState = ui::Step::State;

static ui::Step planned_step(const http::Call& call, const CaseView& view) {
    return {.title = call.t(text::case_step_planned),
            .state = StepState::done,
            .lines = {call.t.date(norwegian_date(view.planned_at)), view.owner.name},
            .path = {}};
}

static ui::Step notice_step(const http::Call& call, const CaseView& view) {
    ui::Step step{.title = call.t(text::case_step_noticed), .state = StepState::coming, .lines = {}, .path = {}};
    if (view.noticed_on) {
        step.state = StepState::done;
        step.lines.push_back(call.t.date(*view.noticed_on));
        if (view.input_until)
            step.lines.push_back(call.t(text::case_step_input({.day = call.t.date(*view.input_until)})));
    } else if (view.state == CaseState::withdrawn) {
        step.state = StepState::stopped;
    } else {
        step.state = StepState::current;
    }
    return step;
}

static bool is_with_body(CaseState state) {
    return state == CaseState::in_preparation || state == CaseState::on_agenda || state == CaseState::noticed ||
           state == CaseState::treated;
}

static ui::Step body_step(const http::Call& call, const CaseView& view, const StepView& body) {
    ui::Step step{.title = body.body.name, .state = StepState::coming, .lines = {}, .path = call.url(body.body.url)};
    if (body.day) step.lines.push_back(call.t.date(*body.day));
    if (body.outcome) {
        step.state = StepState::done;
        step.lines.push_back(label(call, *body.outcome));
        if (!body.item_number.empty()) step.lines.push_back(call.t(text::case_item({.number = body.item_number})));
        if (!body.votes.empty()) step.lines.push_back(body.votes);
    } else if (body.has_lapsed) {
        step.state = StepState::stopped;
        step.lines.push_back(call.t(text::case_step_lapsed));
    } else if (body.is_current && is_with_body(view.state)) {
        step.state = StepState::current;
        step.lines.push_back(label(call, view.state));
    }
    return step;
}

static ui::Step follow_up_step(const http::Call& call, const CaseView& view) {
    auto state = StepState::coming;
    if (view.state == CaseState::followed_up) state = StepState::done;
    if (view.state == CaseState::final) state = StepState::current;
    return {.title = call.t(text::case_step_followed_up), .state = state, .lines = {}, .path = {}};
}

Html case_steps(const http::Call& call, const CaseView& view) {
    std::vector<ui::Step> steps{planned_step(call, view), notice_step(call, view)};
    for (const auto& body : view.steps) {
        steps.push_back(body_step(call, view, body));
    }
    if (view.state != CaseState::withdrawn) steps.push_back(follow_up_step(call, view));
    return ui::steps(call, call.t(text::case_progress), steps);
}

} // namespace governance
