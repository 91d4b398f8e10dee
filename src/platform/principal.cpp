#include "platform/principal.hpp"

#include "platform/errors.hpp"

#include <algorithm>

bool Principal::may(Right wanted, std::string_view scope) const {
    if (wanted == right::everybody) return true;
    if (kind == PrincipalKind::system) return true;
    if (wanted == right::logged_in && kind == PrincipalKind::person) return true;
    return std::ranges::any_of(grants, [&](const Grant& grant) {
        return grant.right == wanted.name && (grant.scope.empty() || (!scope.empty() && grant.scope == scope));
    });
}

bool Principal::may_somewhere(Right wanted) const {
    return may(wanted) || std::ranges::any_of(grants, [&](const Grant& grant) { return grant.right == wanted.name; });
}

Result<void> Principal::require(Right wanted, std::string_view scope) const {
    if (may(wanted, scope)) return {};
    if (is_anonymous()) return platform::not_logged_in.error();
    return platform::right_missing.error({{"right", std::string{wanted.name}}});
}

Principal the_program(std::string authority) {
    Principal program;
    program.kind = PrincipalKind::system;
    program.id = "samband";
    program.name = "Samband";
    program.authority = std::move(authority);
    return program;
}
