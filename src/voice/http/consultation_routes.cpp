#include "platform/http/router.hpp"
#include "voice/actions/requests.hpp"
#include "voice/http/handlers.hpp"
#include "voice/rights.hpp"
#include "voice/views/consultation_models.hpp"

namespace voice {

using http::Format;

static http::About consultation_form(std::string_view operation, std::string_view summary,
                                     const json::Type* query = nullptr) {
    return {.operation = operation, .summary = summary, .formats = {Format::html}, .query = query};
}

static void add_meeting_routes(http::Router& router) {
    router.get("/consultations", ::right::everybody, list_consultations,
               {.operation = "listConsultations",
                .summary = "Meetings of consultation with the state, and what follows from them.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom, Format::ics},
                .query = json::type_of<ConsultationQuestion>(),
                .answer = json::type_of<ConsultationListView>()});
    router.get("/consultations/{consultation}", ::right::everybody, show_consultation,
               {.operation = "showConsultation",
                .summary = "One meeting: its items, both sides' costs step by step, outcomes and follow-up.",
                .answer = json::type_of<ConsultationView>()});
    router.get("/cost-methods", ::right::everybody, list_cost_methods,
               {.operation = "listCostMethods",
                .summary = "How costs are computed: every version of every method.",
                .answer = json::type_of<CostMethodListView>()});
    router.get("/consultations/new", right::speak, show_new_consultation_form,
               consultation_form("showNewConsultationForm", "The form for a new meeting of consultation."));
    router.post("/consultations", right::speak, plan_consultation_sent,
                {.operation = "planConsultation",
                 .summary = "Puts a meeting of consultation into the year.",
                 .body = json::type_of<NewConsultation>(),
                 .status = 201});
    router.get("/consultations/{consultation}/move", right::speak, show_consultation_move_form,
               consultation_form("showMoveConsultationForm", "The form for moving a meeting of consultation."));
    router.post("/consultations/{consultation}/move", right::speak, move_consultation_sent,
                {.operation = "moveConsultation",
                 .summary = "Gives a meeting of consultation another day or place.",
                 .body = json::type_of<ConsultationMove>(),
                 .status = 204});
}

static void add_item_routes(http::Router& router) {
    router.get("/consultations/{consultation}/items/new", right::speak, show_new_item_form,
               consultation_form("showNewConsultationItemForm", "The form for raising something in a meeting."));
    router.post("/consultations/{consultation}/items", right::speak, raise_item_sent,
                {.operation = "raiseConsultationItem",
                 .summary = "Raises something in a meeting of consultation.",
                 .body = json::type_of<NewConsultationItem>(),
                 .status = 201});
    router.get("/consultations/{consultation}/items/{item}/calculation", right::speak, show_calculation_form,
               consultation_form("showCalculationForm", "The form for one side's cost by a method.",
                                 json::type_of<CalculationQuestion>()));
    router.post("/consultations/{consultation}/items/{item}/calculation", right::speak, calculate_cost_sent,
                {.operation = "calculateCost",
                 .summary = "Keeps one side's numbers for what an item costs; the program does the arithmetic.",
                 .body = json::type_of<NewCalculation>(),
                 .status = 201});
    router.get("/consultations/{consultation}/items/{item}/outcome", right::speak, show_outcome_form,
               consultation_form("showConsultationOutcomeForm", "The form for what came of an item."));
    router.post("/consultations/{consultation}/items/{item}/outcome", right::speak, record_outcome_sent,
                {.operation = "recordConsultationOutcome",
                 .summary = "Records what came of an item.",
                 .body = json::type_of<NewOutcome>(),
                 .status = 201});
    router.get("/consultations/{consultation}/items/{item}/follow-ups/new", right::speak, show_follow_up_form,
               consultation_form("showAgreeFollowUpForm", "The form for what follows from an item."));
    router.post("/consultations/{consultation}/items/{item}/follow-ups", right::speak, agree_follow_up_sent,
                {.operation = "agreeFollowUp",
                 .summary = "Records what follows from an item: who does it, and by when.",
                 .body = json::type_of<NewFollowUp>(),
                 .status = 201});
    router.get("/follow-ups/{followUp}/done", right::speak, show_follow_up_done_form,
               consultation_form("showFollowUpDoneForm", "The form for a follow-up that is done."));
    router.post("/follow-ups/{followUp}/done", right::speak, finish_follow_up_sent,
                {.operation = "finishFollowUp",
                 .summary = "Says that what was to follow is done, and how.",
                 .body = json::type_of<FollowUpDone>(),
                 .status = 204});
}

void add_consultation_routes(http::Router& router) {
    add_meeting_routes(router);
    add_item_routes(router);
}

} // namespace voice
