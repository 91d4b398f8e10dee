// Registering and changing organisations, memberships and roles.
#include "directory/actions/change_organisation.hpp"
#include "directory/domain/errors.hpp"
#include "directory/http/handlers.hpp"
#include "directory/http/organisation_reading.hpp"
#include "directory/http/sent.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/store/person_store.hpp"
#include "directory/views/maintain_pages.hpp"

namespace directory {

static std::string page_of(const Organisation& organisation) {
    return "/organisations/" + organisation.slug;
}

// --- Register ---

Result<http::Response> show_register_form(const http::Query& query) {
    return http::html_document(register_page(query, {}));
}

Result<http::Response> register_organisation_sent(const http::Command& command) {
    const ui::FormPage again = [](const http::Query& query, const ui::FormState& state) {
        return Result<Html>{register_page(query, state)};
    };
    const auto sent = command.request.read<OrganisationRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), again);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto id = TRY(register_organisation(transaction, doer_of(command),
                                                  {.kind = sent->kind,
                                                   .name = sent->name,
                                                   .organisation_number = sent->organisation_number,
                                                   .slug = sent->slug,
                                                   .homepage = sent->homepage,
                                                   .basis = sent->basis}));
        return page_of(TRY(store::organisation(transaction, id)));
    });
    if (!path) return ui::answer_failure(command, at_its_field(path.error()), again);
    return ui::answer_created(command, *path);
}

// --- Change ---

static Result<Html> change_form(const http::Query& query, const ui::FormState& state) {
    return change_page(query, state, TRY(organisation_to_change(query)));
}

Result<http::Response> show_change_form(const http::Query& query) {
    return http::html_document(TRY(change_form(query, {})));
}

Result<http::Response> change_organisation_sent(const http::Command& command) {
    const auto sent = command.request.read<ChangeRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), change_form);
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<Organisation> {
        const auto before = TRY(organisation_to_change(transaction, command));
        TRY(change_organisation(transaction, doer_of(command), before.id,
                                {.name = sent->name,
                                 .name_nn = sent->name_nn,
                                 .name_se = sent->name_se,
                                 .name_en = sent->name_en,
                                 .homepage = sent->homepage,
                                 .organisation_number = sent->organisation_number,
                                 .number = sent->number,
                                 .from = sent->from,
                                 .version = command.request.expected_version().value_or(before.version)}));
        return store::organisation(transaction, before.id);
    });
    if (!changed) return ui::answer_failure(command, at_its_field(changed.error()), change_form);
    return ui::answer_changed(command, page_of(*changed), changed->version);
}

// --- Members of a network ---

static Result<Html> members_form(const http::Query& query, const ui::FormState& state) {
    const auto network = TRY(organisation_to_change(query));
    if (network.kind != OrganisationKind::network) return not_a_network.error();
    const auto members = TRY(store::members(query.reader, network.id, query.today()));
    return members_page(query, state, network, rows_of(query, members, TRY(county_names(query))));
}

Result<http::Response> show_members_form(const http::Query& query) {
    return http::html_document(TRY(members_form(query, {})));
}

Result<http::Response> join_network_sent(const http::Command& command) {
    const auto sent = command.request.read<MembershipRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), members_form);
    const auto joined = command.write([&](db::Transaction& transaction) -> Result<std::string> {
        const auto network = TRY(organisation_to_change(transaction, command));
        const auto member = TRY(organisation_named(transaction, sent->member, "#/member"));
        TRY(join_network(transaction, doer_of(command), network.id, member.id, sent->from, sent->basis));
        return page_of(network) + "/members";
    });
    if (!joined) return ui::answer_failure(command, at_its_field(joined.error()), members_form);
    return ui::answer_changed(command, *joined);
}

Result<http::Response> leave_network_sent(const http::Command& command) {
    const auto member = OrganisationId::parse(command.request.path_value("member"));
    if (!member) return organisation_not_found.error({{"key", std::string{command.request.path_value("member")}}});
    const auto path = TRY(command.write([&](db::Transaction& transaction) -> Result<std::string> {
        const auto network = TRY(organisation_to_change(transaction, command));
        TRY(leave_network(transaction, doer_of(command), network.id, *member, command.today()));
        return page_of(network) + "/members";
    }));
    return ui::answer_changed(command, path);
}

// --- Roles ---

static Result<Html> role_form(const http::Query& query, const ui::FormState& state) {
    return role_page(query, state, TRY(organisation_to_change(query)));
}

Result<http::Response> show_role_form(const http::Query& query) {
    return http::html_document(TRY(role_form(query, {})));
}

static Result<PersonId> person_for(db::Transaction& transaction, const Doer& doer, const PersonKey& key,
                                   const RoleRequest& sent) {
    if (sent.person_id) return *sent.person_id;
    auto person =
        register_person(transaction, doer, key, {.name = sent.person_name, .identity_number = sent.identity_number});
    if (person || person.error().code != name_missing.name) return person;
    auto error = std::move(person).error();
    error.faults.push_back(name_missing.at("#/personName"));
    return error;
}

Result<http::Response> give_role_sent(const http::Command& command, const PersonKey& key) {
    const auto sent = command.request.read<RoleRequest>();
    if (!sent) return ui::answer_failure(command, sent.error(), role_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto organisation = TRY(organisation_to_change(transaction, command));
        const auto doer = doer_of(command);
        const auto person = TRY(person_for(transaction, doer, key, *sent));
        NewRole role{
            .person_id = person, .organisation_id = organisation.id, .name = sent->role, .valid_from = sent->from};
        if (sent->to) role.valid_to = Date{std::chrono::sys_days{*sent->to} + std::chrono::days{1}};
        TRY(give_role(transaction, doer, role));
        return page_of(organisation);
    });
    if (!path) return ui::answer_failure(command, at_its_field(path.error()), role_form);
    return ui::answer_created(command, *path);
}

Result<http::Response> end_role_sent(const http::Command& command) {
    const auto id = RoleId::parse(command.request.path_value("id"));
    if (!id) return role_not_found.error();
    const auto path = TRY(command.write([&](db::Transaction& transaction) -> Result<std::string> {
        const auto role = TRY(store::role(transaction, *id));
        TRY(command.principal.require(right::maintain, role.organisation_id.to_string()));
        TRY(end_role(transaction, doer_of(command), *id, command.today()));
        return page_of(TRY(store::organisation(transaction, role.organisation_id)));
    }));
    return ui::answer_changed(command, path);
}

} // namespace directory
