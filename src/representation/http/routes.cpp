#include "platform/http/router.hpp"
#include "representation/actions/council_requests.hpp"
#include "representation/http/handlers.hpp"
#include "representation/representation.hpp"
#include "representation/rights.hpp"
#include "representation/store/council_store.hpp"
#include "representation/store/round_store.hpp"
#include "representation/views/council_models.hpp"

namespace representation {

using http::Format;

static http::About form_of(std::string_view operation, std::string_view summary) {
    return {.operation = operation, .summary = summary, .formats = {Format::html}};
}

/// A handler that needs what is outside.
template <class Call>
static auto with(const Outside& outside, Result<http::Response> (*handler)(const Call&, const Outside&)) {
    return [&outside, handler](const Call& call) { return handler(call, outside); };
}

static void add_round_reading(http::Router& router, const Outside& outside) {
    router.get("/nominations", ::right::everybody, list_rounds,
               {.operation = "listNominationRounds",
                .summary = "Rounds of nominations for seats in bodies, and what came of them.",
                .formats = {Format::html, Format::json, Format::atom},
                .answer = json::type_of<RoundListView>()});
    router.get("/nominations/{round}", ::right::everybody, show_round,
               {.operation = "showNominationRound",
                .summary = "One round: the seats, those who stand as far as the reader may see, and the choice.",
                .answer = json::type_of<RoundView>()});
    router.get("/bodies/{body}/representation", ::right::everybody, with(outside, show_composition),
               {.operation = "showComposition",
                .summary = "How a body is put together by region, size, kind and gender, and what it lacks.",
                .formats = {Format::html, Format::json, Format::csv},
                .answer = json::type_of<CompositionView>(),
                .is_cached = true});
    router.get("/nominations/new", right::choose, show_new_round_form,
               form_of("showNewNominationRoundForm", "The form for a new round of nominations."));
    router.get("/nominations/{round}/candidates/new", right::nominate, show_new_candidate_form,
               form_of("showNewCandidateForm", "The form for nominating somebody."));
    router.get("/nominations/{round}/choice", right::choose, with(outside, show_choice),
               {.operation = "showChoice",
                .summary = "The body as it is, and as it would be with the candidates picked.",
                .query = json::type_of<ChoiceQuestion>(),
                .answer = json::type_of<ChoiceView>()});
}

static void add_round_changes(http::Router& router, const Outside& outside) {
    router.post("/nominations", right::choose, with(outside, open_round_sent),
                {.operation = "openNominationRound",
                 .summary = "Opens a round of nominations for seats in a body.",
                 .body = json::type_of<NewRound>(),
                 .status = 201});
    router.post("/nominations/{round}/candidates", right::nominate, with(outside, nominate_sent),
                {.operation = "nominate",
                 .summary = "Nominates somebody, for the organisation one acts for.",
                 .body = json::type_of<NewCandidate>(),
                 .status = 201});
    router.post("/nominations/{round}/candidates/{candidate}/withdrawal", right::nominate,
                with(outside, withdraw_candidate_sent),
                {.operation = "withdrawCandidate",
                 .summary = "Withdraws a nomination and erases what was said of the person.",
                 .status = 204});
    router.post("/nominations/{round}/choice", right::choose, with(outside, choose_sent),
                {.operation = "chooseCandidates",
                 .summary = "Chooses among the candidates with reasons; those chosen are appointed to the body.",
                 .body = json::type_of<Choice>(),
                 .status = 204});
}

static void add_seat_reading(http::Router& router, const Outside& outside) {
    router.get("/seats", ::right::everybody, list_councils,
               {.operation = "listSeats",
                .summary = "Councils, boards and projects outside the sector in which seats are held for it.",
                .formats = {Format::html, Format::json, Format::csv},
                .answer = json::type_of<CouncilListView>()});
    router.get(
        "/seats/{council}", ::right::everybody, with(outside, show_council),
        {.operation = "showCouncil",
         .summary = "One of them: its mandate, who sits there, what is owed after meetings, what was brought home.",
         .answer = json::type_of<CouncilView>()});
    router.get("/seats/{council}/{seat}", ::right::everybody, with(outside, show_seat),
               {.operation = "showSeat",
                .summary = "One seat: who holds and held it, and what they brought home.",
                .answer = json::type_of<SeatPageView>()});
    router.get("/seats/{council}/reports/{report}", ::right::everybody, with(outside, show_report),
               {.operation = "showReport",
                .summary = "What a representative brought home from a meeting.",
                .answer = json::type_of<ReportView>()});
    router.get("/reports", ::right::everybody, with(outside, list_reports),
               {.operation = "listReports",
                .summary = "What representatives brought home, the newest first.",
                .formats = {Format::html, Format::json, Format::atom},
                .answer = json::type_of<ReportListView>()});
    router.get("/representatives/{person}", ::right::everybody, with(outside, show_representative),
               {.operation = "showRepresentative",
                .summary = "What somebody holds for the sector, and what they brought home.",
                .answer = json::type_of<RepresentativeView>()});
}

static void add_seat_forms(http::Router& router) {
    router.get("/seats/new", right::keep_seats, show_new_council_form,
               form_of("showNewCouncilForm", "The form for a council outside the sector."));
    router.get("/seats/{council}/appointments/new", right::keep_seats, show_new_holder_form,
               form_of("showNewRepresentativeForm", "The form for appointing a representative."));
    router.get("/seats/{council}/appointments/{holder}/ending", right::keep_seats, show_holder_ending_form,
               form_of("showRepresentativeEndingForm", "The form for ending a representative's seat."));
    router.get("/seats/{council}/meetings/new", right::keep_seats, show_new_meeting_form,
               form_of("showNewCouncilMeetingForm", "The form for a meeting of a council outside the sector."));
    router.get("/seats/{council}/reports/new", ::right::logged_in, show_report_form,
               form_of("showNewReportForm", "The form for what was brought home from a meeting."));
}

static void add_seat_changes(http::Router& router, const Outside& outside) {
    router.post("/seats", right::keep_seats, with(outside, add_council_sent),
                {.operation = "addCouncil",
                 .summary = "Adds a council outside the sector in which seats are held for it.",
                 .body = json::type_of<NewCouncil>(),
                 .status = 201});
    router.post("/seats/{council}/appointments", right::keep_seats, with(outside, appoint_holder_sent),
                {.operation = "appointRepresentative",
                 .summary = "Appoints somebody to speak for the sector there. It gives no rights.",
                 .body = json::type_of<NewHolder>(),
                 .status = 201});
    router.post("/seats/{council}/appointments/{holder}/ending", right::keep_seats, with(outside, end_holder_sent),
                {.operation = "endRepresentative",
                 .summary = "Ends a representative's seat, with the reason.",
                 .body = json::type_of<EndingOfHolder>(),
                 .status = 204});
    router.post("/seats/{council}/meetings", right::keep_seats, with(outside, add_meeting_sent),
                {.operation = "addCouncilMeeting",
                 .summary = "Adds a meeting, after which each seat owes a report.",
                 .body = json::type_of<NewCouncilMeeting>(),
                 .status = 201});
    router.post("/seats/{council}/reports", ::right::logged_in, with(outside, report_back_sent),
                {.operation = "reportBack",
                 .summary = "What the one who is logged in brought home from a meeting in which they held a seat.",
                 .body = json::type_of<NewReport>(),
                 .status = 201});
}

static void add_telling(http::Router& router, const Outside& outside) {
    router.get("/me/gender", ::right::logged_in, show_gender_form,
               form_of("showGenderForm", "Where people tell their gender for counting, or take it back."));
    router.post("/me/gender", ::right::logged_in, with(outside, tell_gender_sent),
                {.operation = "tellGender",
                 .summary = "Keeps what the one who is logged in tells, sealed, for counting only.",
                 .body = json::type_of<ToldGender>(),
                 .status = 204});
}

void add_routes(http::Router& router, const Outside& outside) {
    add_telling(router, outside);
    add_seat_reading(router, outside);
    add_seat_forms(router);
    add_seat_changes(router, outside);
    add_round_reading(router, outside);
    add_round_changes(router, outside);
}

std::vector<directory::Referrer> referrers() {
    return {{"representation.referrer.nominations", store::count_for_organisation, store::move_organisation},
            {"representation.referrer.seats", store::count_seats_for, store::move_seats}};
}

} // namespace representation
