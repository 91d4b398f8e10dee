#pragma once
// Reading another person's post by virtue of a delegation. Whoever does it says so by the address: nothing of it is
// reached from one's own mailbox, and what only the recipient does (sign, put away) has no such address.
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

} // namespace dispatch
