#pragma once
#include "dispatch/actions/settle.hpp"

namespace dispatch {

/// One way that leads to a recipient.
struct Way {
    Channel channel = Channel::none;
    std::optional<ReceiverId> receiver_id{};
    std::string receiver_name{};
};
/// What ways are chosen by.
struct Destination {
    Recipient addressee;
    std::string department, dispatch_type;
    std::int64_t level = 3;
    bool is_digital_only = false;
    bool has_digital_mailbox = false; ///< That this letter may go to: see may_go_to_digital_mailbox.
    bool has_altinn = false;          ///< The same: see may_go_to_altinn.
};
/// In the order that they are tried: a receiver of the organisation, the recipient's mailbox with a provider, their
/// inbox in Altinn, the mailbox here, paper. Where the organisation has chosen a channel and it is there, not those
/// before it.
Result<std::vector<Way>> ways_to(db::Reader&, const Destination&);

/// Sends a dispatch on its way by the first channel that can take it, behind the one given: a receiver of the
/// organisation, a mailbox of the recipient's, paper. lead: what happened before, in the same step.
Result<void> route_onwards(const Settling&, Dispatch, Channel behind, std::vector<Happening> lead);
/// The same for who knows already whom it goes to.
Result<void> route_onwards(const Settling&, Dispatch, const Recipient& addressee, Channel behind,
                           std::vector<Happening> lead, bool has_digital_mailbox = false);

} // namespace dispatch
