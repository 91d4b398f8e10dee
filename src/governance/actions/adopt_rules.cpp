#include "governance/actions/bodies.hpp"
#include "governance/actions/body_checks.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"

namespace governance {

Result<int> adopt_rules(const Acting& acting, BodyId id, const NewRules& wanted) {
    TRY(acting.require(right::maintain_bodies, id));
    const auto all = TRY(rules_over(acting.transaction, wanted.profile, wanted.valid_from, wanted.rules));
    const auto body = TRY(load_body(acting.transaction, id));
    const auto older = TRY(rules_versions(acting.transaction, id));
    if (wanted.valid_from <= older.back().valid_from) {
        return rules_before_older.error({{"day", to_string(older.back().valid_from)}});
    }
    const RulesVersion rules{
        static_cast<int>(older.size()) + 1, wanted.valid_from, wanted.adopted_by, all, wanted.rules, wanted.profile, 0};
    TRY(insert_rules(acting.transaction, id, rules, acting.now));
    journal::Body facts;
    facts.number("number", rules.number)
        .text("adoptedBy", rules.adopted_by)
        .text("validFrom", to_string(rules.valid_from))
        .text("profile", rules.profile)
        .text("rules", to_json(rules.own));
    TRY(acting.tell("governance.rules_adopted", body, std::move(facts)));
    return rules.number;
}

} // namespace governance
