#include "news/actions/follow.hpp"

#include "news/domain/errors.hpp"
#include "news/rights.hpp"
#include "news/store/address_store.hpp"
#include "news/store/follow_store.hpp"

#include <algorithm>

namespace news {

std::vector<Follower> followers_of(const Principal& principal) {
    std::vector<Follower> followers;
    if (principal.kind == PrincipalKind::person) followers.push_back({"person", principal.id});
    const auto& organisation = principal.organisation_id;
    const bool is_trusted = !organisation.empty() && principal.may(right::follow_for, organisation);
    if (is_trusted) followers.push_back({"organisation", organisation});
    return followers;
}

/// Following is nobody's business but the follower's: operators and the follower see the event.
static journal::Event follow_event(std::string_view type, const Followable& subject, const Follower& follower) {
    journal::Event event;
    event.type = type;
    event.subjects = {{follower.kind, follower.id}};
    event.body.text("title", subject.title).text("subjectKind", subject.kind).text("subjectId", subject.id);
    event.visibility = journal::Visibility::operators;
    return event;
}

Result<FollowId> follow(db::Transaction& transaction, const Services& services, const Principal& principal,
                        const FollowRequest& request, Instant now) {
    Follower follower{"person", principal.id};
    // A client has no self to follow for.
    if (request.for_organisation || principal.kind == PrincipalKind::client) {
        if (principal.organisation_id.empty()) return no_organisation.error();
        TRY(principal.require(right::follow_for, principal.organisation_id));
        follower = {"organisation", principal.organisation_id};
    }
    const store::Follow wanted{
        FollowId::make(now, services.random), follower, request.subject, request.by_mail, principal.id, now};
    const auto id = TRY(store::put(transaction, wanted));
    if (request.by_mail) TRY(store::want_mail(transaction, principal.id));
    if (id == wanted.id) {
        TRY(services.journal.append(transaction, principal,
                                    follow_event("news.follow_begun", request.subject, follower), now));
    }
    return id;
}

Result<void> stop_following(db::Transaction& transaction, const Services& services, const Principal& principal,
                            FollowId id, Instant now) {
    const auto kept = TRY(store::find_follow(transaction, id));
    const auto mine = followers_of(principal);
    if (!kept || std::ranges::find(mine, kept->follower) == mine.end()) return follow_not_found.error();
    if (kept->follower.kind == "organisation") TRY(principal.require(right::follow_for, kept->follower.id));
    TRY(store::remove(transaction, id));
    TRY(services.journal.append(transaction, principal,
                                follow_event("news.follow_ended", kept->subject, kept->follower), now));
    return {};
}

} // namespace news
