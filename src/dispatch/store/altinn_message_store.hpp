#pragma once
// Letters handed over to Altinn, and when it is asked what has become of them.
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct AltinnMessage {
    DispatchId dispatch_id;
    std::string message_id; ///< Altinn's own; empty while it is not known.
    Instant begun_at;
    std::optional<Instant> handed_over_at;
};

namespace store {

Result<std::optional<AltinnMessage>> altinn_message(db::Reader&, DispatchId);
/// Before an attempt.
Result<void> begin_altinn_message(db::Transaction&, DispatchId, Instant now);
/// It is Altinn's now; it is asked about from the time given.
Result<void> set_altinn_message(db::Transaction&, DispatchId, std::string_view message_id, Instant ask_at, Instant now);
/// Those that Altinn is to be asked about, those that have waited longest first.
Result<std::vector<AltinnMessage>> altinn_questions(db::Reader&, Instant now, int limit);
/// Nothing: it is not asked about any more.
Result<void> set_altinn_question(db::Transaction&, DispatchId, std::optional<Instant> ask_at);

} // namespace store
} // namespace dispatch
