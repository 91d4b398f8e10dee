#include "dispatch/actions/end_waits.hpp"

#include "dispatch/actions/route.hpp"
#include "dispatch/domain/carrier.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/store/waiting_store.hpp"
#include "platform/json/described_members.hpp"

namespace dispatch {

static constexpr int ended_at_once_max = 100;

static Result<void> end_wait(const Settling& settling, Dispatch dispatch, FailureCause cause) {
    const std::string detail{json::name_of(cause)};
    const auto end = [&](Status status) {
        return settling.move(dispatch, status, {settling.happening(HappeningKind::gave_up, status, detail)});
    };
    if (cause == FailureCause::check_stuck) return end(Status::failed_in_reception);
    if (cause == FailureCause::receiver_silent) {
        auto gave_up = settling.happening(HappeningKind::gave_up, dispatch.status, detail);
        return route_onwards(settling, std::move(dispatch), Channel::receiver, {std::move(gave_up)});
    }
    const auto* carrier = carrier_of(dispatch.channel);
    if (carrier != nullptr && cause != FailureCause::unread) {
        auto gave_up =
            settling.happening(HappeningKind::gave_up, dispatch.status, std::string{json::name_of(carrier->silent)});
        return route_onwards(settling, std::move(dispatch), carrier->channel, {std::move(gave_up)});
    }
    if (cause == FailureCause::unread && dispatch.is_digital_only) return end(Status::sent_digitally);
    // What lies in a mailbox stays there: it can still be read.
    return end(Status::not_delivered);
}

Result<int> end_waits(const Settling& settling, const Patience& patience) {
    const auto since = settling.now - patience.hours;
    const auto ids = TRY(store::standing_still(settling.transaction, patience.status, since,
                                               settling.now - held_patience, ended_at_once_max));
    for (const auto& id : ids) {
        auto dispatch = TRY(store::find(settling.transaction, id));
        if (dispatch) TRY(end_wait(settling, *std::move(dispatch), patience.cause));
    }
    return static_cast<int>(ids.size());
}

Result<int> end_waits_for_closed(const Settling& settling) {
    const auto ids = TRY(store::waiting_for_closed(settling.transaction, ended_at_once_max));
    for (const auto& id : ids) {
        auto dispatch = TRY(store::find(settling.transaction, id));
        if (dispatch) TRY(end_wait(settling, *std::move(dispatch), FailureCause::receiver_silent));
    }
    return static_cast<int>(ids.size());
}

static Result<void> tell_both_sides(const Settling& settling, const SilentReceiver& receiver, Instant since) {
    journal::Event event{.type = "dispatch.receiver_silent"};
    event.subjects = {{"receiver", receiver.id.to_string()}, {"organisation", receiver.organisation_id.to_string()}};
    for (const auto& sender : TRY(store::senders_waiting_for(settling.transaction, receiver.id, since))) {
        if (sender != receiver.organisation_id) event.subjects.push_back({"organisation", sender.to_string()});
    }
    event.body.text("name", receiver.name).number("count", receiver.waiting);
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal, event, settling.now));
    return {};
}

Result<void> tell_of_silence(const Settling& settling) {
    const auto since = settling.now - silence_min;
    for (const auto& receiver : TRY(store::silent_receivers(settling.transaction, since))) {
        TRY(store::raise_silence(settling.transaction, receiver.id, since, settling.now - silence_repeats_after,
                                 settling.now));
        if (receiver.told_at) continue;
        TRY(tell_both_sides(settling, receiver, since));
        TRY(store::set_silent(settling.transaction, receiver.id, settling.now));
    }
    for (const auto& id : TRY(store::receivers_back(settling.transaction, since))) {
        TRY(store::set_silent(settling.transaction, id, std::nullopt));
        TRY(settling.office.services.journal.append(settling.transaction, settling.principal,
                                                    {.type = "dispatch.receiver_back",
                                                     .subjects = {{"receiver", id.to_string()}},
                                                     .body = {},
                                                     .visibility = journal::Visibility::internal},
                                                    settling.now));
    }
    return {};
}

} // namespace dispatch
