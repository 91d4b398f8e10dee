#include "voice/actions/state_hearings.hpp"
#include "governance/case_standing.hpp"
#include "platform/http/represent.hpp"
#include "platform/http/router.hpp"
#include "platform/ui/form_again.hpp"
#include "voice/actions/speakers.hpp"
#include "voice/http/handlers.hpp"
#include "voice/http/reading_state_hearings.hpp"
#include "voice/rights.hpp"
#include "voice/store/state_hearing_store.hpp"
#include "voice/texts.hpp"

#include <fmt/format.h>

namespace voice {

static csv::Table state_hearing_table(const http::Call& call, const StateHearingListView& list) {
    csv::Table table{{"number", "title", "sender", "reference", "state", "sentOn", "deadline", "path", "result", "url"},
                     {}};
    for (const auto& row : list.hearings) {
        table.rows.push_back({row.number, row.title, row.sender.name, row.reference,
                              std::string{json::name_of(row.state)}, to_string(row.sent_on), to_string(row.deadline),
                              std::string{json::name_of(row.path)},
                              row.result ? std::string{json::name_of(*row.result)} : std::string{},
                              call.public_url + call.url(row.url)});
    }
    return table;
}

static feed::Feed state_hearing_feed(const http::Call& call, const StateHearingListView& list) {
    auto made = http::page_feed(call, call.public_url + "/state-hearings", call.t(text::state_hearings),
                                call.public_url + call.url("/state-hearings"));
    for (const auto& row : list.hearings) {
        made.updated = std::max(made.updated, row.changed_at);
        made.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = row.title,
                                .url = call.public_url + call.url(row.url),
                                .updated = row.changed_at,
                                .author = "Samband",
                                .summary = row.sender.name,
                                .categories = {std::string{json::name_of(row.state)}}});
    }
    return made;
}

/// The deadlines of what is not yet answered.
static calendar::Calendar state_hearing_calendar(const http::Call& call, const StateHearingListView& list) {
    calendar::Calendar made{call.t(text::state_hearings), std::string{i18n::code(call.request.language)}, {}};
    for (const auto& row : list.hearings) {
        if (row.state != StateHearingState::open) continue;
        calendar::Event event;
        event.uid = row.id.to_string();
        event.whole_day = row.deadline;
        event.title = fmt::format("{}: {}", call.t(text::state_hearing_deadline), row.title);
        event.description = row.sender.name;
        event.url = call.public_url + call.url(row.url);
        event.changed_at = row.changed_at;
        event.sequence = static_cast<int>(row.version - 1);
        made.events.push_back(std::move(event));
    }
    return made;
}

static Result<http::Response> list_state_hearings(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<StateHearingQuestion>());
    const bool may_speak = query.principal.may(right::speak);
    return http::represent<StateHearingListView>(
        query, TRY(read_state_hearings(query, asked)),
        {.html = [&](const StateHearingListView& shown) { return state_hearings_page(query, shown, may_speak); },
         .csv = [&](const StateHearingListView& shown) { return state_hearing_table(query, shown); },
         .atom = [&](const StateHearingListView& shown) { return state_hearing_feed(query, shown); },
         .ics = [&](const StateHearingListView& shown) { return state_hearing_calendar(query, shown); }});
}

static Result<http::Response> show_state_hearing(const http::Query& query) {
    const auto view = TRY(read_state_hearing(query));
    const bool may_speak = query.principal.may(right::speak);
    auto response = http::represent<StateHearingView>(query, view, {.html = [&](const StateHearingView& shown) {
                                                          return state_hearing_page(query, shown, may_speak);
                                                      }});
    response.version = view.version;
    return response;
}

static Result<Html> new_state_hearing_form(const http::Query& query, const ui::FormState& state) {
    return new_state_hearing_page(query, state);
}

static Result<Html> state_hearing_change_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(state_hearing_in_path(query));
    std::string number;
    if (hearing.case_id) number = TRY(governance::case_standing(query.reader, *hearing.case_id, query.today())).number;
    return state_hearing_change_page(query, state, TRY(read_state_hearing(query)), number);
}

static Result<Html> state_answer_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(state_hearing_in_path(query));
    std::vector<governance::OpenDocument> documents;
    if (hearing.case_id)
        documents = TRY(governance::case_standing(query.reader, *hearing.case_id, query.today())).documents;
    const auto speakers = TRY(speakers_on(query.reader, query.today(), query.request.language));
    return state_answer_page(query, state, TRY(read_state_hearing(query)), documents, speakers);
}

static Result<Html> state_hearing_decline_form(const http::Query& query, const ui::FormState& state) {
    return state_hearing_decline_page(query, state, TRY(read_state_hearing(query)));
}

static Result<Html> state_result_form(const http::Query& query, const ui::FormState& state) {
    return state_result_page(query, state, TRY(read_state_hearing(query)));
}

template <class Form>
static http::QueryHandler shown_form(Form form) {
    return [form](const http::Query& query) -> Result<http::Response> {
        return http::html_document(TRY(form(query, {})));
    };
}

static Acting answering(const http::Command& command, db::Transaction& transaction) {
    return {transaction, command.services, command.principal, command.now};
}

static Result<http::Response> register_state_hearing_sent(const http::Command& command) {
    const auto sent = command.request.read<NewStateHearing>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_state_hearing_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(register_state_hearing(answering(command, transaction), *sent)).url();
    });
    if (!path) return ui::answer_failure(command, path.error(), new_state_hearing_form);
    return ui::answer_created(command, *path);
}

/// Runs a change of the hearing in the path, and answers with its page or the form again.
template <class Sent, class Change>
static http::CommandHandler changed_state_hearing(const ui::FormPage& form, Change change) {
    return [form, change](const http::Command& command) -> Result<http::Response> {
        const auto sent = command.request.read<Sent>();
        if (!sent) return ui::answer_failure(command, sent.error(), form);
        const auto changed = command.write([&](db::Transaction& transaction) -> Result<StateHearing> {
            return change(answering(command, transaction), command.request.path_value("hearing"), *sent,
                          command.request.expected_version());
        });
        if (!changed) return ui::answer_failure(command, changed.error(), form);
        return ui::answer_changed(command, changed->url(), changed->version);
    };
}

static http::About hearing_form(std::string_view operation, std::string_view summary) {
    return {.operation = operation, .summary = summary, .formats = {http::Format::html}};
}

static void add_state_answer_routes(http::Router& router) {
    router.get("/state-hearings/{hearing}/change", right::speak, shown_form(state_hearing_change_form),
               hearing_form("showChangeStateHearingForm", "The form for a hearing's deadline and case."));
    router.post("/state-hearings/{hearing}/change", right::speak,
                changed_state_hearing<StateHearingChange>(state_hearing_change_form, change_state_hearing),
                {.operation = "changeStateHearing",
                 .summary = "Gives a hearing another deadline, or the case where the answer is prepared.",
                 .body = json::type_of<StateHearingChange>(),
                 .status = 204});
    router.get("/state-hearings/{hearing}/answer", right::speak, shown_form(state_answer_form),
               hearing_form("showStateAnswerForm", "The form for the answer that was sent."));
    router.post("/state-hearings/{hearing}/answer", right::speak,
                changed_state_hearing<NewStateAnswer>(state_answer_form, answer_state_hearing),
                {.operation = "answerStateHearing",
                 .summary = "Records the answer; it becomes a position that rests on the decided case.",
                 .body = json::type_of<NewStateAnswer>(),
                 .status = 204});
    router.get("/state-hearings/{hearing}/decline", right::speak, shown_form(state_hearing_decline_form),
               hearing_form("showDeclineStateHearingForm", "The form for why the sector does not answer."));
    router.post("/state-hearings/{hearing}/decline", right::speak,
                changed_state_hearing<Withdrawal>(state_hearing_decline_form, decline_state_hearing),
                {.operation = "declineStateHearing",
                 .summary = "Says that the sector does not answer, and why.",
                 .body = json::type_of<Withdrawal>(),
                 .status = 204});
    router.get("/state-hearings/{hearing}/result", right::speak, shown_form(state_result_form),
               hearing_form("showStateResultForm", "The form for what the state did with the answer."));
    router.post("/state-hearings/{hearing}/result", right::speak,
                changed_state_hearing<NewStateResult>(state_result_form, conclude_state_hearing),
                {.operation = "concludeStateHearing",
                 .summary = "Records what the state did with the answer, here and on the position.",
                 .body = json::type_of<NewStateResult>(),
                 .status = 204});
}

void add_state_hearing_routes(http::Router& router) {
    using http::Format;
    router.get("/state-hearings", ::right::everybody, list_state_hearings,
               {.operation = "listStateHearings",
                .summary = "Hearings that the state holds, and how the sector's answer to each stands.",
                .formats = {Format::html, Format::json, Format::csv, Format::atom, Format::ics},
                .query = json::type_of<StateHearingQuestion>(),
                .answer = json::type_of<StateHearingListView>()});
    router.get("/state-hearings/{hearing}", ::right::everybody, show_state_hearing,
               {.operation = "showStateHearing",
                .summary = "One hearing: the answer's way through the bodies, the answer, and what the state did.",
                .answer = json::type_of<StateHearingView>()});
    router.get("/state-hearings/new", right::speak, shown_form(new_state_hearing_form),
               hearing_form("showNewStateHearingForm", "The form for a hearing from the state."));
    router.post("/state-hearings", right::speak, register_state_hearing_sent,
                {.operation = "registerStateHearing",
                 .summary = "Records a hearing that the state holds.",
                 .body = json::type_of<NewStateHearing>(),
                 .status = 201});
    add_state_answer_routes(router);
}

} // namespace voice
