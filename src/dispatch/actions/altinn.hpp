#pragma once
// Letters to inboxes in Altinn: which may go there, and what comes of handing one over.
#include "dispatch/actions/carry.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/altinn_message_store.hpp"

namespace dispatch {

/// Whether a letter may go to Altinn: its account has said yes, nothing in it would be lost there, and nobody would see
/// it who should not. What asks for the highest level of log-in stays here, since a message there cannot ask for it;
/// confidential post goes where there is a resource of its own for it.
bool may_go_to_altinn(const Office&, const Account&, const Envelope&);
/// The same of one that is kept; its account and envelope are looked up only where letters go to Altinn at all. Fails
/// with platform.seal_broken.
Result<bool> may_go_to_altinn(db::Reader&, const Office&, const Dispatch&);

/// Altinn has it, as a message with the id given, and is asked about it from now on. What has moved on meanwhile stays
/// as it is.
Result<void> settle_altinn_message(const Settling&, DispatchId, std::string_view message_id);

/// What Altinn says of a message of ours, and when it is asked again: often while somebody waits for it, seldom after
/// that, and never when nothing more can come.
Result<void> settle_altinn_state(const Settling&, const AltinnMessage&, registers::AltinnState);

} // namespace dispatch
