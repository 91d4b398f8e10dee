#include "governance/governance.hpp"
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
}

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

} // namespace governance
