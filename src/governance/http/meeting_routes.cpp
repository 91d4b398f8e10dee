// The addresses of bodies, meetings, treatment and minutes.
#include "governance/actions/agenda.hpp"
#include "governance/actions/appointments.hpp"
#include "governance/actions/bodies.hpp"
#include "governance/actions/minutes.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/http/linked_format.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/http/meeting_reading.hpp"
#include "governance/http/papers_press.hpp"
#include "governance/views/body_models.hpp"
#include "governance/views/calendar_page.hpp"

namespace governance {

using http::Format;

static http::About page(std::string_view operation, std::string_view summary) {
    return {.operation = operation, .summary = summary, .formats = {Format::html}};
}

static http::About step(std::string_view operation, std::string_view summary, const json::Type* body = nullptr,
                        int status = 204) {
    return {.operation = operation, .summary = summary, .body = body, .status = status};
}

void add_body_routes(http::Router& router, const Extensions& extensions) {
    router.get("/bodies", ::right::everybody, list_bodies_in,
               {.operation = "listBodies",
                .summary = "All bodies of the sector.",
                .formats = {Format::html, Format::json, Format::csv},
                .answer = json::type_of<BodyListView>(),
                .is_cached = true});
    router.get("/bodies/{body}", ::right::everybody,
               [extensions](const http::Query& query) { return show_body(query, extensions); },
               {.operation = "showBody",
                .summary = "A body: mandate, members, rules, meetings and the cases before it.",
                .formats = {Format::html, Format::json, Format::ics, Format::atom},
                .answer = json::type_of<BodyView>(),
                .is_cached = true});
    router.get("/bodies/{body}/mandates/{mandate}", ::right::everybody, show_mandate,
               {.operation = "showMandate",
                .summary = "One version of a body's mandate.",
                .answer = json::type_of<MandatePageView>(),
                .is_cached = true});
    router.get("/bodies/new", right::maintain_bodies, show_new_body_form,
               page("showNewBodyForm", "The form for a new body."));
    router.post("/bodies", right::maintain_bodies, create_body_sent,
                step("createBody", "Makes a body with its rules and mandate.", json::type_of<NewBody>(), 201));
    router.get("/bodies/{body}/change", right::maintain_bodies, show_change_body_form,
               page("showChangeBodyForm", "The form for a body's names and place."));
    router.post("/bodies/{body}/change", right::maintain_bodies, change_body_sent,
                step("changeBody", "Changes names, kind, place, openness and themes.", json::type_of<BodyChange>()));
    router.get("/bodies/{body}/mandates/new", right::maintain_bodies, show_mandate_form,
               page("showMandateForm", "The form for a new mandate."));
    router.post("/bodies/{body}/mandates", right::maintain_bodies, adopt_mandate_sent,
                step("adoptMandate", "Records a new version of the mandate.", json::type_of<NewMandate>(), 201));
    router.get("/bodies/{body}/rules/new", right::maintain_bodies, show_rules_form,
               page("showRulesForm", "The form for new rules."));
    router.post("/bodies/{body}/rules", right::maintain_bodies, adopt_rules_sent,
                step("adoptRules", "Records new rules from a day on.", json::type_of<NewRules>()));
    router.get("/bodies/{body}/appointments/new", right::appoint_members, show_appointment_form,
               page("showAppointmentForm", "The form for an appointment."));
    router.post("/bodies/{body}/appointments", right::appoint_members, appoint_sent,
                step("appointMember", "Appoints a person to the body.", json::type_of<NewAppointment>(), 201));
    router.get("/bodies/{body}/appointments/{appointment}/ending", right::appoint_members, show_ending_form,
               page("showEndingForm", "The form for ending an appointment."));
    router.post("/bodies/{body}/appointments/{appointment}/ending", right::appoint_members, end_appointment_sent,
                step("endAppointment", "Ends an appointment, with the reason.", json::type_of<EndingOfAppointment>()));
}

static void add_agenda_routes(http::Router& router) {
    router.get("/meetings/{meeting}/agenda", right::hold_meeting, show_agenda_form,
               page("showAgendaForm", "The forms for a meeting's agenda."));
    router.post("/meetings/{meeting}/items", right::hold_meeting, add_item_sent,
                step("addItem", "Puts an item last on the agenda.", json::type_of<NewItem>(), 201));
    router.post("/meetings/{meeting}/order", right::hold_meeting, order_agenda_sent,
                step("orderAgenda", "Gives the agenda another order.", json::type_of<AgendaOrder>()));
    router.post("/meetings/{meeting}/items/{item}/removal", right::hold_meeting, remove_item_sent,
                step("removeItem", "Takes an item off the agenda before the notice."));
    router.get("/meetings/{meeting}/items/{item}/papers/new", right::hold_meeting, show_paper_form,
               page("showPaperForm", "The form for adding a paper."));
    router.post("/meetings/{meeting}/items/{item}/papers", right::hold_meeting, add_paper_sent,
                step("addPaper", "Adds a document of the case as a paper.", json::type_of<NewPaper>()));
    router.get("/meetings/{meeting}/items/{item}/description", right::hold_meeting, show_description_form,
               page("showDescriptionForm", "The form for what the minutes say about an item."));
    router.post(
        "/meetings/{meeting}/items/{item}/description", right::hold_meeting, describe_item_sent,
        step("describeItem", "Sets note, title and closed doors of an item.", json::type_of<ItemDescription>()));
}

void add_meeting_routes(http::Router& router, const Extensions& extensions) {
    router.get("/meetings", ::right::everybody, list_meetings_in,
               {.operation = "listMeetings",
                .summary = "Meetings by body, state and period.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom, Format::ics},
                .query = json::type_of<MeetingQuestion>(),
                .answer = json::type_of<MeetingListView>(),
                .is_cached = true});
    router.get("/calendar", ::right::everybody, show_calendar,
               {.operation = "showCalendar",
                .summary = "The meetings of a month; as a file, of a year back and two ahead.",
                .formats = {Format::html, Format::json, Format::ics, Format::atom},
                .answer = json::type_of<CalendarView>(),
                .is_cached = true});
    router.get("/meetings/{meeting}", ::right::everybody,
               [extensions](const http::Query& query) { return show_meeting(query, extensions); },
               {.operation = "showMeeting",
                .summary = "A meeting: notice, agenda, papers, treatment, votes and minutes.",
                .formats = with_linked({Format::html, Format::json, Format::ics}, extensions.linked_meeting != nullptr),
                .answer = json::type_of<MeetingView>(),
                .is_cached = true});
    router.get("/meetings/{meeting}/papers.pdf", ::right::everybody,
               [press = std::make_shared<PapersPress>()](const http::Query& query) {
                   return show_meeting_papers(query, *press);
               },
               {.operation = "showMeetingPapers",
                .summary = "The agenda and all papers of a meeting that may be read, as one PDF with bookmarks.",
                .formats = {Format::binary}});
    router.get("/meetings/new", right::hold_meeting, show_plan_meeting_form,
               page("showPlanMeetingForm", "The form for planning a meeting."));
    router.post("/meetings", right::hold_meeting, plan_meeting_sent,
                step("planMeeting", "Plans a meeting of a body.", json::type_of<NewMeeting>(), 201));
    router.get("/meetings/{meeting}/move", right::hold_meeting, show_move_form,
               page("showMoveForm", "The form for another time or place."));
    router.post("/meetings/{meeting}/move", right::hold_meeting, move_meeting_sent,
                step("moveMeeting", "Moves a meeting and its cases.", json::type_of<MeetingMove>()));
    router.get("/meetings/{meeting}/notice", right::hold_meeting, show_meeting_notice_form,
               page("showMeetingNoticeForm", "The form for sending the notice."));
    router.post("/meetings/{meeting}/notice", right::hold_meeting, send_notice_sent,
                step("sendNotice", "Sends the notice and numbers the items.", json::type_of<MeetingNotice>()));
    router.get("/meetings/{meeting}/cancellation", right::hold_meeting, show_cancellation_form,
               page("showCancellationForm", "The form for cancelling a meeting."));
    router.post("/meetings/{meeting}/cancellation", right::hold_meeting, cancel_meeting_sent,
                step("cancelMeeting", "Cancels a meeting, with the reason.", json::type_of<MeetingCancellation>()));
    router.get("/meetings/{meeting}/opening", right::hold_meeting, show_opening_form,
               page("showOpeningForm", "The form for opening a meeting."));
    router.post("/meetings/{meeting}/opening", right::hold_meeting, open_meeting_sent,
                step("openMeeting", "Opens a meeting with those present.", json::type_of<MeetingOpening>()));
    router.post("/meetings/{meeting}/closing", right::hold_meeting, close_meeting_sent,
                step("closeMeeting", "Closes a meeting whose items are all treated."));
    router.get("/meetings/{meeting}/adjournment", right::hold_meeting, show_adjournment_form,
               page("showAdjournmentForm", "The form for closing a meeting that has lost its quorum."));
    router.post("/meetings/{meeting}/adjournment", right::hold_meeting, adjourn_meeting_sent,
                step("adjournMeeting", "Closes a meeting without quorum; what is left waits for another.",
                     json::type_of<Adjournment>()));
    add_agenda_routes(router);
}

void add_treatment_routes(http::Router& router) {
    router.get("/meetings/{meeting}/presence", right::hold_meeting, show_presence_form,
               page("showPresenceForm", "The forms for who comes and goes."));
    router.post("/meetings/{meeting}/presence", right::hold_meeting, record_movement_sent,
                step("recordMovement", "Records that somebody came or left.", json::type_of<Movement>()));
    router.post("/meetings/{meeting}/chair", right::hold_meeting, hand_over_chair_sent,
                step("handOverChair", "Records who leads the meeting from now on.", json::type_of<HandingOver>()));
    router.get("/meetings/{meeting}/items/{item}", right::hold_meeting, show_treatment_form,
               page("showTreatmentForm", "The forms for treating an item."));
    router.post("/meetings/{meeting}/items/{item}/proposals", right::hold_meeting, make_proposal_sent,
                step("makeProposal", "Records a proposal.", json::type_of<NewProposal>(), 201));
    router.post("/meetings/{meeting}/items/{item}/proposals/{proposal}/withdrawal", right::hold_meeting,
                withdraw_proposal_sent, step("withdrawProposal", "Withdraws a proposal before it is voted on."));
    router.get("/meetings/{meeting}/items/{item}/proposals/{proposal}/vote", right::hold_meeting, show_vote_form,
               page("showVoteForm", "The forms for a vote: by name, by count, by acclamation."));
    router.post("/meetings/{meeting}/items/{item}/votes", right::hold_meeting, hold_vote_sent,
                step("holdVote", "Counts and keeps a vote.", json::type_of<NewVote>(), 201));
    router.post("/meetings/{meeting}/items/{item}/dissents", right::hold_meeting, record_dissent_sent,
                step("recordDissent", "Records a dissent.", json::type_of<NewDissent>(), 201));
    router.post("/meetings/{meeting}/items/{item}/outcome", right::hold_meeting, record_outcome_sent,
                step("recordOutcome", "Ends the treatment of an item.", json::type_of<NewOutcome>()));
}

void add_minutes_routes(http::Router& router) {
    router.get("/meetings/{meeting}/minutes", ::right::everybody, show_newest_minutes,
               {.operation = "showNewestMinutes",
                .summary = "The newest published minutes of a meeting.",
                .answer = json::type_of<MinutesView>()});
    router.get("/meetings/{meeting}/minutes/{number}", ::right::everybody, show_minutes,
               {.operation = "showMinutes",
                .summary = "One version of the minutes, with its seal checked.",
                .answer = json::type_of<MinutesView>()});
    router.get("/meetings/{meeting}/minutes/{number}/text", ::right::everybody, show_minutes_text,
               {.operation = "showMinutesText", .summary = "The minutes as plain text.", .formats = {Format::binary}});
    router.post("/meetings/{meeting}/minutes", right::hold_meeting, draft_minutes_sent,
                step("draftMinutes", "Writes the draft from what was recorded."));
    router.post("/meetings/{meeting}/minutes/{number}/approval", right::approve_minutes, approve_minutes_sent,
                step("approveMinutes", "Approves a draft.", json::type_of<MinutesApproval>()));
    router.post("/meetings/{meeting}/minutes/{number}/signature", right::approve_minutes, sign_minutes_sent,
                step("signMinutes", "Seals approved minutes."));
    router.post("/meetings/{meeting}/minutes/{number}/publication", right::approve_minutes, publish_minutes_sent,
                step("publishMinutes", "Publishes signed minutes for good."));
    router.get("/meetings/{meeting}/minutes/{number}/correction", right::hold_meeting, show_correction_form,
               page("showCorrectionForm", "The form for correcting published minutes."));
    router.post("/meetings/{meeting}/minutes/{number}/correction", right::hold_meeting, correct_minutes_sent,
                step("correctMinutes", "Makes a corrected version as a new draft.",
                     json::type_of<MinutesCorrectionRequest>(), 201));
}

} // namespace governance
