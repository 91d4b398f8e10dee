// What those with a seat do while something is treated in writing, by form or JSON.
#include "governance/actions/written.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/written.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/open_ballots.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/views/meeting_pages.hpp"

namespace governance {

/// One's own impartiality in the item of the address.
struct WrittenDeclaration {
    ImpartialityGround ground = ImpartialityGround::particular;
    Prose<2000> reason; ///< Seen only by those who may see what is shielded.
};
BOOST_DESCRIBE_STRUCT(WrittenDeclaration, (), (ground, reason))

/// For those who answer for themselves, and those who record it for others.
static Result<Html> answer_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    if (!view.own_appointment) TRY(query.principal.require(right::hold_meeting, view.body_id.to_string()));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    return ballot_page(query, state, view, *item);
}

static Result<http::Response> show_answer_form(const http::Query& query) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(require_allowed(meeting.state, MeetingRequest::treat));
    TRY(require_window(meeting, query.now));
    return http::html_document(TRY(answer_form(query, {})));
}

static Result<http::Response> answer_sent(const http::Command& command) {
    return change_with<NewWrittenBallot>(
        command, answer_form, [&](const Acting& acting, const NewWrittenBallot& wanted) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            TRY(cast_written_ballot(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return changed_meeting(acting, meeting.id);
        });
}

static Result<http::Response> demand_sent(const http::Command& command) {
    return change_with<NewMeetingDemand>(
        command, meeting_again, [&](const Acting& acting, const NewMeetingDemand& wanted) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            TRY(demand_meeting(acting, meeting.id, wanted));
            return changed_meeting(acting, meeting.id);
        });
}

static Result<http::Response> declared_in_writing(const http::Command& command) {
    return change_with<WrittenDeclaration>(
        command, answer_form, [&](const Acting& acting, const WrittenDeclaration& sent) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            TRY(require_window(meeting, acting.now));
            const auto item = TRY(item_in_path(command.request));
            TRY(declare_own_impartiality(
                {acting.transaction, acting.services, acting.principal, acting.now, meeting.id}, item, sent.ground,
                std::string{sent.reason}));
            return changed_meeting(acting, meeting.id);
        });
}

void add_written_routes(http::Router& router) {
    const auto step = [](std::string_view operation, std::string_view summary, const json::Type* body) {
        return http::About{.operation = operation, .summary = summary, .body = body, .status = 204};
    };
    router.get("/meetings/{meeting}/items/{item}/ballot", ::right::logged_in, show_answer_form,
               {.operation = "showWrittenBallotForm",
                .summary = "The form for answering in writing.",
                .formats = {http::Format::html}});
    router.post("/meetings/{meeting}/items/{item}/ballots", ::right::logged_in, answer_sent,
                step("castWrittenBallot", "Answers in writing within the window; the last answer counts.",
                     json::type_of<NewWrittenBallot>()));
    router.post("/meetings/{meeting}/items/{item}/declarations", ::right::logged_in, declared_in_writing,
                step("declareInWriting", "Raises one's own impartiality in what is treated in writing.",
                     json::type_of<WrittenDeclaration>()));
    router.post(
        "/meetings/{meeting}/demand", ::right::logged_in, demand_sent,
        step("demandMeeting", "Asks for a meeting instead of deciding in writing.", json::type_of<NewMeetingDemand>()));
}

} // namespace governance
