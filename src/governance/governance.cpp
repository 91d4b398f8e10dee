#include "governance/governance.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/texts.hpp"

namespace governance {

void add_routes(http::Router& router, Extensions extensions) {
    add_case_routes(router, extensions);
}

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

} // namespace governance
