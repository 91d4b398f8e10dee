#include "news/domain/mail_job.hpp"
#include "news/news.hpp"
#include "news/store/follow_store.hpp"

#include <fmt/format.h>

namespace news {

/// The page of what happened: the followed thing's own.
static store::Notice notice_for(const Services& services, const Follower& follower, const std::string& title,
                                const std::string& path, const journal::StoredEvent& event) {
    return {NoticeId::make(event.at, services.random), follower, event.sequence, event.at, event.type, title, path, {}};
}

static Result<void> queue_mail(db::Transaction& transaction, const Services& services, const store::Notice& notice,
                               const MailJob& wanted, std::string_view key) {
    return jobs::enqueue(transaction, mail_job, json::write(wanted), notice.at, notice.at, services.random, key);
}

static Result<void> tell(db::Transaction& transaction, const Services& services, const store::Follow& follow,
                         const journal::StoredEvent& event) {
    const auto notice = notice_for(services, follow.follower, follow.subject.title, follow.subject.path, event);
    const bool is_new = TRY(store::insert(transaction, notice));
    if (!is_new || !follow.by_mail) return {};
    const auto id = notice.id.to_string();
    return queue_mail(transaction, services, notice, {follow.followed_by, id, false}, id);
}

static Result<void> tell(db::Transaction& transaction, const Services& services, const Addressed& addressed,
                         const journal::StoredEvent& event) {
    const auto notice = notice_for(services, addressed.follower, addressed.title, addressed.path, event);
    if (!TRY(store::insert(transaction, notice))) return {};
    for (const auto& person : addressed.people) {
        if (person == event.actor_id) continue;
        // Whoever acts for several that are asked gets one mail of it.
        TRY(queue_mail(transaction, services, notice, {person, notice.id.to_string(), true},
                       fmt::format("{}:{}", event.sequence, person)));
    }
    return {};
}

journal::Consumer notice_consumer(const Services& services, AddressedBy addressed_by) {
    return {"news.notices",
            [&services, addressed_by = std::move(addressed_by)](db::Transaction& transaction,
                                                                const journal::StoredEvent& event) -> Result<void> {
                if (event.visibility != journal::Visibility::everybody) return {};
                for (const auto& [kind, id] : event.subjects) {
                    for (const auto& follow : TRY(store::followers_of(transaction, kind, id))) {
                        // Nobody needs to be told what they did themselves.
                        if (follow.followed_by == event.actor_id) continue;
                        TRY(tell(transaction, services, follow, event));
                    }
                }
                if (!addressed_by) return {};
                for (const auto& addressed : TRY(addressed_by(transaction, event)))
                    TRY(tell(transaction, services, addressed, event));
                return {};
            }};
}

} // namespace news
