#include "dispatch/actions/carry.hpp"

#include "dispatch/actions/route.hpp"
#include "dispatch/domain/notice.hpp"
#include "platform/jobs/jobs.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

using namespace std::chrono_literals;

bool can_be_carried(const Envelope& envelope, std::int64_t bytes_max) {
    const bool is_for_here = !envelope.links.empty() || envelope.signing_ends_at || envelope.can_be_replied_to;
    std::int64_t bytes = 0;
    for (const auto& document : envelope.documents)
        bytes += document.bytes;
    const bool is_all_pdf = std::ranges::all_of(
        envelope.documents, [](const Document& document) { return document.media_type == "application/pdf"; });
    return !is_for_here && is_all_pdf && bytes <= bytes_max;
}

Result<void> queue_hand_over(db::Transaction& transaction, const Office& office, const Carrier& carrier, DispatchId id,
                             std::int64_t attempt, Instant now) {
    static constexpr std::chrono::minutes pause_min{1}, pause_max{30};
    static constexpr std::int64_t doublings_max = 5;
    const auto grown = pause_min * (1 << std::min(attempt, doublings_max));
    const std::chrono::minutes pause = attempt == 0 ? 0min : std::min(pause_max, std::chrono::minutes{grown});
    const auto due =
        carrier.channel == Channel::altinn ? next_notice_time(now + pause, office.notice_hours) : now + pause;
    const auto payload = fmt::format(R"({{"dispatch":"{}","attempt":{}}})", id.to_string(), attempt);
    // A letter may come to the next carrier after the first gave it up.
    const auto key = fmt::format("{} {} {}", id.to_string(), carrier.name, attempt);
    return jobs::enqueue(transaction, hand_over_job, payload, due, now, office.services.random, key);
}

bool waits_for(const Carrier& carrier, const Dispatch& dispatch) {
    return dispatch.status == Status::accepted && dispatch.channel == carrier.channel && dispatch.wrapped_key;
}

Result<void> settle_taken(const Settling& settling, const Carrier& carrier, DispatchId id) {
    auto dispatch = TRY(store::find(settling.transaction, id));
    if (!dispatch || !waits_for(carrier, *dispatch)) return {};
    return settling.move(*dispatch, carrier.taken, {settling.happening(carrier.sent, carrier.taken)});
}

Result<void> leave(const Settling& settling, const Carrier& carrier, DispatchId id, HappeningKind why,
                   bool is_for_paper) {
    auto dispatch = TRY(store::find(settling.transaction, id));
    // What lies in an inbox in Altinn and was taken away there is left too; it has not been read.
    const bool is_there = dispatch && dispatch->channel == carrier.channel &&
                          (dispatch->status == Status::accepted || dispatch->status == carrier.taken ||
                           dispatch->status == Status::notified);
    if (!is_there) return {};
    auto happening = settling.happening(why, dispatch->status);
    return route_onwards(settling, *std::move(dispatch), is_for_paper ? Channel::mailbox : carrier.channel,
                         {std::move(happening)});
}

} // namespace dispatch
