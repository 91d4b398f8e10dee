#include "identity/domain/errors.hpp"
#include "identity/domain/machine_token.hpp"
#include "identity/identity.hpp"

#include <algorithm>

namespace identity {

static Result<MachineClaims> claims_of(const Services& services, const Outside& outside, std::string_view token,
                                       bool may_lack_audience) {
    const auto now = services.clock.now();
    if (outside.development) {
        const auto claims = outside.development->verify(token);
        const auto issuer = outside.development->issuer();
        if (claims) return check_machine_claims(*claims, {issuer, outside.machine.audience, now, may_lack_audience});
    }
    if (outside.machine.issuer.empty() || !outside.machine_keys) return tokens_not_taken.error();
    const auto claims = TRY(outside.machine_keys->verify(token));
    return check_machine_claims(claims, {outside.machine.issuer, outside.machine.audience, now, may_lack_audience});
}

Result<std::string> post_token_consumer(const Services& services, const Outside& outside, std::string_view token) {
    auto claims = TRY(claims_of(services, outside, token, true));
    if (std::ranges::find(claims.scopes, post_scope) == claims.scopes.end()) return token_scope_missing.error();
    return std::move(claims.organisation_number);
}

Result<Principal> authenticate_machine(const Services& services, const Outside& outside, std::string_view token) {
    const auto checked = TRY(claims_of(services, outside, token, false));
    auto reader = TRY(services.database.reader());
    const auto organisation = directory::find_organisation_by_key(*reader, checked.organisation_number);
    if (!organisation) return organisation_unknown.error({{"number", checked.organisation_number}});
    Principal principal;
    principal.kind = PrincipalKind::client;
    principal.id = "client:" + (checked.client_id.empty() ? checked.organisation_number : checked.client_id);
    principal.name = organisation->name;
    principal.organisation_id = organisation->id.to_string();
    principal.organisation_name = organisation->name;
    for (const auto& scope : checked.scopes) {
        principal.authority += (principal.authority.empty() ? "" : " ") + scope;
        const auto line = std::ranges::find(scope_table(), scope, &ScopeLine::scope);
        for (const auto& right : line->rights)
            principal.grants.push_back({std::string{right.name}, principal.organisation_id});
    }
    return principal;
}

} // namespace identity
