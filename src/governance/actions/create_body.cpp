#include "governance/actions/bodies.hpp"
#include "governance/actions/body_checks.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"

namespace governance {

Result<BodyId> create_body(const Acting& acting, const NewBody& wanted, bool is_invented) {
    TRY(acting.principal.require(right::maintain_bodies));
    TRY(check_slug(wanted.slug));
    TRY(check_themes(wanted.themes));
    const auto own = wanted.rules.value_or(BodySettings{});
    const auto rules = TRY(rules_over(acting.transaction, wanted.profile, wanted.valid_from, own));
    if (TRY(is_slug_taken(acting.transaction, wanted.slug))) {
        return body_slug_taken.error({{"slug", std::string{wanted.slug}}});
    }
    TRY(directory::find_organisation(acting.transaction, wanted.organisation));
    Body body;
    body.id = acting.make_id<BodyId>();
    body.slug = wanted.slug;
    body.name_nb = wanted.name_nb;
    body.name_nn = wanted.name_nn;
    body.kind = wanted.kind;
    body.organisation = wanted.organisation;
    body.parent = wanted.parent;
    body.is_open = wanted.is_open;
    body.is_invented = is_invented;
    body.themes = wanted.themes;
    TRY(check_parent(acting.transaction, body));

    TRY(insert_body(acting.transaction, body, acting.now));
    TRY(insert_rules(acting.transaction, body.id,
                     {1, wanted.valid_from, wanted.adopted_by, rules, own, wanted.profile, 0}, acting.now));
    if (!wanted.mandate.empty()) {
        TRY(insert_mandate(acting.transaction, body.id, {1, wanted.mandate, wanted.valid_from, {}, wanted.adopted_by},
                           acting.now));
    }
    TRY(acting.tell("governance.body_created", body, journal::Body{}));
    TRY(index_body(acting, body));
    return body.id;
}

} // namespace governance
