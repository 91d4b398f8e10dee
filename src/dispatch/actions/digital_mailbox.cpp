#include "dispatch/actions/digital_mailbox.hpp"

#include "dispatch/actions/route.hpp"
#include "dispatch/store/mailbox_letter_store.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/described_members.hpp"
#include "registers/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

using namespace std::chrono_literals;

bool may_go_to_digital_mailbox(const Office& office, const Account& account, const Envelope& envelope,
                               const AskedRegisters& asked) {
    if (!office.digital_mailboxes || !account.uses_digital_mailboxes || !asked.has_digital_mailbox) return false;
    const bool is_for_here = !envelope.links.empty() || envelope.signing_ends_at || envelope.can_be_replied_to;
    std::int64_t bytes = 0;
    for (const auto& document : envelope.documents)
        bytes += document.bytes;
    const bool is_all_pdf = std::ranges::all_of(
        envelope.documents, [](const Document& document) { return document.media_type == "application/pdf"; });
    return !is_for_here && is_all_pdf && bytes <= registers::DigitalMailboxes::bytes_max;
}

Result<void> queue_hand_over(db::Transaction& transaction, const Office& office, DispatchId id, std::int64_t attempt,
                             Instant now) {
    static constexpr std::chrono::minutes pause_min{1}, pause_max{30};
    static constexpr std::int64_t doublings_max = 5;
    const auto grown = pause_min * (1 << std::min(attempt, doublings_max));
    const std::chrono::minutes pause = attempt == 0 ? 0min : std::min(pause_max, std::chrono::minutes{grown});
    const auto payload = fmt::format(R"({{"dispatch":"{}","attempt":{}}})", id.to_string(), attempt);
    const auto key = fmt::format("{} {}", id.to_string(), attempt);
    return jobs::enqueue(transaction, hand_over_job, payload, now + pause, now, office.services.random, key);
}

bool waits_for_digital_mailbox(const Dispatch& dispatch) {
    return dispatch.status == Status::accepted && dispatch.channel == Channel::digital_mailbox && dispatch.wrapped_key;
}

Result<void> settle_handed_over(const Settling& settling, DispatchId id) {
    auto dispatch = TRY(store::find(settling.transaction, id));
    if (!dispatch || !waits_for_digital_mailbox(*dispatch)) return {};
    TRY(store::set_handed_over(settling.transaction, id, settling.now));
    return settling.move(*dispatch, Status::sent_to_digital_mailbox,
                         {settling.happening(HappeningKind::sent_to_digital_mailbox, Status::sent_to_digital_mailbox)});
}

Result<void> leave_digital_mailbox(const Settling& settling, DispatchId id, HappeningKind why, bool is_for_paper) {
    auto dispatch = TRY(store::find(settling.transaction, id));
    const bool is_there = dispatch && dispatch->channel == Channel::digital_mailbox &&
                          (dispatch->status == Status::accepted || dispatch->status == Status::sent_to_digital_mailbox);
    if (!is_there) return {};
    auto happening = settling.happening(why, dispatch->status);
    return route_onwards(settling, *std::move(dispatch), is_for_paper ? Channel::mailbox : Channel::digital_mailbox,
                         {std::move(happening)});
}

/// Delivered after all, also when it was given up here and lies in our own mailbox or waits for paper: then paper it
/// must not become. What is in a print run already cannot be called back.
static Result<void> settle_delivered(const Settling& settling, Dispatch dispatch) {
    using enum Status;
    const bool is_open =
        dispatch.status == accepted || dispatch.status == notified || dispatch.status == sent_to_digital_mailbox;
    if (!is_open) return {};
    dispatch.channel = Channel::digital_mailbox;
    return settling.move(
        dispatch, delivered_to_digital_mailbox,
        {settling.happening(HappeningKind::delivered_to_digital_mailbox, delivered_to_digital_mailbox)});
}

Result<void> settle_receipt(const Settling& settling, const registers::MailboxReceipt& receipt) {
    const auto id = DispatchId::parse(receipt.letter);
    if (!id) return {};
    const auto trace = TRY(store::mailbox_letter(settling.transaction, *id));
    auto dispatch = TRY(store::find(settling.transaction, *id));
    if (!trace || !dispatch) return {};
    if (trace->provider_number != receipt.provider_number) {
        return registers::receipt_faulty.error({{"what", "x5c"}});
    }
    if (!TRY(store::insert_mailbox_receipt(settling.transaction, receipt.id, *id, json::name_of(receipt.kind),
                                           settling.now))) {
        return {};
    }
    switch (receipt.kind) {
    case registers::MailboxReceiptKind::delivered:
        return settle_delivered(settling, *std::move(dispatch));
    case registers::MailboxReceiptKind::opened:
        return mark_read(settling, *std::move(dispatch), HappeningKind::read_elsewhere, "digital postkasse");
    case registers::MailboxReceiptKind::failed:
        return leave_digital_mailbox(settling, *id, HappeningKind::digital_mailbox_failed);
    case registers::MailboxReceiptKind::notice_failed:
        break;
    }
    // The letter lies where it should; that nobody could be told of it is between the provider and the recipient.
    return store::add(settling.transaction, *id,
                      {settling.happening(HappeningKind::notice_impossible, dispatch->status)});
}

} // namespace dispatch
