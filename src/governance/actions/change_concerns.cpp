#include "governance/actions/case_change.hpp"
#include "governance/actions/case_checks.hpp"
#include "governance/actions/case_content.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/case_store.hpp"

#include <algorithm>

namespace governance {

Result<void> change_concerns(db::Transaction& transaction, const Services& services, const Principal& principal,
                             CaseId id, std::optional<std::int64_t> version, const ConcernsChange& sent, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::prepare_case, version));
    TRY(require_open_for_changes(matter));
    CaseChecks checks{transaction, change.today()};
    auto concerns = TRY(checks.concerns(sent.concerns));
    TRY(checks.finish());
    if (concerns.empty() && matter.path.noticed_day) return concerns_missing.error();
    for (auto& concern : concerns) {
        concern.id = change.make_id<ConcernId>();
    }

    // Those who are no longer concerned are told too.
    auto told = matter;
    told.concerns.insert(told.concerns.end(), concerns.begin(), concerns.end());
    matter.concerns = std::move(concerns);
    TRY(save_concerns(transaction, matter));
    TRY(save_case(transaction, matter, now));
    auto facts = facts_of(matter);
    facts.number("concerns", static_cast<std::int64_t>(matter.concerns.size()));
    TRY(services.journal.append(transaction, principal,
                                case_event("governance.concerns_changed", told, std::move(facts)), now));
    return {};
}

} // namespace governance
