#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Reads what has become of letters in digital mailboxes. Each receipt is settled in one transaction and then marked
/// read, so that none is lost; one that comes again counts once. One that is not believed is left where it lies, for
/// the operator: it may be our list of whom to trust that is old.
Result<void> read_mailbox_receipts(const Office&);

} // namespace dispatch
