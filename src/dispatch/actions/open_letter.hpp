#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/mailbox_store.hpp"

namespace dispatch {

/// The keyed hash that the person's post is found by; nothing for somebody whose identity number is not known.
Result<std::optional<db::Bytes>> mailbox_of(db::Reader&, const Principal&);

/// Opens a letter: from now on its documents can be read, and when the addressee did it, the sender sees that it was.
/// Again does nothing. Fails with dispatch.dispatch_not_found, dispatch.assurance_too_low (level 4 asks for "high").
Result<void> open_letter(const Settling&, const db::Bytes& identity_hash, DispatchId);

} // namespace dispatch
