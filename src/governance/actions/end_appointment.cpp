#include "governance/actions/appointments.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "identity/identity.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

Result<void> end_appointment(const Acting& acting, AppointmentId id, const EndingOfAppointment& ending,
                             std::optional<std::int64_t> version) {
    const auto before = TRY(load_appointment(acting.transaction, id));
    TRY(acting.require(right::appoint_members, before.body_id));
    if (version && *version != before.version) return stale_version.error();
    const auto body = TRY(load_body(acting.transaction, before.body_id));
    const auto ended = TRY(end_appointment(before, ending.from, ending.reason, acting.today()));

    TRY(update_appointment(acting.transaction, ended, before.version, acting.now));
    if (ended.holding) TRY(identity::end_role(acting.transaction, acting.doer(), *ended.holding, ending.from));
    const auto people = TRY(directory::people_by_id(acting.transaction, {ended.person_id}));
    journal::Body facts;
    facts.text("role", json::name_of(ended.role))
        .personal("person", ended.person_id.to_string(), people.empty() ? "" : people.front().name)
        .text("from", to_string(ending.from))
        .text("reason", ending.reason);
    std::vector<journal::Subject> subjects{{"person", ended.person_id.to_string()}};
    if (ended.on_behalf_of) subjects.push_back({"organisation", ended.on_behalf_of->to_string()});
    return acting.tell("governance.appointment_ended", body, std::move(facts), std::move(subjects));
}

} // namespace governance
