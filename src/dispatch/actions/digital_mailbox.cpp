#include "dispatch/actions/digital_mailbox.hpp"

#include "dispatch/store/mailbox_letter_store.hpp"
#include "platform/json/described_members.hpp"
#include "registers/errors.hpp"

namespace dispatch {

bool may_go_to_digital_mailbox(const Office& office, const Account& account, const Envelope& envelope,
                               const AskedRegisters& asked) {
    if (!office.digital_mailboxes || !account.uses_digital_mailboxes || !asked.has_digital_mailbox) return false;
    return can_be_carried(envelope, registers::DigitalMailboxes::bytes_max);
}

Result<void> settle_handed_over(const Settling& settling, DispatchId id) {
    const auto dispatch = TRY(store::find(settling.transaction, id));
    if (!dispatch || !waits_for(mailbox_carrier, *dispatch)) return {};
    TRY(store::set_handed_over(settling.transaction, id, settling.now));
    return settle_taken(settling, mailbox_carrier, id);
}

/// Delivered after all, also when it was given up here and lies in another mailbox or waits for paper: then paper it
/// must not become. What is in a print run already cannot be called back.
static Result<void> settle_delivered(const Settling& settling, Dispatch dispatch) {
    using enum Status;
    const bool is_open = dispatch.status == accepted || dispatch.status == notified ||
                         dispatch.status == sent_to_digital_mailbox || dispatch.status == sent_to_altinn;
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
        return leave(settling, mailbox_carrier, *id, HappeningKind::digital_mailbox_failed);
    case registers::MailboxReceiptKind::notice_failed:
        break;
    }
    // The letter lies where it should; that nobody could be told of it is between the provider and the recipient.
    return store::add(settling.transaction, *id,
                      {settling.happening(HappeningKind::notice_impossible, dispatch->status)});
}

} // namespace dispatch
