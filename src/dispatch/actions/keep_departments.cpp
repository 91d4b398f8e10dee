#include "dispatch/actions/keep_departments.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/store/department_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace dispatch {

static Result<void> tell_of_departments(const Keeping& keeping, std::string_view type, journal::Body body) {
    journal::Event event{.type = type};
    event.subjects = {{"organisation", keeping.organisation.to_string()}};
    event.body = std::move(body);
    event.visibility = journal::Visibility::internal;
    TRY(keeping.office.services.journal.append(keeping.transaction, keeping.principal, event, keeping.now));
    return {};
}

static Result<bool> is_open_department(db::Reader& reader, directory::OrganisationId organisation,
                                       std::string_view key) {
    const auto found = TRY(store::department(reader, organisation, key));
    return found && !found->closed_at;
}

Result<void> name_department(const Keeping& keeping, const NewDepartment& wanted) {
    if (auto faults = faults_of(wanted); !faults.empty()) return request_faults(std::move(faults));
    const auto known = TRY(store::departments_of(keeping.transaction, keeping.organisation));
    const bool is_new = std::ranges::find(known, std::string_view{wanted.key}, &Department::key) == known.end();
    if (is_new && std::ssize(known) >= departments_max) return too_many_departments.error({{"max", departments_max}});
    TRY(store::put(keeping.transaction, keeping.organisation, Department{wanted.key, wanted.name}));
    journal::Body body;
    body.text("name", wanted.name).text("key", wanted.key);
    return tell_of_departments(keeping, "dispatch.department_named", std::move(body));
}

Result<void> close_department(const Keeping& keeping, std::string_view key) {
    const auto found = TRY(store::department(keeping.transaction, keeping.organisation, key));
    if (!found) return department_not_found.error();
    if (found->closed_at) return {};
    TRY(store::close_department(keeping.transaction, keeping.organisation, key, keeping.now));
    journal::Body body;
    body.text("name", found->name).text("key", found->key);
    return tell_of_departments(keeping, "dispatch.department_closed", std::move(body));
}

Result<void> choose_channel(const Keeping& keeping, const NewChoice& wanted) {
    if (wanted.department && !TRY(is_open_department(keeping.transaction, keeping.organisation, *wanted.department))) {
        return request_faults({department_not_found.at("#/department")});
    }
    PostChoice choice;
    choice.id = ChoiceId::make(keeping.now, keeping.office.services.random);
    if (wanted.department) choice.department = *wanted.department;
    if (wanted.dispatch_type) choice.dispatch_type = *wanted.dispatch_type;
    choice.channel = wanted.channel;
    const auto own = TRY(directory::find_organisation(keeping.transaction, keeping.organisation));
    if (own.organisation_number.empty()) return organisation_unnumbered.error();
    choice.organisation_number = own.organisation_number;
    const auto known = TRY(store::choices_of(keeping.transaction, keeping.organisation));
    const bool is_new = std::ranges::none_of(known, [&](const PostChoice& each) {
        return each.organisation_number == choice.organisation_number && each.department == choice.department &&
               each.dispatch_type == choice.dispatch_type;
    });
    if (is_new && std::ssize(known) >= choices_max) return too_many_choices.error({{"max", choices_max}});
    TRY(store::put(keeping.transaction, keeping.organisation, choice));
    journal::Body body;
    body.text("channel", json::name_of(choice.channel))
        .text("department", choice.department)
        .text("dispatchType", choice.dispatch_type);
    return tell_of_departments(keeping, "dispatch.post_choice_set", std::move(body));
}

Result<void> drop_choice(const Keeping& keeping, ChoiceId id) {
    if (!TRY(store::remove_choice(keeping.transaction, keeping.organisation, id))) return choice_not_found.error();
    return tell_of_departments(keeping, "dispatch.post_choice_removed", {});
}

Result<std::vector<Fault>> department_faults(db::Reader& reader, const Envelope& envelope) {
    if (!envelope.department) return std::vector<Fault>{};
    const std::vector unknown{department_not_found.at("#/department")};
    const auto number = directory::checked_organisation_number(envelope.recipient.organisation_number);
    if (!number) return unknown;
    const auto owner = directory::find_organisation_by_key(reader, *number);
    if (!owner && owner.error().kind != ErrorKind::not_found) return owner.error();
    if (!owner || !TRY(is_open_department(reader, owner->id, *envelope.department))) return unknown;
    return std::vector<Fault>{};
}

} // namespace dispatch
