// Elections in a meeting under way, by form or JSON.
#include "governance/actions/elections.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/views/election_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

/// Those who record the meeting, while it is under way.
static Result<void> require_recorder(const http::Query& query) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    return require_allowed(meeting.state, MeetingRequest::treat);
}

static Result<Html> election_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    return new_election_page(query, state, view, *item);
}

Result<http::Response> show_election_form(const http::Query& query) {
    TRY(require_recorder(query));
    return http::html_document(TRY(election_form(query, {})));
}

static std::string elections_path(const http::Request& request) {
    return fmt::format("/meetings/{}/items/{}/elections", request.path_value("meeting"), request.path_value("item"));
}

Result<http::Response> open_election_sent(const http::Command& command) {
    const auto below = elections_path(command.request);
    return make_with<NewElection>(
        command, election_form, [&](const Acting& acting, const NewElection& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto id = TRY(open_election(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return fmt::format("{}/{}", below, id.to_string());
        });
}

static Result<ElectionId> election_in_path(const http::Request& request) {
    return id_in_path<ElectionId>(request, "election", election_not_found);
}

static Result<Html> round_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    const auto election =
        std::ranges::find(item->elections, TRY(election_in_path(query.request)), &MinutesElection::election);
    if (election == item->elections.end()) return election_not_found.error();
    return election_round_page(query, state, view, *item, *election);
}

Result<http::Response> show_round_form(const http::Query& query) {
    TRY(require_recorder(query));
    return http::html_document(TRY(round_form(query, {})));
}

Result<http::Response> hold_round_sent(const http::Command& command) {
    const auto item_page =
        fmt::format("/meetings/{}/items/{}", command.request.path_value("meeting"), command.request.path_value("item"));
    return make_with<NewElectionRound>(
        command, round_form,
        [&](const Acting& acting, const NewElectionRound& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto item = TRY(item_in_path(command.request));
            const auto election = TRY(election_in_path(command.request));
            const auto vote = TRY(hold_election_round(acting, meeting.id, item, election, wanted));
            return "/decisions/" + vote.to_string();
        },
        item_page);
}

Result<http::Response> withdraw_election_sent(const http::Command& command) {
    return change(command, round_form, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        const auto item = TRY(item_in_path(command.request));
        TRY(withdraw_election(acting, meeting.id, item, TRY(election_in_path(command.request))));
        return changed_meeting(acting, meeting.id, fmt::format("/items/{}", item.to_string()));
    });
}

void add_election_routes(http::Router& router) {
    router.get("/meetings/{meeting}/items/{item}/elections/new", right::hold_meeting, show_election_form,
               {.operation = "showElectionForm",
                .summary = "The form for a new election in an item.",
                .formats = {http::Format::html}});
    router.post("/meetings/{meeting}/items/{item}/elections", right::hold_meeting, open_election_sent,
                {.operation = "openElection",
                 .summary = "Puts up candidates or lists; the hash of the seed for a lot is told in the journal.",
                 .body = json::type_of<NewElection>(),
                 .status = 201});
    router.get("/meetings/{meeting}/items/{item}/elections/{election}", right::hold_meeting, show_round_form,
               {.operation = "showElectionRoundForm",
                .summary = "The forms for the next round of an election.",
                .formats = {http::Format::html}});
    router.post("/meetings/{meeting}/items/{item}/elections/{election}/rounds", right::hold_meeting, hold_round_sent,
                {.operation = "holdElectionRound",
                 .summary = "Counts and keeps a round; who is elected follows from the rules, a lot from its seed.",
                 .body = json::type_of<NewElectionRound>(),
                 .status = 201});
    router.post(
        "/meetings/{meeting}/items/{item}/elections/{election}/withdrawal", right::hold_meeting, withdraw_election_sent,
        {.operation = "withdrawElection", .summary = "Withdraws an election that is not settled.", .status = 204});
}

} // namespace governance
