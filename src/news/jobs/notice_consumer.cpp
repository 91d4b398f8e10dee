#include "news/domain/mail_job.hpp"
#include "news/news.hpp"
#include "news/store/follow_store.hpp"

namespace news {

/// The page of what happened: the followed thing's own.
static store::Notice notice_for(const Services& services, const store::Follow& follow,
                                const journal::StoredEvent& event) {
    return {NoticeId::make(event.at, services.random),
            follow.follower,
            event.sequence,
            event.at,
            event.type,
            follow.subject.title,
            follow.subject.path,
            {}};
}

static Result<void> tell(db::Transaction& transaction, const Services& services, const store::Follow& follow,
                         const journal::StoredEvent& event) {
    const auto notice = notice_for(services, follow, event);
    const bool is_new = TRY(store::insert(transaction, notice));
    if (!is_new || !follow.by_mail) return {};
    const auto payload = json::write(MailJob{follow.followed_by, notice.id.to_string()});
    return jobs::enqueue(transaction, mail_job, payload, event.at, event.at, services.random, notice.id.to_string());
}

journal::Consumer notice_consumer(const Services& services) {
    return {"news.notices",
            [&services](db::Transaction& transaction, const journal::StoredEvent& event) -> Result<void> {
                if (event.visibility != journal::Visibility::everybody) return {};
                for (const auto& [kind, id] : event.subjects) {
                    for (const auto& follow : TRY(store::followers_of(transaction, kind, id))) {
                        // Nobody needs to be told what they did themselves.
                        if (follow.followed_by == event.actor_id) continue;
                        TRY(tell(transaction, services, follow, event));
                    }
                }
                return {};
            }};
}

} // namespace news
