#include "governance/actions/appointments.hpp"
#include "governance/actions/bodies.hpp"
#include "governance/actions/impartiality.hpp"
#include "governance/domain/appointment.hpp"
#include "governance/jobs/demonstration_stage.hpp"
#include "identity/identity.hpp"

namespace governance::demonstration {

using namespace std::chrono_literals;

static Result<void> make_body(Stage& stage, const Moment& moment, const SaidBody& said) {
    NewBody wanted;
    wanted.slug = said.slug;
    wanted.name_nb = said.name_nb;
    wanted.name_nn = said.name_nn;
    wanted.kind = said.kind;
    wanted.organisation = TRY(directory::find_organisation_by_key(moment.transaction, said.organisation)).id;
    if (!said.parent.empty()) wanted.parent = named(stage.bodies, said.parent).id;
    wanted.is_open = true;
    wanted.themes = said.themes;
    wanted.valid_from = said.valid_from;
    wanted.adopted_by = said.adopted_by;
    wanted.mandate = said.mandate;
    wanted.rules = said.rules;
    wanted.profile = said.profile;
    StagedBody body;
    body.id = TRY(create_body(moment.as(stage, stage.secretariat), wanted));
    ensure(stage.bodies.emplace(said.slug, std::move(body)).second);
    ++stage.report.bodies;
    return {};
}

/// What the body's secretary and chair may do, and in whose name it stands in the journal.
static Result<Principal> acting_for(const Stage& stage, const Moment& moment, const StagedBody& body,
                                    const StagedPerson& person) {
    for (const auto& holding : TRY(identity::holdings_of(moment.transaction, person.id, norwegian_date(moment.now)))) {
        if (holding.scope_id != body.id.to_string()) continue;
        std::string organisation_name;
        if (!holding.organisation_id.empty()) {
            const auto found = TRY(directory::find_organisation_by_key(moment.transaction, holding.organisation_id));
            organisation_name = found.name;
        }
        return identity::principal_of(holding, person.name, organisation_name);
    }
    return stage.secretariat;
}

static Result<void> appoint_member(Stage& stage, const Moment& moment, const SaidBody& said, const SaidMember& member) {
    auto& body = named(stage.bodies, said.slug);
    const auto& person = named(stage.people, member.person);
    NewAppointment wanted;
    wanted.person_id = person.id;
    wanted.role = member.role;
    wanted.deputy_order = member.order;
    wanted.valid_from = said.members_from;
    wanted.basis = said.basis;
    if (!member.organisation.empty()) {
        wanted.on_behalf_of = TRY(directory::find_organisation_by_key(moment.transaction, member.organisation)).id;
    }
    const auto id = TRY(appoint(moment.as(stage, stage.secretariat), body.id, wanted));
    body.members.push_back({id, member.role, member.person});
    if (member.role == AppointmentRole::secretary) body.secretary = TRY(acting_for(stage, moment, body, person));
    if (member.role == AppointmentRole::chair) body.chair = TRY(acting_for(stage, moment, body, person));
    return {};
}

void add_body(Timeline& timeline, Stage& stage, const SaidBody& said) {
    timeline.add(first_day(), 9h, [&](const Moment& moment) { return make_body(stage, moment, said); });
    timeline.add(said.members_from, 9h, [&](const Moment& moment) -> Result<void> {
        for (const auto& member : said.members) {
            TRY(appoint_member(stage, moment, said, member));
        }
        for (const auto& conflict : said.role_conflicts) {
            TRY(add_role_conflict(moment.as(stage, stage.secretariat), named(stage.bodies, said.slug).id,
                                  {named(stage.bodies, conflict.member_of).id, conflict.theme, conflict.basis}));
        }
        return {};
    });
}

} // namespace governance::demonstration
