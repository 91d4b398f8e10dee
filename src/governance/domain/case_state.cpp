#include "governance/domain/case_state.hpp"
#include "governance/domain/errors.hpp"
#include "platform/ensure.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <array>

namespace governance {

using Requests = std::vector<CaseRequest>;

const Step* CasePath::current() const {
    const auto found = std::ranges::find_if(steps, [](const Step& step) { return !step.outcome && !step.has_lapsed; });
    return found == steps.end() ? nullptr : &*found;
}

const Step* CasePath::latest_treated() const {
    const auto found =
        std::find_if(steps.rbegin(), steps.rend(), [](const Step& step) { return step.outcome.has_value(); });
    return found == steps.rend() ? nullptr : &*found;
}

static Step& current_of(CasePath& path) {
    const auto* step = path.current();
    ensure(step != nullptr);
    return path.steps[static_cast<std::size_t>(step - path.steps.data())];
}

Requests allowed_requests(CaseState state) {
    using enum CaseRequest;
    switch (state) {
    case CaseState::planned:
        return {give_notice, withdraw, change_path};
    case CaseState::noticed:
        return {begin_preparation, withdraw, change_path};
    case CaseState::in_preparation:
        return {put_on_agenda, withdraw, change_path};
    case CaseState::on_agenda:
        return {take_off_agenda, treat, withdraw};
    case CaseState::treated:
        return {send_on, make_final, withdraw, change_path};
    case CaseState::final:
        return {follow_up};
    case CaseState::followed_up:
    case CaseState::withdrawn:
        return {};
    }
    return {};
}

Result<void> require_allowed(CaseState state, CaseRequest asked) {
    const auto allowed = allowed_requests(state);
    if (std::ranges::find(allowed, asked) != allowed.end()) return {};
    std::string names;
    for (const auto request : allowed) {
        names += (names.empty() ? "" : ", ") + std::string{json::name_of(request)};
    }
    return case_step_refused.error({{"state", std::string{json::name_of(state)}},
                                    {"asked", std::string{json::name_of(asked)}},
                                    {"allowed", names.empty() ? "none" : names}});
}

static Result<void> require_at(const CasePath& path, BodyId body) {
    const auto* step = path.current();
    if (step != nullptr && step->body == body) return {};
    return case_at_other_body.error(
        {{"asked", body.to_string()}, {"current", step == nullptr ? std::string{} : step->body.to_string()}});
}

static std::int64_t days_between(Date from, Date to) {
    return (std::chrono::sys_days{to} - std::chrono::sys_days{from}).count();
}

Result<CasePath> give_notice(CasePath path, Date today) {
    TRY(require_allowed(path.state, CaseRequest::give_notice));
    path.state = CaseState::noticed;
    path.noticed_day = today;
    return path;
}

Result<CasePath> begin_preparation(CasePath path) {
    TRY(require_allowed(path.state, CaseRequest::begin_preparation));
    path.state = CaseState::in_preparation;
    return path;
}

Result<CasePath> put_on_agenda(CasePath path, BodyId body, const PathRules& rules, Date meeting_day) {
    TRY(require_allowed(path.state, CaseRequest::put_on_agenda));
    TRY(require_at(path, body));
    ensure(path.noticed_day.has_value());
    if (days_between(*path.noticed_day, meeting_day) < rules.notice_days_min) {
        const auto earliest = std::chrono::sys_days{*path.noticed_day} + std::chrono::days{rules.notice_days_min};
        return notice_too_short.error({{"noticed", to_string(*path.noticed_day)},
                                       {"days", std::int64_t{rules.notice_days_min}},
                                       {"meeting", to_string(meeting_day)},
                                       {"earliest", to_string(Date{earliest})}});
    }
    current_of(path).planned_day = meeting_day;
    path.state = CaseState::on_agenda;
    return path;
}

Result<CasePath> take_off_agenda(CasePath path) {
    TRY(require_allowed(path.state, CaseRequest::take_off_agenda));
    path.state = CaseState::in_preparation;
    return path;
}

/// Which outcomes the body's rules allow, one value each, so that the words can list them in any language.
static Error outcome_refused(Outcome asked, const PathRules& rules) {
    auto error = outcome_not_allowed.error({{"outcome", std::string{json::name_of(asked)}}});
    for (const auto outcome : json::enumerator_values<Outcome>) {
        error.values.push_back(
            {std::string{json::name_of(outcome)}, std::string{rules.allows(outcome) ? "yes" : "no"}});
    }
    return error;
}

static Result<void> require_sound(const Ruling& ruling, const PathRules& rules) {
    if (!rules.allows(ruling.outcome)) return outcome_refused(ruling.outcome, rules);
    const bool names_other = ruling.referred_to && *ruling.referred_to != ruling.body;
    if ((ruling.outcome == Outcome::referred) != names_other) {
        return referral_faulty.error({{"outcome", std::string{json::name_of(ruling.outcome)}}});
    }
    return {};
}

Result<CasePath> treat(CasePath path, const Ruling& ruling, const PathRules& rules) {
    TRY(require_allowed(path.state, CaseRequest::treat));
    TRY(require_at(path, ruling.body));
    TRY(require_sound(ruling, rules));

    auto& step = current_of(path);
    step.outcome = ruling.outcome;
    const auto next = path.steps.begin() + (&step - path.steps.data()) + 1;
    const auto added = [](StepId id, BodyId body) { return Step{.id = id, .body = body}; };
    if (ruling.outcome == Outcome::postponed) {
        path.steps.insert(next, added(ruling.first_new_step, ruling.body));
    } else if (ruling.outcome == Outcome::referred) {
        path.steps.insert(
            next, {added(ruling.first_new_step, *ruling.referred_to), added(ruling.second_new_step, ruling.body)});
    } else if (rules.is_political) {
        path.has_political_record = true;
    }
    path.state = CaseState::treated;
    return path;
}

Result<CasePath> send_on(CasePath path) {
    TRY(require_allowed(path.state, CaseRequest::send_on));
    if (path.current() == nullptr) return no_body_remains.error();
    path.state = CaseState::in_preparation;
    return path;
}

static void lapse_untreated(CasePath& path) {
    for (auto& step : path.steps) {
        if (!step.outcome) step.has_lapsed = true;
    }
}

Result<CasePath> make_final(CasePath path, const PathRules& rules) {
    TRY(require_allowed(path.state, CaseRequest::make_final));
    const auto* latest = path.latest_treated();
    ensure(latest != nullptr);
    const auto outcome = *latest->outcome;
    if (outcome == Outcome::postponed || outcome == Outcome::referred) {
        return outcome_settles_nothing.error({{"outcome", std::string{json::name_of(outcome)}}});
    }
    const auto remaining = std::ranges::count_if(path.steps, [](const Step& step) { return !step.outcome; });
    if (remaining > 0 && outcome != Outcome::rejected) {
        return bodies_remain.error({{"count", static_cast<std::int64_t>(remaining)}});
    }
    if (!rules.may_be_final) return body_only_advises.error();
    if (path.is_strategic && !path.has_political_record) return political_record_missing.error();
    lapse_untreated(path);
    path.state = CaseState::final;
    return path;
}

Result<CasePath> follow_up(CasePath path) {
    TRY(require_allowed(path.state, CaseRequest::follow_up));
    path.state = CaseState::followed_up;
    return path;
}

Result<CasePath> withdraw(CasePath path) {
    TRY(require_allowed(path.state, CaseRequest::withdraw));
    lapse_untreated(path);
    path.state = CaseState::withdrawn;
    return path;
}

Result<CasePath> change_path(CasePath path, std::vector<Step> coming) {
    TRY(require_allowed(path.state, CaseRequest::change_path));
    if (coming.empty() && path.state != CaseState::treated) return path_empty.error();
    std::erase_if(path.steps, [](const Step& step) { return !step.outcome; });
    if (path.steps.size() + coming.size() > steps_max) {
        return path_too_long.error({{"limit", static_cast<std::int64_t>(steps_max)}});
    }
    for (auto& step : coming) {
        step.outcome.reset();
        step.has_lapsed = false;
        path.steps.push_back(std::move(step));
    }
    return path;
}

} // namespace governance
