#include "dispatch/actions/recall_dispatch.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/store/altinn_message_store.hpp"
#include "dispatch/store/mailbox_letter_store.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace dispatch {

static bool has_happened(const std::vector<Happening>& history, HappeningKind kind) {
    return std::ranges::find(history, kind, &Happening::kind) != history.end();
}

static Result<void> tell(const Settling& settling, DispatchId id, journal::Event event) {
    event.subjects = {{"dispatch", id.to_string()}};
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal, event, settling.now));
    return {};
}

static Result<void> stop(const Settling& settling, Dispatch dispatch) {
    dispatch.channel = Channel::none;
    dispatch.receiver_id.reset();
    dispatch.status = Status::handled_manually;
    dispatch.status_at = settling.now;
    if (!TRY(store::save(settling.transaction, dispatch))) return still_under_way.error();
    TRY(store::add(settling.transaction, dispatch.id,
                   {settling.happening(HappeningKind::recalled, Status::handled_manually)}));
    journal::Body body;
    body.text("status", json::name_of(dispatch.status))
        .text("channel", json::name_of(dispatch.channel))
        .text("outcome", json::name_of(RecallOutcome::in_time));
    return tell(settling, dispatch.id, {.type = "dispatch.post_recalled", .body = std::move(body)});
}

static Result<void> keep_refusal(const Settling& settling, const Dispatch& dispatch, RecallOutcome outcome) {
    const std::string detail{json::name_of(outcome)};
    TRY(store::add(settling.transaction, dispatch.id,
                   {settling.happening(HappeningKind::recall_refused, dispatch.status, detail)}));
    journal::Body body;
    body.text("outcome", detail);
    return tell(settling, dispatch.id, {.type = "dispatch.recall_refused", .body = std::move(body)});
}

/// Whether it was handed over to who carries it onwards, or an attempt was begun whose end nobody may have seen.
static Result<bool> may_be_gone(db::Reader& reader, const Dispatch& dispatch) {
    if (dispatch.channel == Channel::digital_mailbox)
        return TRY(store::mailbox_letter(reader, dispatch.id)).has_value();
    if (dispatch.channel == Channel::altinn) return TRY(store::altinn_message(reader, dispatch.id)).has_value();
    return false;
}

Result<RecallOutcome> recall_dispatch(const Settling& settling, Dispatch dispatch) {
    const auto history = TRY(store::history(settling.transaction, dispatch.id));
    if (has_happened(history, HappeningKind::recalled)) return RecallOutcome::in_time;
    const auto is_opened = TRY(store::is_opened_by_anybody(settling.transaction, dispatch.id));
    const bool is_fetched =
        TRY(may_be_gone(settling.transaction, dispatch)) || has_happened(history, HappeningKind::fetched);
    const auto outcome = TRY(recall_outcome(dispatch.status, is_opened, is_fetched));
    if (outcome == RecallOutcome::in_time) {
        TRY(stop(settling, std::move(dispatch)));
    } else if (!has_happened(history, HappeningKind::recall_refused)) {
        TRY(keep_refusal(settling, dispatch, outcome));
    }
    return outcome;
}

Result<void> hand_out(const Settling& settling, DispatchId id, const Receiver& receiver) {
    if (!TRY(store::add_first_fetch(settling.transaction, id, receiver.id, receiver.name, settling.now))) {
        const auto dispatch = TRY(store::find(settling.transaction, id));
        if (!dispatch || dispatch->receiver_id != receiver.id) return dispatch_not_found.error();
        return {};
    }
    return tell(settling, id, {.type = "dispatch.content_fetched"});
}

} // namespace dispatch
