#pragma once
// What is followed, and by whom.
#include "platform/id.hpp"

#include <string>

namespace news {

using FollowId = Id<struct FollowTag>;
using NoticeId = Id<struct NoticeTag>;

/// Something with a page and events of its own.
struct Followable {
    std::string kind, id; ///< As in the journal's subjects: ("case", id).
    std::string title;
    std::string path; ///< Without language prefix.
};

/// A person, or an organisation on whose behalf its people follow together.
struct Follower {
    std::string kind; ///< "person" or "organisation"
    std::string id;
    bool operator==(const Follower&) const = default;
};

} // namespace news
