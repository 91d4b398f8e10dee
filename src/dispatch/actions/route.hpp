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
    std::string dispatch_type;
    std::int64_t level = 3;
    bool is_digital_only = false;
};
/// In the order that they are tried: a receiver of the organisation, the recipient's mailbox, paper.
Result<std::vector<Way>> ways_to(db::Reader&, const Destination&);

/// Sends a dispatch on its way by the first channel that can take it, behind the one given: a receiver of the
/// organisation, the recipient's mailbox, paper. lead: what happened before, in the same step.
Result<void> route_onwards(const Settling&, Dispatch, Channel behind, std::vector<Happening> lead);

} // namespace dispatch
