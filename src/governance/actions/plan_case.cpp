#include "governance/actions/plan_case.hpp"
#include "governance/actions/case_change.hpp"
#include "governance/actions/case_checks.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/case_store.hpp"

#include <fmt/format.h>

namespace governance {

static void check_number(const NewCase& sent, CaseChecks& checks) {
    if (!sent.number) return;
    const auto parsed = CaseNumber::parse(*sent.number);
    if (!parsed) checks.fault({"#/number", parsed.error().code, parsed.error().values});
}

static void check_shields(const NewCase& sent, CaseChecks& checks) {
    for (std::size_t i = 0; i < sent.shields.size(); ++i) {
        const auto pointer = fmt::format("#/shields/{}", i);
        checks.shield_day(sent.shields[i].until, pointer + "/until");
        if (sent.shields[i].field == ShieldField::document) checks.fault(shield_field_faulty.at(pointer + "/field"));
    }
}

static Result<CaseNumber> number_for(db::Transaction& transaction, const NewCase& sent, Date today) {
    if (!sent.number) return next_case_number(transaction, static_cast<int>(today.year()));
    const auto number = TRY(CaseNumber::parse(*sent.number));
    TRY(reserve_case_number(transaction, number));
    return number;
}

static Case case_from(const NewCase& sent, const CaseChange& change) {
    Case fresh;
    fresh.id = change.make_id<CaseId>();
    fresh.language = language_of(sent.language);
    fresh.title = sent.title;
    fresh.summary = sent.summary;
    fresh.background = sent.background;
    fresh.handler = sent.handler_id;
    fresh.owner_body = sent.owner_body_id;
    fresh.themes = sorted_themes(sent.themes);
    fresh.path.is_strategic = sent.is_strategic;
    for (const auto& point : sent.points) {
        fresh.points.push_back({change.make_id<PointId>(), point});
    }
    for (const auto& step : sent.steps) {
        const auto id = change.make_id<StepId>();
        fresh.path.steps.push_back({.id = id, .body = step.body_id, .planned_day = step.planned_day});
        fresh.records.push_back({.step = id});
    }
    fresh.planned_at = fresh.changed_at = change.now;
    return fresh;
}

static Result<Case> checked_case(const NewCase& sent, const CaseChange& change) {
    CaseChecks checks{change.transaction, change.today()};
    auto fresh = case_from(sent, change);
    check_number(sent, checks);
    check_shields(sent, checks);
    TRY(checks.texts(sent));
    TRY(checks.steps(sent.steps));
    TRY(checks.body(sent.owner_body_id, "#/ownerBodyId"));
    fresh.owner = TRY(checks.organisation(sent.owner, "#/owner"));
    fresh.concerns = TRY(checks.concerns(sent.concerns));
    if (sent.steps.empty()) checks.fault(path_empty.at("#/steps"));
    if (sent.steps.size() > steps_max) checks.fault(path_too_long.at("#/steps", {{"limit", std::int64_t{steps_max}}}));
    TRY(checks.finish());
    for (auto& concern : fresh.concerns) {
        concern.id = change.make_id<ConcernId>();
    }
    return fresh;
}

static Result<void> keep_shields(const CaseChange& change, const NewCase& sent, const Case& fresh) {
    for (const auto& shield : sent.shields) {
        TRY(change.keep(fresh.id, {.id = change.make_id<ShieldId>(),
                                   .field = shield.field,
                                   .document = {},
                                   .legal_basis = shield.legal_basis,
                                   .until = shield.until,
                                   .lifted_at = {}}));
    }
    return {};
}

Result<CaseNumber> plan_case(db::Transaction& transaction, const Services& services, const Principal& principal,
                             const NewCase& sent, Instant now, Authenticity authenticity) {
    const CaseChange change{transaction, services, principal, now};
    auto fresh = TRY(checked_case(sent, change));
    TRY(require(principal, right::plan_case, fresh));
    fresh.is_invented = authenticity == Authenticity::invented;
    fresh.number = TRY(number_for(transaction, sent, change.today()));
    TRY(insert_case(transaction, fresh));
    TRY(keep_shields(change, sent, fresh));
    auto facts = facts_of(fresh);
    facts.number("bodies", static_cast<std::int64_t>(fresh.path.steps.size()));
    TRY(services.journal.append(transaction, principal, case_event("governance.case_planned", fresh, std::move(facts)),
                                now));
    TRY(index_case(transaction, fresh, change.today()));
    return fresh.number;
}

} // namespace governance
