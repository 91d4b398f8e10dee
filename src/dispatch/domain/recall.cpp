#include "dispatch/domain/recall.hpp"

#include "dispatch/domain/errors.hpp"

namespace dispatch {

Result<RecallOutcome> recall_outcome(Status status, bool is_opened, bool is_fetched) {
    using enum Status;
    switch (status) {
    case rejected:
    case failed_in_reception:
    case not_delivered:
        return nothing_to_recall.error();
    case sent_to_digital_mailbox:
    case delivered_to_digital_mailbox:
    case sent_to_altinn:
        return RecallOutcome::fetched;
    case sent_to_print:
    case printed:
        return RecallOutcome::printed;
    case read:
        return RecallOutcome::read;
    default:
        if (is_opened) return RecallOutcome::read;
        return is_fetched ? RecallOutcome::fetched : RecallOutcome::in_time;
    }
}

} // namespace dispatch
