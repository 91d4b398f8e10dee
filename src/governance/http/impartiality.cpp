// Habilitet in a meeting under way, by form or JSON.
#include "governance/actions/impartiality.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
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
}

} // namespace governance
