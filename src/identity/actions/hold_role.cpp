#include "identity/domain/errors.hpp"
#include "identity/identity.hpp"
#include "identity/store/holding_store.hpp"

namespace identity {

static journal::Event role_event(std::string_view type, const Holding& holding) {
    journal::Event event;
    event.type = type;
    event.subjects = {{"person", holding.person_id.to_string()}};
    if (!holding.organisation_id.empty()) event.subjects.push_back({"organisation", holding.organisation_id});
    event.body.text("role", line_of(holding.role).name).text("title", holding.title);
    if (!holding.scope_id.empty()) event.body.text("scope", holding.scope_id);
    event.body.text("validFrom", to_string(holding.valid_from));
    if (holding.valid_to) event.body.text("validTo", to_string(*holding.valid_to));
    event.visibility = journal::Visibility::internal;
    return event;
}

Result<HoldingId> give_role(db::Transaction& transaction, const directory::Doer& doer, const NewHolding& wanted) {
    const auto reach = line_of(wanted.role).reach;
    if ((reach == Reach::one_body || reach == Reach::one_organisation) && wanted.scope_id.empty()) {
        return scope_missing.error({{"role", std::string{line_of(wanted.role).name}}});
    }
    if (wanted.valid_to && *wanted.valid_to < wanted.valid_from) {
        return period_faulty.error({{"from", to_string(wanted.valid_from)}, {"to", to_string(*wanted.valid_to)}});
    }
    const Holding holding{HoldingId::make(doer.now, doer.random),
                          wanted.person_id,
                          wanted.role,
                          wanted.scope_id,
                          wanted.organisation_id,
                          wanted.title,
                          wanted.valid_from,
                          wanted.valid_to};
    TRY(store::insert(transaction, holding));
    TRY(doer.journal.append(transaction, doer.principal, role_event("identity.role_given", holding), doer.now));
    return holding.id;
}

Result<void> end_role(db::Transaction& transaction, const directory::Doer& doer, HoldingId id, Date first_day_without) {
    auto holding = TRY(store::find_holding(transaction, id));
    if (!holding) return holding_not_found.error();
    if (first_day_without < holding->valid_from) {
        return period_faulty.error({{"from", to_string(holding->valid_from)}, {"to", to_string(first_day_without)}});
    }
    holding->valid_to = first_day_without;
    TRY(store::end_holding(transaction, id, first_day_without));
    TRY(doer.journal.append(transaction, doer.principal, role_event("identity.role_ended", *holding), doer.now));
    return {};
}

Result<std::vector<Holding>> holdings_of(db::Reader& reader, const directory::PersonId& person, Date on) {
    return store::holdings_on(reader, person, on);
}

Principal principal_of(const Holding& holding, std::string person_name, std::string organisation_name) {
    Principal principal;
    principal.kind = PrincipalKind::person;
    principal.id = holding.person_id.to_string();
    principal.name = std::move(person_name);
    principal.organisation_id = holding.organisation_id;
    principal.organisation_name = std::move(organisation_name);
    principal.authority = holding.title;
    const auto& line = line_of(holding.role);
    const auto scope = line.reach == Reach::everything ? std::string{} : holding.scope_id;
    for (const auto& right : line.rights)
        principal.grants.push_back({std::string{right.name}, scope});
    return principal;
}

} // namespace identity
