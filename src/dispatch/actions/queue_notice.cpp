#include "dispatch/actions/queue_notice.hpp"

#include "dispatch/store/account_store.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch {

Result<void> queue_notice(db::Transaction& transaction, const Office& office, DispatchId id, NoticeOccasion occasion,
                          Instant from, Instant now) {
    const auto due = next_notice_time(from, office.notice_hours);
    const auto payload = fmt::format(R"({{"dispatch":"{}","occasion":"{}"}})", id.to_string(), json::name_of(occasion));
    const auto key = fmt::format("{} {} {}", id.to_string(), json::name_of(occasion), due.time_since_epoch().count());
    return jobs::enqueue(transaction, notice_job, payload, due, now, office.services.random, key);
}

Result<void> queue_notices(const Settling& settling, const Dispatch& dispatch) {
    const auto& office = settling.office;
    if (!office.contacts || (!office.send_mail && office.gateway.url.empty())) return {};
    const auto queue = [&](NoticeOccasion occasion, Instant from) {
        return queue_notice(settling.transaction, office, dispatch.id, occasion, from, settling.now);
    };
    TRY(queue(NoticeOccasion::arrival, settling.now));
    const auto account = TRY(store::account(settling.transaction, dispatch.account_id));
    if (!account) return {};
    const auto reminder = reminder_time(settling.now, account->read_deadline);
    return reminder ? queue(NoticeOccasion::reminder, *reminder) : Result<void>{};
}

} // namespace dispatch
