#pragma once
// Reading another person's post by virtue of a delegation, or as their guardian. Whoever does it says so by the
// address: nothing of it is reached from one's own mailbox, and what only the recipient does (sign, put away) has no
// such address.
#include "dispatch/actions/keep_guardianships.hpp"
#include "dispatch/actions/open_letter.hpp"

namespace dispatch {

/// The giver's mailbox, as much of it as the delegation lets the receiver see now. Fails with
/// dispatch.delegation_not_found: somebody else's, not accepted, not begun, ended or over.
Result<Mailbox> mailbox_by_delegation(db::Reader&, const Principal&, DelegationId, Date today);

/// Fails with dispatch.dispatch_not_found for everything that may not be seen, as for somebody else's letter.
Result<FoundLetter> letter_by_delegation(db::Reader&, const Principal&, DelegationId, DispatchId, Date today);

/// Opens it: from now on its documents can be read by virtue of this delegation, and the recipient sees by whom. The
/// letter counts as read only where the delegation says so: else it goes on paper as if nobody had seen it, so that a
/// person never loses a letter by somebody else's look at it. Again does nothing. Fails as letter_by_delegation does.
Result<void> open_letter_by_delegation(const Settling&, DelegationId, DispatchId);

/// The guarded person's mailbox. Asks the register unless it said yes lately. Fails as confirm_guardianship does.
Result<Mailbox> mailbox_by_guardianship(const Office&, db::Reader&, const Principal&, GuardianshipId, Instant now);
/// The same without asking, for a transaction that has been asked for: an answer older than a day is none.
Result<Mailbox> confirmed_mailbox(const Office&, db::Reader&, const Principal&, GuardianshipId, Instant now);

/// Opens it: from now on its documents can be read by virtue of this guardianship, and the guarded person sees by whom.
/// The letter counts as read: the guardian acts in the place of one who may not read it at all, and paper to the same
/// door would be read by the same guardian, later. Again does nothing. To be confirmed before. Fails as
/// confirmed_mailbox does, and with dispatch.dispatch_not_found.
Result<void> open_letter_by_guardianship(const Settling&, GuardianshipId, DispatchId);

} // namespace dispatch
