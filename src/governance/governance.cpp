#include "governance/governance.hpp"
#include "governance/actions/rule_profiles.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/texts.hpp"

namespace governance {

void add_routes(http::Router& router, Extensions extensions) {
    add_case_routes(router, extensions);
    add_body_routes(router, extensions);
    add_meeting_routes(router, extensions);
    add_treatment_routes(router);
    add_minutes_routes(router);
    add_rule_profile_routes(router);
    add_decision_routes(router);
    add_impartiality_routes(router);
    add_role_conflict_routes(router);
    add_election_routes(router);
    add_written_routes(router);
}

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

Result<void> seed_rule_profiles(db::Transaction& transaction, const Services& services, Instant now) {
    const auto by = the_program();
    return seed_profiles({transaction, services, by, now});
}

} // namespace governance
