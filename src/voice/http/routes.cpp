#include "directory/directory.hpp"
#include "platform/http/router.hpp"
#include "voice/actions/requests.hpp"
#include "voice/http/handlers.hpp"
#include "voice/rights.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/views/models.hpp"
#include "voice/voice.hpp"

namespace voice {

using http::Format;

static http::About form_of(std::string_view operation, std::string_view summary) {
    return {.operation = operation, .summary = summary, .formats = {Format::html}};
}

static void add_position_routes(http::Router& router) {
    router.get("/positions", ::right::everybody, list_positions,
               {.operation = "listPositions",
                .summary = "What the sector has said, to whom and on what basis.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom},
                .query = json::type_of<PositionQuestion>(),
                .answer = json::type_of<PositionListView>()});
    router.get("/positions/{position}", ::right::everybody, show_position,
               {.operation = "showPosition",
                .summary = "One position with its basis and what came of it.",
                .answer = json::type_of<PositionView>()});
    router.get("/positions/new", right::speak, show_new_position_form,
               form_of("showNewPositionForm", "The form for a new position."));
    router.post("/positions", right::speak, state_position_sent,
                {.operation = "statePosition",
                 .summary = "Records what the sector has said, resting on a decided case.",
                 .body = json::type_of<NewPosition>(),
                 .status = 201});
    router.get("/positions/{position}/withdrawal", right::speak, show_withdrawal_form,
               form_of("showPositionWithdrawalForm", "The form for withdrawing a position."));
    router.post("/positions/{position}/withdrawal", right::speak, withdraw_position_sent,
                {.operation = "withdrawPosition",
                 .summary = "Withdraws a position, with the reason.",
                 .body = json::type_of<Withdrawal>(),
                 .status = 204});
    router.get("/positions/{position}/response", right::speak, show_response_form,
               form_of("showPositionResponseForm", "The form for what the addressee did with a position."));
    router.post("/positions/{position}/response", right::speak, record_response_sent,
                {.operation = "recordResponse",
                 .summary = "Records what the addressee did with a position.",
                 .body = json::type_of<NewResponse>(),
                 .status = 204});
}

static void add_hindrance_routes(http::Router& router) {
    router.get("/hindrances", ::right::everybody, list_hindrances,
               {.operation = "listHindrances",
                .summary = "Rules that stand in the way of digital services, and where each stands.",
                .formats = {Format::html, Format::json, Format::csv},
                .query = json::type_of<HindranceQuestion>(),
                .answer = json::type_of<HindranceListView>()});
    router.get("/hindrances/{hindrance}", ::right::everybody, show_hindrance,
               {.operation = "showHindrance",
                .summary = "One rule that hinders: whom it hits, what is proposed, where that stands.",
                .answer = json::type_of<HindranceView>()});
    router.get("/hindrances/new", right::report_hindrance, show_new_hindrance_form,
               form_of("showNewHindranceForm", "The form for reporting a rule that hinders."));
    router.post("/hindrances", right::report_hindrance, report_hindrance_sent,
                {.operation = "reportHindrance",
                 .summary = "Reports a rule that hinders, for the organisation one acts for.",
                 .body = json::type_of<NewHindrance>(),
                 .status = 201});
    router.post("/hindrances/{hindrance}/support", right::report_hindrance, support_hindrance_sent,
                {.operation = "supportHindrance",
                 .summary = "Says that the rule hits one's own organisation too.",
                 .status = 204});
    router.get("/hindrances/{hindrance}/move", right::speak, show_move_form,
               form_of("showMoveHindranceForm", "The form for where a hindrance stands."));
    router.post("/hindrances/{hindrance}/move", right::speak, move_hindrance_sent,
                {.operation = "moveHindrance",
                 .summary = "Says where a hindrance stands.",
                 .body = json::type_of<HindranceMove>(),
                 .status = 204});
}

void add_routes(http::Router& router) {
    add_position_routes(router);
    add_hindrance_routes(router);
    add_consultation_routes(router);
    add_co_funding_routes(router);
    add_state_hearing_routes(router);
}

std::vector<directory::Referrer> referrers() {
    return {{"voice.referrer.positions_and_hindrances", store::count_for_organisation, store::move_organisation}};
}

} // namespace voice
