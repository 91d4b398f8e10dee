#include "governance/actions/appointments.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/texts.hpp"
#include "identity/identity.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace governance {

/// The role in identity whose rights follow; observers and others without a task get none.
static std::optional<identity::Role> role_for(AppointmentRole role) {
    switch (role) {
    case AppointmentRole::chair:
        return identity::Role::body_chair;
    case AppointmentRole::secretary:
        return identity::Role::body_secretary;
    case AppointmentRole::deputy_chair:
    case AppointmentRole::member:
    case AppointmentRole::deputy:
        return identity::Role::council_member;
    case AppointmentRole::observer:
        return {};
    }
    return {};
}

static Result<std::optional<identity::HoldingId>> give_rights(const Acting& acting, const Body& body,
                                                              const Appointment& appointment) {
    const auto role = role_for(appointment.role);
    if (!role) return std::optional<identity::HoldingId>{};
    identity::NewHolding holding;
    holding.person_id = appointment.person_id;
    holding.role = *role;
    holding.scope_id = body.id.to_string();
    holding.organisation_id = appointment.on_behalf_of.value_or(body.organisation).to_string();
    const auto& words = acting.services.texts.in(i18n::Language::nb);
    const auto role_name = words.by_name(fmt::format("appointment.role.{}", json::name_of(appointment.role)));
    holding.title = fmt::format("{}, {}", role_name, body.name_nb);
    holding.valid_from = appointment.valid_from;
    holding.valid_to = appointment.valid_to;
    return std::optional{TRY(identity::give_role(acting.transaction, acting.doer(), holding))};
}

static Result<std::string> name_of_person(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    if (people.empty()) {
        auto error = person_unknown.error();
        error.faults.push_back(person_unknown.at("#/personId"));
        return error;
    }
    return people.front().name;
}

Result<AppointmentId> appoint(const Acting& acting, BodyId id, const NewAppointment& wanted) {
    TRY(acting.require(right::appoint_members, id));
    const auto body = TRY(load_body(acting.transaction, id));
    const auto name = TRY(name_of_person(acting.transaction, wanted.person_id));
    journal::Body facts;
    std::vector<journal::Subject> subjects{{"person", wanted.person_id.to_string()}};
    facts.text("role", json::name_of(wanted.role)).personal("person", wanted.person_id.to_string(), name);
    if (wanted.on_behalf_of) {
        const auto organisation = TRY(directory::find_organisation(acting.transaction, *wanted.on_behalf_of));
        facts.text("onBehalfOf", organisation.name);
        subjects.push_back({"organisation", organisation.id.to_string()});
    }
    if (wanted.region) {
        const auto region = TRY(directory::find_organisation(acting.transaction, *wanted.region));
        facts.text("region", region.name).flag("isAmbassador", wanted.is_ambassador.value_or(false));
    }
    Appointment appointment;
    appointment.id = acting.make_id<AppointmentId>();
    appointment.body_id = id;
    appointment.person_id = wanted.person_id;
    appointment.role = wanted.role;
    appointment.on_behalf_of = wanted.on_behalf_of;
    appointment.deputy_for = wanted.deputy_for;
    appointment.deputy_order = wanted.deputy_order;
    appointment.valid_from = wanted.valid_from;
    appointment.valid_to = wanted.valid_to;
    appointment.basis = wanted.basis;
    appointment.region = wanted.region;
    appointment.is_ambassador = wanted.is_ambassador.value_or(false);
    TRY(check_new(appointment, TRY(appointments_of_body(acting.transaction, id))));

    appointment.holding = TRY(give_rights(acting, body, appointment));
    TRY(insert_appointment(acting.transaction, appointment, acting.now));
    facts.text("validFrom", to_string(appointment.valid_from)).text("basis", appointment.basis);
    TRY(acting.tell("governance.member_appointed", body, std::move(facts), std::move(subjects)));
    return appointment.id;
}

} // namespace governance
