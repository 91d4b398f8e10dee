#include "dispatch/domain/prospect.hpp"

#include "dispatch/domain/carrier.hpp"
#include "dispatch/domain/working_time.hpp"

#include <algorithm>

namespace dispatch {

/// The reading deadline counts working days, the longest wait does not: whichever comes first.
static Prospect unread_prospect(const Standing& standing, Instant longest) {
    if (!standing.has_content) return {NextStep::ended, longest};
    const auto deadline = after_working_hours(standing.since, standing.read_deadline);
    if (deadline > longest) return {NextStep::ended, longest};
    return {standing.is_digital_only ? NextStep::ended : NextStep::sent_to_print, deadline};
}

std::optional<Prospect> prospect_of(const Standing& standing) {
    const auto patience = std::ranges::find(patiences, standing.status, &Patience::status);
    if (patience == patiences.end()) return {};
    const Instant longest = standing.since + patience->hours;
    switch (standing.status) {
    case Status::received:
        return Prospect{NextStep::checked, longest};
    case Status::ready_for_receiver:
        return Prospect{NextStep::fetched, longest};
    case Status::sent_to_digital_mailbox:
    case Status::sent_to_altinn:
        return Prospect{NextStep::confirmed, longest};
    case Status::sent_to_print:
        return Prospect{NextStep::printed, longest};
    case Status::notified:
        return unread_prospect(standing, longest);
    default:
        if (carrier_of(standing.channel) != nullptr) {
            return Prospect{NextStep::handed_over, standing.since + carrier_patience};
        }
        return Prospect{standing.has_content ? NextStep::taken_to_print : NextStep::ended, longest};
    }
}

PaperOutlook paper_outlook(const Standing& standing) {
    if (standing.status == Status::sent_to_print || standing.status == Status::printed) return PaperOutlook::sent;
    if (standing.is_digital_only) return PaperOutlook::never;
    const auto prospect = prospect_of(standing);
    if (!prospect) return PaperOutlook::none;
    if (prospect->step == NextStep::sent_to_print) return PaperOutlook::unless_read;
    return prospect->step == NextStep::taken_to_print ? PaperOutlook::next_run : PaperOutlook::none;
}

} // namespace dispatch
