// Whatever is asked, in whatever order: a case stands in one legal state, and no body is passed over.
#include "governance/domain/case_state.hpp"
#include "governance/domain/errors.hpp"
#include "governance/tests/path_builders.hpp"
#include "platform/json/described_members.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using namespace governance;
using namespace governance::tests;

namespace {

struct Asked {
    CaseRequest request;
    int body_number;
    Outcome outcome;
    int day_number;
};

rc::Gen<Asked> any_request() {
    const auto request = rc::gen::elementOf(std::vector<CaseRequest>(json::enumerator_values<CaseRequest>.begin(),
                                                                     json::enumerator_values<CaseRequest>.end()));
    const auto outcome = rc::gen::elementOf(
        std::vector<Outcome>(json::enumerator_values<Outcome>.begin(), json::enumerator_values<Outcome>.end()));
    return rc::gen::construct<Asked>(request, rc::gen::inRange(1, 4), outcome, rc::gen::inRange(1, 60));
}

rc::Gen<PathRules> any_rules() {
    return rc::gen::map(rc::gen::tuple(rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>(),
                                       rc::gen::arbitrary<bool>(), rc::gen::inRange(0, 30)),
                        [](const auto& drawn) {
                            return PathRules{.may_refer = std::get<0>(drawn),
                                             .may_be_final = std::get<1>(drawn),
                                             .is_political = std::get<2>(drawn),
                                             .notice_days_min = std::get<3>(drawn)};
                        });
}

/// Two times out of three the body whose turn it is, so that sequences get far.
BodyId body_asked(const CasePath& path, const Asked& asked) {
    const auto* current = path.current();
    return current != nullptr && asked.day_number % 3 != 0 ? current->body : body(asked.body_number);
}

Result<CasePath> apply(const CasePath& path, const Asked& asked, const PathRules& rules, int serial) {
    const auto who = body_asked(path, asked);
    switch (asked.request) {
    case CaseRequest::give_notice:
        return give_notice(path, day(1));
    case CaseRequest::begin_preparation:
        return begin_preparation(path);
    case CaseRequest::put_on_agenda:
        return put_on_agenda(path, who, rules, day(asked.day_number));
    case CaseRequest::take_off_agenda:
        return take_off_agenda(path);
    case CaseRequest::treat:
        return treat(path,
                     {.body = who,
                      .outcome = asked.outcome,
                      .referred_to = asked.outcome == Outcome::referred ? std::optional{body(9)} : std::nullopt,
                      .first_new_step = step_id(1000 + 2 * serial),
                      .second_new_step = step_id(1001 + 2 * serial)},
                     rules);
    case CaseRequest::send_on:
        return send_on(path);
    case CaseRequest::make_final:
        return make_final(path, rules);
    case CaseRequest::follow_up:
        return follow_up(path);
    case CaseRequest::withdraw:
        return withdraw(path);
    case CaseRequest::change_path:
        return change_path(path, {a_step(500 + serial)});
    }
    return path;
}

bool treated_come_first(const CasePath& path) {
    return std::ranges::is_partitioned(path.steps, [](const Step& step) { return step.outcome.has_value(); });
}

bool is_at_end(CaseState state) {
    return state == CaseState::final || state == CaseState::followed_up || state == CaseState::withdrawn;
}

void check_legal(const CasePath& path) {
    RC_ASSERT(treated_come_first(path));
    for (const auto& step : path.steps) {
        RC_ASSERT(!(step.outcome && step.has_lapsed));
        RC_ASSERT(!step.has_lapsed || is_at_end(path.state));
    }
    switch (path.state) {
    case CaseState::planned:
    case CaseState::noticed:
        RC_ASSERT(path.latest_treated() == nullptr);
        [[fallthrough]];
    case CaseState::in_preparation:
    case CaseState::on_agenda:
        RC_ASSERT(path.current() != nullptr);
        break;
    case CaseState::treated:
        RC_ASSERT(path.latest_treated() != nullptr);
        break;
    case CaseState::final:
    case CaseState::followed_up: {
        const bool ended_early = std::ranges::any_of(path.steps, &Step::has_lapsed);
        RC_ASSERT(path.latest_treated() != nullptr);
        RC_ASSERT(!ended_early || path.latest_treated()->outcome == Outcome::rejected);
        RC_ASSERT(!path.is_strategic || path.has_political_record);
        break;
    }
    case CaseState::withdrawn:
        break;
    }
    RC_ASSERT(path.state == CaseState::planned || path.state == CaseState::withdrawn || path.noticed_day.has_value());
}

} // namespace

RC_GTEST_PROP(CasePath, StandsInOneLegalStateWhateverIsAsked, ()) {
    auto path = a_path({body(1), body(2), body(3)});
    path.is_strategic = *rc::gen::arbitrary<bool>();
    const auto requests = *rc::gen::container<std::vector<Asked>>(any_request());
    int serial = 0;
    for (const auto& asked : requests) {
        const auto rules = *any_rules();
        const auto next = apply(path, asked, rules, ++serial);
        const auto allowed = allowed_requests(path.state);
        const bool is_allowed = std::ranges::find(allowed, asked.request) != allowed.end();
        RC_ASSERT(is_allowed || (!next.has_value() && next.error().code == case_step_refused.name));
        if (!next.has_value()) continue;
        check_legal(*next);
        path = *next;
    }
}

RC_GTEST_PROP(CasePath, TreatsItsBodiesInTheOrderPlanned, ()) {
    auto path = a_path({body(1), body(2), body(3)});
    std::vector<BodyId> treated_by;
    const auto requests = *rc::gen::container<std::vector<Asked>>(200, any_request());
    int serial = 0;
    for (const auto& asked : requests) {
        if (asked.request == CaseRequest::withdraw || asked.request == CaseRequest::change_path) continue;
        const auto* current = path.current();
        const auto next = apply(path, asked, PathRules{}, ++serial);
        if (!next.has_value()) continue;
        if (asked.request == CaseRequest::treat) {
            RC_ASSERT(current != nullptr);
            treated_by.push_back(current->body);
        }
        path = *next;
    }

    RC_ASSERT(path.steps.size() >= treated_by.size());
    for (std::size_t i = 0; i < treated_by.size(); ++i) {
        RC_ASSERT(path.steps[i].body == treated_by[i]);
        RC_ASSERT(path.steps[i].outcome.has_value());
    }
}
