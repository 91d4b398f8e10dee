#pragma once
#include "news/follow.hpp"
#include "platform/http/call.hpp"

namespace news {

/// Those on whose behalf the principal follows: themselves, and the organisation they act for.
std::vector<Follower> followers_of(const Principal&);

struct FollowRequest {
    Followable subject;
    bool for_organisation = false; ///< Else for oneself.
    bool by_mail = false;
};
/// Follows something, or changes how. Fails with news.no_organisation, platform.right_missing.
Result<FollowId> follow(db::Transaction&, const Services&, const Principal&, const FollowRequest&, Instant now);
/// Stops following. Fails with news.follow_not_found when it is nobody's whom the principal speaks for.
Result<void> stop_following(db::Transaction&, const Services&, const Principal&, FollowId, Instant now);

} // namespace news
