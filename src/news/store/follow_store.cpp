#include "news/store/follow_store.hpp"

#include <fmt/format.h>

namespace news::store {

static constexpr std::string_view follow_columns =
    "id, follower_kind, follower_id, subject_kind, subject_id, title, path, by_mail, followed_by, since";

static Follow follow_of(const db::Row& row) {
    return {row.id<FollowId>(0),
            {row.text(1), row.text(2)},
            {row.text(3), row.text(4), row.text(5), row.text(6)},
            row.flag(7),
            row.text(8),
            row.instant(9)};
}

static Result<std::vector<Follow>> follows(db::Reader& reader, std::string_view condition,
                                           const db::Arguments& arguments) {
    const auto rows = TRY(reader.query(
        fmt::format("SELECT {} FROM news_follow WHERE {} ORDER BY since DESC, id", follow_columns, condition),
        arguments));
    std::vector<Follow> found;
    for (const auto& row : rows)
        found.push_back(follow_of(row));
    return found;
}

static std::optional<Follow> first_of(std::vector<Follow> found) {
    if (found.empty()) return {};
    return std::move(found.front());
}

Result<FollowId> put(db::Transaction& transaction, const Follow& follow) {
    const auto rows = TRY(transaction.query(
        "INSERT INTO news_follow (id, follower_kind, follower_id, subject_kind, subject_id, title, path, by_mail,"
        " followed_by, since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        " ON CONFLICT (follower_kind, follower_id, subject_kind, subject_id)"
        " DO UPDATE SET by_mail = excluded.by_mail, title = excluded.title, path = excluded.path RETURNING id",
        {follow.id, follow.follower.kind, follow.follower.id, follow.subject.kind, follow.subject.id,
         follow.subject.title, follow.subject.path, follow.by_mail, follow.followed_by, follow.since}));
    return rows.front().id<FollowId>(0);
}

Result<std::optional<Follow>> find_follow(db::Reader& reader, FollowId id) {
    return first_of(TRY(follows(reader, "id = $1", {id})));
}

Result<std::optional<Follow>> find_follow(db::Reader& reader, const Follower& follower, std::string_view subject_kind,
                                          std::string_view subject_id) {
    return first_of(
        TRY(follows(reader, "follower_kind = $1 AND follower_id = $2 AND subject_kind = $3 AND subject_id = $4",
                    {follower.kind, follower.id, subject_kind, subject_id})));
}

Result<std::vector<Follow>> follows_of(db::Reader& reader, const Follower& follower) {
    return follows(reader, "follower_kind = $1 AND follower_id = $2", {follower.kind, follower.id});
}

Result<std::vector<Follow>> followers_of(db::Reader& reader, std::string_view subject_kind,
                                         std::string_view subject_id) {
    return follows(reader, "subject_kind = $1 AND subject_id = $2", {subject_kind, subject_id});
}

Result<void> remove(db::Transaction& transaction, FollowId id) {
    return transaction.enqueue("DELETE FROM news_follow WHERE id = $1", {id});
}

Result<std::int64_t> stop_mail(db::Transaction& transaction, std::string_view person_id) {
    return transaction.execute("UPDATE news_follow SET by_mail = 0 WHERE followed_by = $1 AND by_mail = 1",
                               {person_id});
}

Result<std::int64_t> count_for_organisation(db::Reader& reader, std::string_view organisation_id) {
    const auto rows = TRY(reader.query("SELECT COUNT(*) FROM news_follow"
                                       " WHERE (follower_kind = 'organisation' AND follower_id = $1)"
                                       " OR (subject_kind = 'organisation' AND subject_id = $1)",
                                       {organisation_id}));
    return rows.front().number(0);
}

Result<std::int64_t> move_organisation(db::Transaction& transaction, std::string_view from, std::string_view to) {
    // What the successor follows already is not followed twice.
    TRY(transaction.execute("DELETE FROM news_follow WHERE follower_kind = 'organisation' AND follower_id = $1"
                            " AND EXISTS (SELECT 1 FROM news_follow other WHERE other.follower_kind = 'organisation'"
                            " AND other.follower_id = $2 AND other.subject_kind = news_follow.subject_kind"
                            " AND other.subject_id = news_follow.subject_id)",
                            {from, to}));
    return transaction.execute(
        "UPDATE news_follow SET follower_id = $2 WHERE follower_kind = 'organisation' AND follower_id = $1",
        {from, to});
}

} // namespace news::store
