#include "governance/jobs/demonstration_stage.hpp"
#include "identity/identity.hpp"

namespace governance::demonstration {

using namespace std::chrono_literals;

Date first_day() {
    return std::chrono::year{2019} / std::chrono::October / 1;
}

static Result<void> register_companies(const Stage& stage, const Moment& moment, const SaidPeople& said) {
    for (const auto& company : said.companies) {
        directory::NewOrganisation wanted;
        wanted.name = company.name;
        wanted.slug = company.slug;
        wanted.basis = "oppdiktet for demonstrasjonen";
        wanted.is_invented = true;
        TRY(directory::register_organisation(moment.transaction, moment.as(stage, stage.program).doer(), wanted));
    }
    return {};
}

static Result<void> register_people(Stage& stage, const Moment& moment, const SaidPeople& said) {
    for (const auto& person : said.people) {
        const auto id = TRY(directory::register_person(
            moment.transaction, moment.as(stage, stage.program).doer(), stage.person_key,
            {.name = person.name, .identity_number = person.identity_number, .is_invented = true}));
        ensure(stage.people.emplace(person.key, StagedPerson{id, person.name}).second);
        ++stage.report.people;
    }
    return {};
}

/// Gives the role that no appointment gives, and remembers the first of KS' secretariat: they do the work of cases.
static Result<void> give_login(Stage& stage, const Moment& moment, const SaidLogin& login) {
    if (login.role.empty()) return {};
    const auto role = identity::role_named(login.role);
    ensure(role.has_value());
    const auto& person = named(stage.people, login.person);
    identity::Holding holding;
    holding.person_id = person.id;
    holding.role = *role;
    holding.title = login.title;
    holding.valid_from = first_day();
    std::string organisation_name;
    if (!login.organisation.empty()) {
        const auto found = TRY(directory::find_organisation_by_key(moment.transaction, login.organisation));
        holding.organisation_id = holding.scope_id = found.id.to_string();
        organisation_name = found.name;
    }
    if (*role == identity::Role::secretariat) {
        holding.scope_id.clear();
        stage.secretariat = identity::principal_of(holding, person.name, organisation_name);
    }
    TRY(identity::give_role(moment.transaction, moment.as(stage, stage.program).doer(),
                            {holding.person_id, holding.role, holding.scope_id, holding.organisation_id, holding.title,
                             holding.valid_from, holding.valid_to}));
    return {};
}

void add_people(Timeline& timeline, Stage& stage, const SaidPeople& said) {
    timeline.add(first_day(), 8h, [&](const Moment& moment) -> Result<void> {
        TRY(register_companies(stage, moment, said));
        TRY(register_people(stage, moment, said));
        int position = 0;
        for (const auto& login : said.logins) {
            TRY(give_login(stage, moment, login));
            TRY(identity::offer_invented_person(moment.transaction, named(stage.people, login.person).id, ++position));
        }
        return {};
    });
}

} // namespace governance::demonstration
