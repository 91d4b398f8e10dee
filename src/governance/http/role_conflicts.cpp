// Roles in other bodies that make a member step down in this one: the list, and what changes it.
#include "governance/actions/impartiality.hpp"
#include "governance/domain/los.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/views/impartiality_page.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>

namespace governance {

static Result<Html> role_conflict_form(const http::Query& query, const ui::FormState& state) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    auto choices = TRY(body_choices(query, {})).bodies;
    std::erase_if(choices, [&](const ui::Choice& choice) { return choice.value == body.id.to_string(); });
    return role_conflict_page(query, state, {body.name(query.request.language), body.path()}, choices);
}

static Result<http::Response> show_role_conflict_form(const http::Query& query) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    TRY(query.principal.require(right::maintain_bodies, body.id.to_string()));
    return http::html_document(TRY(role_conflict_form(query, {})));
}

/// Those with a seat in a body today.
static Result<std::vector<Appointment>> seated_in(const http::Query& query, BodyId body) {
    auto all = TRY(appointments_of_body(query.reader, body));
    std::erase_if(all,
                  [&](const Appointment& each) { return !holds_seat(each.role) || !each.is_valid_on(query.today()); });
    return all;
}

/// Names of those who sit on both sides today.
static Result<std::vector<std::string>> on_both_sides(const http::Query& query, const std::vector<Appointment>& here,
                                                      BodyId other) {
    const auto there = TRY(seated_in(query, other));
    std::vector<Appointment> both;
    std::ranges::copy_if(here, std::back_inserter(both), [&](const Appointment& each) {
        return std::ranges::find(there, each.person_id, &Appointment::person_id) != there.end();
    });
    const auto names = TRY(names_of(query.reader, both, query.request.language));
    std::vector<std::string> found;
    for (const auto& each : both) {
        const auto name = names.people.find(each.person_id);
        if (name != names.people.end()) found.push_back(name->second);
    }
    return found;
}

static Result<RoleConflictListView> read_role_conflicts(const http::Query& query) {
    const auto language = query.request.language;
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    TRY(query.principal.require(right::hold_meeting, body.id.to_string()));
    RoleConflictListView view;
    view.body = {body.name(language), body.path()};
    view.may_change = query.principal.may(right::maintain_bodies, body.id.to_string());
    const auto here = TRY(seated_in(query, body.id));
    for (const auto& conflict : TRY(role_conflicts_in(query.reader, body.id))) {
        const auto other = TRY(load_body(query.reader, conflict.member_of));
        RoleConflictRow row{{other.name(language), other.path()}, other.id, conflict.theme, {}, conflict.basis, {}};
        if (const auto* theme = find_theme(conflict.theme)) row.theme_name = theme->name(language);
        row.members = TRY(on_both_sides(query, here, other.id));
        view.conflicts.push_back(std::move(row));
    }
    return view;
}

static Result<http::Response> list_role_conflicts(const http::Query& query) {
    const auto view = TRY(read_role_conflicts(query));
    return http::represent<RoleConflictListView>(query, view, {.html = [&](const RoleConflictListView& shown) {
                                                     return role_conflict_list_page(query, shown, {});
                                                 }});
}

static Result<Html> role_conflicts_again(const http::Query& query, const ui::FormState& state) {
    return role_conflict_list_page(query, TRY(read_role_conflicts(query)), state);
}

static std::string list_of(const Body& body) {
    return body.path() + "/role-conflicts";
}

static Result<http::Response> add_role_conflict_sent(const http::Command& command) {
    return change_with<NewRoleConflict>(
        command, role_conflict_form, [&](const Acting& acting, const NewRoleConflict& wanted) -> Result<Changed> {
            const auto body = TRY(find_body(acting.transaction, command.request.path_value("body")));
            TRY(add_role_conflict(acting, body.id, wanted));
            return Changed{list_of(body), body.version};
        });
}

static Result<http::Response> remove_role_conflict_sent(const http::Command& command) {
    return change_with<RoleConflictRemoval>(
        command, role_conflicts_again, [&](const Acting& acting, const RoleConflictRemoval& wanted) -> Result<Changed> {
            const auto body = TRY(find_body(acting.transaction, command.request.path_value("body")));
            TRY(remove_role_conflict(acting, body.id, wanted));
            return Changed{list_of(body), body.version};
        });
}

void add_role_conflict_routes(http::Router& router) {
    router.get("/bodies/{body}/role-conflicts", right::hold_meeting, list_role_conflicts,
               {.operation = "listRoleConflicts",
                .summary = "Roles in other bodies that make a member step down in this one, and who has them today.",
                .answer = json::type_of<RoleConflictListView>()});
    router.get("/bodies/{body}/role-conflicts/new", right::maintain_bodies, show_role_conflict_form,
               {.operation = "showRoleConflictForm",
                .summary = "The form for a role that conflicts with a seat in the body.",
                .formats = {http::Format::html}});
    router.post("/bodies/{body}/role-conflicts", right::maintain_bodies, add_role_conflict_sent,
                {.operation = "addRoleConflict",
                 .summary = "Members of another body step down in this one.",
                 .body = json::type_of<NewRoleConflict>(),
                 .status = 204});
    router.post("/bodies/{body}/role-conflicts/removal", right::maintain_bodies, remove_role_conflict_sent,
                {.operation = "removeRoleConflict",
                 .summary = "Lets members of the other body take part again; what was ruled stands.",
                 .body = json::type_of<RoleConflictRemoval>(),
                 .status = 204});
}

} // namespace governance
