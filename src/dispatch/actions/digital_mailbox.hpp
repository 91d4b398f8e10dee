#pragma once
// Letters to people's mailboxes with providers: which may go there, and what comes of handing one over.
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/account_store.hpp"

namespace dispatch {

/// The job that hands a letter over.
inline constexpr std::string_view hand_over_job = "dispatch.deliver";

/// Whether a letter may go to the mailbox that its addressee was found to have: its account has said yes, and nothing
/// in it would be lost there. Links, requests for a signature and answers are for the mailbox here.
bool may_go_to_digital_mailbox(const Office&, const Account&, const Envelope&, const AskedRegisters&);

/// The first attempt is number nought; the pauses between them grow.
Result<void> queue_hand_over(db::Transaction&, const Office&, DispatchId, std::int64_t attempt, Instant now);

/// Whether it still waits to be handed over.
bool waits_for_digital_mailbox(const Dispatch&);

/// What was handed over is the access point's to deliver. What has moved on meanwhile stays as it is.
Result<void> settle_handed_over(const Settling&, DispatchId);
/// It cannot be handed over, or was not delivered: it takes the next way. is_for_paper: the recipient has said no to
/// all digital post.
Result<void> leave_digital_mailbox(const Settling&, DispatchId, HappeningKind why, bool is_for_paper = false);

/// What a receipt says of a letter of ours. One that was taken before, and one about a letter that we know nothing of,
/// changes nothing. Fails with registers.receipt_faulty when it was signed by another than the letter's provider.
Result<void> settle_receipt(const Settling&, const registers::MailboxReceipt&);

} // namespace dispatch
