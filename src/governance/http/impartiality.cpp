// Habilitet in a meeting under way, by form or JSON.
#include "governance/actions/impartiality.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/views/impartiality_page.hpp"

namespace governance {

static Result<Html> impartiality_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    const auto hints = TRY(impartiality_hints(query, TRY(load_item(query.reader, view.id, id)), view));
    return impartiality_page(query, state, view, *item, hints);
}

static std::string impartiality_path(const http::Request& request) {
    return fmt::format("/meetings/{}/items/{}/impartiality", request.path_value("meeting"), request.path_value("item"));
}

Result<http::Response> show_impartiality_form(const http::Query& query) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    TRY(require_allowed(meeting.state, MeetingRequest::treat));
    return http::html_document(TRY(impartiality_form(query, {})));
}

Result<http::Response> raise_impartiality_sent(const http::Command& command) {
    const auto below = impartiality_path(command.request);
    return make_with<NewImpartiality>(
        command, impartiality_form,
        [&](const Acting& acting, const NewImpartiality& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto id = TRY(raise_impartiality(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return fmt::format("{}/{}", below, id.to_string());
        },
        below);
}

Result<http::Response> rule_on_impartiality_sent(const http::Command& command) {
    return change_with<ImpartialityVote>(
        command, impartiality_form, [&](const Acting& acting, const ImpartialityVote& cast) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto item = TRY(item_in_path(command.request));
            const auto id = TRY(id_in_path<ImpartialityId>(command.request, "impartiality", impartiality_not_found));
            TRY(rule_on_impartiality(acting, meeting.id, item, id, cast));
            return changed_meeting(acting, meeting.id, fmt::format("/items/{}", item.to_string()));
        });
}

static Result<Html> role_conflict_form(const http::Query& query, const ui::FormState& state) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    auto choices = TRY(body_choices(query, {})).bodies;
    std::erase_if(choices, [&](const ui::Choice& choice) { return choice.value == body.id.to_string(); });
    return role_conflict_page(query, state, {body.name(query.request.language), body.path()}, choices);
}

Result<http::Response> show_role_conflict_form(const http::Query& query) {
    const auto body = TRY(find_body(query.reader, query.request.path_value("body")));
    TRY(query.principal.require(right::maintain_bodies, body.id.to_string()));
    return http::html_document(TRY(role_conflict_form(query, {})));
}

Result<http::Response> add_role_conflict_sent(const http::Command& command) {
    return change_with<NewRoleConflict>(
        command, role_conflict_form, [&](const Acting& acting, const NewRoleConflict& wanted) -> Result<Changed> {
            const auto body = TRY(find_body(acting.transaction, command.request.path_value("body")));
            TRY(add_role_conflict(acting, body.id, wanted));
            return Changed{body.path(), body.version};
        });
}

void add_impartiality_routes(http::Router& router) {
    const auto form = [](std::string_view operation, std::string_view summary) {
        return http::About{.operation = operation, .summary = summary, .formats = {http::Format::html}};
    };
    router.get("/meetings/{meeting}/items/{item}/impartiality", right::hold_meeting, show_impartiality_form,
               form("showImpartialityForm", "The forms for raising and ruling on impartiality in an item."));
    router.post("/meetings/{meeting}/items/{item}/impartiality", right::hold_meeting, raise_impartiality_sent,
                {.operation = "raiseImpartiality",
                 .summary = "Raises somebody's impartiality in an item; nothing is decided until the body has ruled.",
                 .body = json::type_of<NewImpartiality>(),
                 .status = 201});
    router.post("/meetings/{meeting}/items/{item}/impartiality/{impartiality}/ruling", right::hold_meeting,
                rule_on_impartiality_sent,
                {.operation = "ruleOnImpartiality",
                 .summary = "Records the body's ruling, taken without whom it is about, and calls the deputy.",
                 .body = json::type_of<ImpartialityVote>(),
                 .status = 204});
    router.get("/bodies/{body}/role-conflicts/new", right::maintain_bodies, show_role_conflict_form,
               form("showRoleConflictForm", "The form for a role that conflicts with a seat in the body."));
    router.post("/bodies/{body}/role-conflicts", right::maintain_bodies, add_role_conflict_sent,
                {.operation = "addRoleConflict",
                 .summary = "Members of another body step down in this one.",
                 .body = json::type_of<NewRoleConflict>(),
                 .status = 204});
}

} // namespace governance
