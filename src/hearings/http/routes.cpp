// The addresses of hearings.
#include "hearings/actions/plan_hearing.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"

namespace hearings {

using http::Format;

void add_hearing_routes(http::Router& router, const Services& services) {
    const std::vector<Format> lists{Format::html, Format::json, Format::csv, Format::atom}, page{Format::html};
    router.get("/hearings", ::right::everybody, list_hearings_in,
               {.operation = "listHearings",
                .summary = "Hearings, those that close first on top.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom, Format::ics},
                .query = json::type_of<HearingFilter>(),
                .answer = json::type_of<HearingListView>(),
                .is_cached = true});
    router.get("/cases/{number}/anchoring", ::right::everybody, show_anchoring,
               {.operation = "showAnchoring",
                .summary = "How many municipalities and inhabitants a case has reached, and what they said.",
                .formats = {Format::html, Format::json, Format::csv},
                .answer = json::type_of<AnchoringView>(),
                .is_cached = true});
    router.get("/openness", ::right::everybody, show_openness,
               {.operation = "showOpenness",
                .summary = "Every planned case, and the days from planned to first treated.",
                .formats = {Format::html, Format::json, Format::csv, Format::ics},
                .answer = json::type_of<OpennessView>(),
                .is_cached = true});
    router.get("/organisations/{key}/matters", ::right::everybody, show_matters,
               {.operation = "showMatters",
                .summary = "What concerns an organisation and is not over: what closes first, what it has not opened.",
                .formats = {Format::html, Format::json, Format::csv, Format::ics},
                .answer = json::type_of<MattersView>(),
                .is_cached = true});
    router.get("/hearings/new", right::hold, show_plan_form,
               {.operation = "showHearingForm", .summary = "The form for a hearing on a case.", .formats = page});
    router.post("/hearings", right::hold, plan_hearing_sent,
                {.operation = "planHearing",
                 .summary = "Announces a hearing to chosen parts of the sector.",
                 .body = json::type_of<NewHearing>(),
                 .status = 201});
    router.get("/hearings/{hearing}", ::right::everybody,
               [&services](const http::Query& query) { return show_hearing(query, services); },
               {.operation = "showHearing",
                .summary = "One hearing: what is asked, of whom, who has answered what and who is silent.",
                .formats = lists,
                .answer = json::type_of<HearingView>(),
                .is_cached = true});
    router.get("/hearings/{hearing}/answers/new", right::answer, show_answer_form,
               {.operation = "showAnswerForm",
                .summary = "The form for answering, for one's own organisation or for members of one's network.",
                .formats = page});
    router.get("/hearings/{hearing}/answers/{organisation}", ::right::everybody, show_answer,
               {.operation = "showAnswer",
                .summary = "What one organisation said.",
                .answer = json::type_of<AnswerPageView>(),
                .is_cached = true});
    router.post("/hearings/{hearing}/answers", right::answer, give_answer_sent,
                {.operation = "giveAnswer",
                 .summary = "Answers for the organisations named, or changes what was answered.",
                 .body = json::type_of<NewAnswer>(),
                 .status = 204});
    router.post(
        "/hearings/{hearing}/answers/{organisation}/withdrawal", right::answer, withdraw_answer_sent,
        {.operation = "withdrawAnswer", .summary = "Takes an answer back until the hearing closes.", .status = 204});
}

} // namespace hearings
