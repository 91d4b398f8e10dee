// A meeting under way, by form or JSON.
#include "governance/actions/treatment.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

/// The forms are for a meeting that is under way; before and after, the address says why there is nothing to record.
static Result<void> require_sitting(const http::Query& query) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    return require_allowed(meeting.state, MeetingRequest::treat);
}

static Result<Html> presence_form(const http::Query& query, const ui::FormState& state) {
    return presence_page(query, state, TRY(read_meeting_view(query)));
}

Result<http::Response> show_presence_form(const http::Query& query) {
    TRY(require_sitting(query));
    return http::html_document(TRY(presence_form(query, {})));
}

Result<http::Response> record_movement_sent(const http::Command& command) {
    return change_with<Movement>(command, presence_form,
                                 [&](const Acting& acting, const Movement& movement) -> Result<Changed> {
                                     const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
                                     TRY(record_movement(acting, meeting.id, movement));
                                     return changed_meeting(acting, meeting.id, "/presence");
                                 });
}

Result<http::Response> hand_over_chair_sent(const http::Command& command) {
    return change_with<HandingOver>(command, presence_form,
                                    [&](const Acting& acting, const HandingOver& wanted) -> Result<Changed> {
                                        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
                                        TRY(hand_over_chair(acting, meeting.id, wanted));
                                        return changed_meeting(acting, meeting.id, "/presence");
                                    });
}

static Result<Html> treatment_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    const auto choices = TRY(item_choices(query, TRY(load_item(query.reader, view.id, id))));
    return treatment_page(query, state, view, *item, choices);
}

Result<http::Response> show_treatment_form(const http::Query& query) {
    TRY(require_sitting(query));
    return http::html_document(TRY(treatment_form(query, {})));
}

/// Where people go on: the item's own page.
static Result<Changed> changed_item(const Acting& acting, MeetingId meeting, AgendaItemId item) {
    return changed_meeting(acting, meeting, fmt::format("/items/{}", item.to_string()));
}

Result<http::Response> make_proposal_sent(const http::Command& command) {
    const auto below =
        fmt::format("/meetings/{}/items/{}", command.request.path_value("meeting"), command.request.path_value("item"));
    return make_with<NewProposal>(
        command, treatment_form,
        [&](const Acting& acting, const NewProposal& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto id = TRY(make_proposal(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return fmt::format("{}/proposals/{}", below, id.to_string());
        },
        below);
}

Result<http::Response> withdraw_proposal_sent(const http::Command& command) {
    return change(command, treatment_form, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        const auto item = TRY(item_in_path(command.request));
        const auto proposal = TRY(id_in_path<ProposalId>(command.request, "proposal", proposal_not_found));
        TRY(withdraw_proposal(acting, meeting.id, item, proposal));
        return changed_item(acting, meeting.id, item);
    });
}

/// The proposal in the address, or the one that the form came back with.
static std::string_view proposal_asked_for(const http::Request& request) {
    const auto in_path = request.path_value("proposal");
    return in_path.empty() ? request.form.first("proposal").value_or("") : in_path;
}

static Result<Html> vote_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(item_in_path(query.request));
    const auto view = TRY(read_meeting_view(query));
    const auto* item = view.item(id);
    if (item == nullptr) return item_not_found.error();
    const auto wanted = ProposalId::parse(proposal_asked_for(query.request));
    if (!wanted) return proposal_not_found.error();
    const auto proposal = std::ranges::find(item->proposals, *wanted, &ProposalView::id);
    if (proposal == item->proposals.end()) return proposal_not_found.error();
    return vote_page(query, state, view, *item, *proposal);
}

Result<http::Response> show_vote_form(const http::Query& query) {
    TRY(require_sitting(query));
    return http::html_document(TRY(vote_form(query, {})));
}

Result<http::Response> hold_vote_sent(const http::Command& command) {
    const auto below =
        fmt::format("/meetings/{}/items/{}", command.request.path_value("meeting"), command.request.path_value("item"));
    return make_with<NewVote>(
        command, vote_form,
        [&](const Acting& acting, const NewVote& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto id = TRY(hold_vote(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return fmt::format("{}/votes/{}", below, id.to_string());
        },
        below);
}

Result<http::Response> record_dissent_sent(const http::Command& command) {
    const auto below =
        fmt::format("/meetings/{}/items/{}", command.request.path_value("meeting"), command.request.path_value("item"));
    return make_with<NewDissent>(
        command, treatment_form,
        [&](const Acting& acting, const NewDissent& wanted) -> Result<std::string> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            const auto id = TRY(record_dissent(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return fmt::format("{}/dissents/{}", below, id.to_string());
        },
        below);
}

Result<http::Response> record_outcome_sent(const http::Command& command) {
    return change_with<NewOutcome>(
        command, treatment_form, [&](const Acting& acting, const NewOutcome& wanted) -> Result<Changed> {
            const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
            TRY(record_outcome(acting, meeting.id, TRY(item_in_path(command.request)), wanted));
            return changed_meeting(acting, meeting.id);
        });
}

} // namespace governance
