#pragma once
// Letters handed over to digital mailboxes, and the receipts that came of it.
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>

namespace dispatch {

struct MailboxLetterTrace {
    std::string provider_number;
    Instant begun_at;
    std::optional<Instant> handed_over_at;
};

namespace store {

Result<std::optional<MailboxLetterTrace>> mailbox_letter(db::Reader&, DispatchId);
/// Before an attempt; the provider of the latest one counts.
Result<void> begin_mailbox_letter(db::Transaction&, DispatchId, std::string_view provider_number, Instant now);
Result<void> set_handed_over(db::Transaction&, DispatchId, Instant now);
/// False when it was there before.
Result<bool> insert_mailbox_receipt(db::Transaction&, std::string_view id, DispatchId, std::string_view kind,
                                    Instant now);

} // namespace store
} // namespace dispatch
