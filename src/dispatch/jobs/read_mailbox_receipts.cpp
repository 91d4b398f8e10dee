#include "dispatch/jobs/read_mailbox_receipts.hpp"

#include "dispatch/actions/digital_mailbox.hpp"
#include "platform/log/log.hpp"

namespace dispatch {

static Result<void> read_one(const Office& office, std::string_view text) {
    const auto receipt = TRY(office.digital_mailboxes->open(text));
    const auto by = the_program("digital postkasse");
    const auto now = office.services.clock.now();
    TRY(office.services.database.write([&](db::Transaction& transaction) {
        return settle_receipt(Settling{transaction, office, by, now}, receipt);
    }));
    return office.digital_mailboxes->mark_read(receipt.id);
}

Result<void> read_mailbox_receipts(const Office& office) {
    if (!office.digital_mailboxes) return {};
    for (const auto& text : TRY(office.digital_mailboxes->incoming())) {
        if (const auto done = read_one(office, text); !done) logging::warning("post.receipt_unread", done.error());
    }
    return {};
}

} // namespace dispatch
