#pragma once
#include "news/follow.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace news::store {

struct Follow {
    FollowId id;
    Follower follower;
    Followable subject;
    bool by_mail = false;
    std::string followed_by; ///< The person who asked for it.
    Instant since;
};

struct Notice {
    NoticeId id;
    Follower follower;
    std::int64_t sequence = 0;
    Instant at;
    std::string event_type, title, path;
    std::optional<Instant> read_at;
};

/// Puts in, or changes whether mail is wanted when it is followed already; gives the id that is kept.
Result<FollowId> put(db::Transaction&, const Follow&);
Result<std::optional<Follow>> find_follow(db::Reader&, FollowId);
Result<std::optional<Follow>> find_follow(db::Reader&, const Follower&, std::string_view subject_kind,
                                          std::string_view subject_id);
Result<std::vector<Follow>> follows_of(db::Reader&, const Follower&);
Result<std::vector<Follow>> followers_of(db::Reader&, std::string_view subject_kind, std::string_view subject_id);
Result<void> remove(db::Transaction&, FollowId);
Result<std::int64_t> stop_mail(db::Transaction&, std::string_view person_id);

/// False when the follower has a notice of the event already.
Result<bool> insert(db::Transaction&, const Notice&);
Result<std::optional<Notice>> find_notice(db::Reader&, NoticeId);
Result<std::vector<Notice>> notices_of(db::Reader&, const std::vector<Follower>&, int limit);
Result<std::vector<std::string>> organisations_with_notice(db::Reader&, std::int64_t sequence);
Result<std::int64_t> mark_read(db::Transaction&, const std::vector<Follower>&, Instant now);

Result<std::int64_t> count_for_organisation(db::Reader&, std::string_view organisation_id);
Result<std::int64_t> move_organisation(db::Transaction&, std::string_view from, std::string_view to);

} // namespace news::store
