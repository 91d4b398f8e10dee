#include "dispatch/actions/route.hpp"

#include "dispatch/store/account_store.hpp"

namespace dispatch {

Result<void> route_onwards(const Settling& settling, Dispatch dispatch, Channel behind, std::vector<Happening> lead) {
    const auto recipients = TRY(store::recipients(settling.transaction, dispatch.id));
    const auto& addressee = recipients.front();
    dispatch.receiver_id.reset();
    const auto go = [&](Channel channel, Status status, HappeningKind kind, std::string detail) {
        dispatch.channel = channel;
        lead.push_back(settling.happening(kind, status, std::move(detail)));
        return settling.move(dispatch, status, lead);
    };
    if (behind < Channel::receiver && addressee.organisation_number) {
        const auto found = TRY(store::receiver_for(settling.transaction, *addressee.organisation_number,
                                                   dispatch.dispatch_type, dispatch.level));
        if (found) {
            const auto receiver = TRY(store::receiver(settling.transaction, *found));
            dispatch.receiver_id = *found;
            return go(Channel::receiver, Status::ready_for_receiver, HappeningKind::ready_for_receiver,
                      receiver ? receiver->name : std::string{});
        }
    }
    if (behind < Channel::mailbox && addressee.kind != RecipientKind::address) {
        return go(Channel::mailbox, Status::notified, HappeningKind::notified, {});
    }
    if (dispatch.is_digital_only) return go(Channel::none, Status::not_delivered, HappeningKind::not_delivered, {});
    return go(Channel::print, Status::accepted, HappeningKind::waits_for_print, {});
}

} // namespace dispatch
