#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/mailbox_store.hpp"

namespace dispatch {

/// The mailboxes that somebody may read.
struct Mailboxes {
    directory::PersonId reading;
    std::optional<Mailbox> own;          ///< Nothing for somebody whose identity number is not known.
    std::optional<Mailbox> organisation; ///< Of the organisation they act for, with the right to read its post.
    std::string organisation_name;       ///< Of the latter.
};
Result<Mailboxes> mailboxes_of(db::Reader&, const Principal&);

/// A letter, and where it lies.
struct FoundLetter {
    Letter letter;
    Mailbox mailbox;
};
/// From one's own mailbox before the organisation's. Fails with dispatch.dispatch_not_found, also when it is somebody
/// else's.
Result<FoundLetter> letter_for(db::Reader&, const Principal&, DispatchId);

/// Whether the log-in is too weak for the letter: level 4 asks for "high".
bool is_locked(const Dispatch&, const Principal&);
/// The same as letter_for; fails also with dispatch.assurance_too_low.
Result<FoundLetter> readable_letter(db::Reader&, const Principal&, DispatchId);

/// Opens a letter: from now on this reader can read its documents, and when the addressee did it, the sender sees that
/// it was. An organisation's letter is opened by each who reads it, and the others see who did. Again does nothing.
/// Fails as readable_letter does.
Result<void> open_letter(const Settling&, DispatchId);

/// The recipient has it now, and when it is the addressee, the sender sees that it is read.
Result<void> note_read(const Settling&, const Letter&);

/// Puts a letter away, or takes it out again. Again does nothing. Fails as letter_for does.
Result<void> archive_letter(const Settling&, DispatchId, bool is_put_away);

} // namespace dispatch
