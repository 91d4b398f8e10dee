#pragma once
// Letters to people's mailboxes with providers: which may go there, and what comes of handing one over.
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/actions/carry.hpp"
#include "dispatch/store/account_store.hpp"

namespace dispatch {

/// Whether a letter may go to the mailbox that its addressee was found to have: its account has said yes, and nothing
/// in it would be lost there.
bool may_go_to_digital_mailbox(const Office&, const Account&, const Envelope&, const AskedRegisters&);

/// What was handed over is the access point's to deliver. What has moved on meanwhile stays as it is.
Result<void> settle_handed_over(const Settling&, DispatchId);

/// What a receipt says of a letter of ours. One that was taken before, and one about a letter that we know nothing of,
/// changes nothing. Fails with registers.receipt_faulty when it was signed by another than the letter's provider.
Result<void> settle_receipt(const Settling&, const registers::MailboxReceipt&);

} // namespace dispatch
