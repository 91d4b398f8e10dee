#include "identity/actions/provider_login.hpp"
#include "identity/domain/errors.hpp"
#include "identity/store/holding_store.hpp"
#include "identity/store/session_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace identity {

/// What a service in Altinn lets people be: the wider where it stands in both lists, nothing where it was not asked
/// for.
static std::optional<Role> role_for(const ProviderOptions& options, std::string_view service) {
    const auto lists = [&](const std::string& services) {
        return fmt::format(" {} ", services).find(fmt::format(" {} ", service)) != std::string::npos;
    };
    if (service.empty()) return {};
    if (lists(options.altinn_services)) return Role::representative;
    if (lists(options.altinn_post_services)) return Role::post_clerk;
    return {};
}

/// A role for one day: whom somebody may act for is Altinn's to say, and it is asked at each log-in.
static Result<void> take_role(db::Transaction& transaction, const directory::Doer& doer, directory::PersonId person,
                              Role role, std::string_view organisation_number) {
    const auto organisation = directory::find_organisation_by_key(transaction, organisation_number);
    if (!organisation) return {}; // not one that has a page here
    const auto id = organisation->id.to_string();
    const auto today = norwegian_date(doer.now);
    for (const auto& held : TRY(store::holdings_on(transaction, person, today))) {
        if (held.scope_id == id && includes(held.role, role)) return {};
    }
    const Date tomorrow{std::chrono::sys_days{today} + std::chrono::days{1}};
    TRY(give_role(transaction, doer, {person, role, id, id, organisation->name, today, tomorrow}));
    return {};
}

static Result<void> take_roles(db::Transaction& transaction, const directory::Doer& doer, directory::PersonId person,
                               const Outside& outside, const IdClaims& claims) {
    // The wider role first: who speaks for an organisation tends its post too.
    for (const auto role : {Role::representative, Role::post_clerk}) {
        for (const auto& party : claims.represented) {
            if (role_for(outside.provider, party.service) != role) continue;
            TRY(take_role(transaction, doer, person, role, party.organisation_number));
        }
    }
    return {};
}

Result<Arrival> welcome(const Services& services, const Outside& outside, const Identified& identified) {
    const auto& claims = identified.claims;
    if (claims.identity_number.empty()) return identity_number_missing.error();
    const auto program = the_program("innlogging");
    const directory::Doer doer{services.journal, program, services.random, services.clock.now()};
    return services.database.write([&](db::Transaction& transaction) -> Result<Arrival> {
        Arrival arrival;
        const auto known =
            TRY(directory::find_person_by_identity_number(transaction, outside.person_key, claims.identity_number));
        if (known) {
            arrival.person_id = known->id;
            arrival.person_name = known->name;
        } else {
            // ID-porten gives no name; the person is shown as a citizen until a role says more.
            arrival.person_name = claims.name.empty() ? "Innbygger" : claims.name;
            arrival.person_id = TRY(directory::register_person(transaction, doer, outside.person_key,
                                                               {arrival.person_name, claims.identity_number, false}));
        }
        TRY(take_roles(transaction, doer, arrival.person_id, outside, claims));
        arrival.assurance = assurance_name(claims.assurance);
        arrival.way_in = claims.represented.empty() ? "id-porten" : "ansattporten";
        arrival.provider_token = identified.id_token;
        arrival.provider_session = claims.provider_session;
        return arrival;
    });
}

Result<void> end_from_outside(const Services& services, std::string_view provider_session) {
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto ended = TRY(store::end_provider_session(transaction, provider_session, now));
        if (ended == 0) return {};
        journal::Event event;
        event.type = "identity.ended_by_provider";
        event.body.number("sessions", ended);
        event.visibility = journal::Visibility::operators;
        TRY(services.journal.append(transaction, the_program("innlogging"), event, now));
        return {};
    });
}

} // namespace identity
