#include "dispatch/actions/route.hpp"

#include "directory/directory.hpp"
#include "dispatch/actions/altinn.hpp"
#include "dispatch/actions/carry.hpp"
#include "dispatch/actions/queue_notice.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/store/department_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace dispatch {

/// Nobody can log in for an organisation that the directory does not know: what lay in its mailbox would never be read.
static Result<bool> has_mailbox(db::Reader& reader, const Recipient& addressee) {
    if (addressee.kind != RecipientKind::organisation) return addressee.kind == RecipientKind::person;
    const auto known = directory::find_organisation_by_key(reader, *addressee.organisation_number);
    if (!known && known.error().kind != ErrorKind::not_found) return known.error();
    return known.has_value();
}

/// What the organisation has chosen comes first, and what comes before it not at all: the order of the others is the
/// same for everybody. A chosen one that is not there, such as a receiver that was closed, stops nothing.
static void begin_with(std::vector<Way>& ways, ChosenChannel chosen) {
    const auto wanted = *json::enumerator_of<Channel>(json::name_of(chosen));
    const auto first = std::ranges::find(ways, wanted, &Way::channel);
    if (first != ways.end()) ways.erase(ways.begin(), first);
}

/// The mailbox of an organisation counts as there: whether it is, is asked when it matters.
static Result<std::vector<Way>> possible_ways(db::Reader& reader, const Destination& destination) {
    std::vector<Way> ways;
    store::Taking taking;
    const auto& addressee = destination.addressee;
    if (addressee.organisation_number) {
        taking = TRY(store::taking_of(reader, {*addressee.organisation_number, destination.department,
                                               destination.dispatch_type, destination.level}));
        if (taking.receiver) ways.push_back({Channel::receiver, *taking.receiver, taking.receiver_name});
    }
    if (addressee.kind == RecipientKind::person && destination.has_digital_mailbox)
        ways.push_back({Channel::digital_mailbox});
    if (addressee.kind != RecipientKind::address && destination.has_altinn) ways.push_back({Channel::altinn});
    if (addressee.kind != RecipientKind::address) ways.push_back({Channel::mailbox});
    if (!destination.is_digital_only) ways.push_back({Channel::print});
    if (!taking.channel) return ways;
    const bool can_begin = *taking.channel != ChosenChannel::mailbox || TRY(has_mailbox(reader, addressee));
    if (can_begin) begin_with(ways, *taking.channel);
    return ways;
}

Result<std::vector<Way>> ways_to(db::Reader& reader, const Destination& destination) {
    auto ways = TRY(possible_ways(reader, destination));
    if (!TRY(has_mailbox(reader, destination.addressee)))
        std::erase_if(ways, [](const Way& way) { return way.channel == Channel::mailbox; });
    return ways;
}

/// The first behind the one given. Nothing is asked about those that come after it.
static Result<Way> next_way(db::Reader& reader, const Destination& destination, Channel behind) {
    for (auto& way : TRY(possible_ways(reader, destination))) {
        if (way.channel <= behind) continue;
        if (way.channel != Channel::mailbox || TRY(has_mailbox(reader, destination.addressee))) return std::move(way);
    }
    return Way{};
}

/// A person is told as the contact register says, an organisation as it has decided itself.
static Result<void> tell_of_arrival(const Settling& settling, const Dispatch& dispatch, const Recipient& addressee) {
    if (addressee.kind == RecipientKind::person) return queue_notices(settling, dispatch);
    const auto owner = TRY(directory::find_organisation_by_key(settling.transaction, *addressee.organisation_number));
    return store::raise(settling.transaction,
                        {owner.id.to_string(), AlertKind::letter_arrived, dispatch.id.to_string()}, settling.now);
}

Result<void> route_onwards(const Settling& settling, Dispatch dispatch, Channel behind, std::vector<Happening> lead) {
    const auto recipients = TRY(store::recipients(settling.transaction, dispatch.id));
    return route_onwards(settling, std::move(dispatch), recipients.front(), behind, std::move(lead));
}

Result<void> route_onwards(const Settling& settling, Dispatch dispatch, const Recipient& addressee, Channel behind,
                           std::vector<Happening> lead, bool has_digital_mailbox) {
    const bool has_altinn =
        behind < Channel::altinn && TRY(may_go_to_altinn(settling.transaction, settling.office, dispatch));
    const auto chosen = TRY(next_way(settling.transaction,
                                     {addressee, dispatch.department, dispatch.dispatch_type, dispatch.level,
                                      dispatch.is_digital_only, has_digital_mailbox, has_altinn},
                                     behind));
    dispatch.receiver_id = chosen.receiver_id;
    dispatch.channel = chosen.channel;
    const auto go = [&](Status status, HappeningKind kind) {
        lead.push_back(settling.happening(kind, status, chosen.receiver_name));
        return settling.move(dispatch, status, lead);
    };
    switch (chosen.channel) {
    case Channel::receiver:
        return go(Status::ready_for_receiver, HappeningKind::ready_for_receiver);
    case Channel::digital_mailbox:
    case Channel::altinn: {
        const auto& carrier = *carrier_of(chosen.channel);
        TRY(queue_hand_over(settling.transaction, settling.office, carrier, dispatch.id, 0, settling.now));
        return go(Status::accepted, carrier.waits);
    }
    case Channel::mailbox:
        TRY(tell_of_arrival(settling, dispatch, addressee));
        return go(Status::notified, HappeningKind::notified);
    case Channel::print:
        return go(Status::accepted, HappeningKind::waits_for_print);
    default:
        return go(Status::not_delivered, HappeningKind::not_delivered);
    }
}

} // namespace dispatch
