#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

/// The rules of the body that treated it last, as they were on that day. A case that nobody has treated is refused by
/// its state, whatever the rules.
static Result<PathRules> rules_of_last_body(db::Reader& reader, const Case& matter) {
    const auto* treated = matter.path.latest_treated();
    if (treated == nullptr) return PathRules{};
    const auto day = norwegian_date(*matter.record_of(treated->id).treated_at);
    return PathRules{TRY(rules_in_force(reader, treated->body, day)).rules};
}

Result<void> make_final(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                        Version version, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::plan_case, version));
    const auto rules = TRY(rules_of_last_body(transaction, matter));
    matter.path = TRY(make_final(std::move(matter.path), rules));
    const auto& treated = *matter.path.latest_treated();
    auto facts = facts_of(matter);
    facts.text("body", TRY(load_body(transaction, treated.body)).name_nb);
    facts.text("outcome", json::name_of(*treated.outcome));
    TRY(save_steps(transaction, matter));
    return change.close(matter, "governance.case_made_final", std::move(facts));
}

} // namespace governance
