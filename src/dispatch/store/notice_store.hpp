#pragma once
#include "dispatch/domain/notice.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

namespace dispatch {

/// One for each letter, occasion and way.
struct Notice {
    DispatchId dispatch;
    NoticeOccasion occasion = NoticeOccasion::arrival;
    NoticeWay way = NoticeWay::mail;
    std::optional<NoticeOutcome> outcome{}; ///< Nothing while it is on its way.
};

namespace store {

Result<std::optional<Notice>> notice(db::Reader&, DispatchId, NoticeOccasion, NoticeWay);
/// False when it was begun before.
Result<bool> begin(db::Transaction&, const Notice&, Instant now);
Result<void> set_outcome(db::Transaction&, const Notice&, NoticeOutcome);
/// It was not sent, and may be tried again.
Result<void> take_back(db::Transaction&, const Notice&);

} // namespace store
} // namespace dispatch
