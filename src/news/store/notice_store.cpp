#include "news/store/follow_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace news::store {

static constexpr std::string_view notice_columns =
    "id, follower_kind, follower_id, sequence, at, event_type, title, path, read_at";

static Notice notice_of(const db::Row& row) {
    return {row.id<NoticeId>(0), {row.text(1), row.text(2)}, row.number(3), row.instant(4), row.text(5), row.text(6),
            row.text(7),         row.maybe_instant(8)};
}

Result<bool> insert(db::Transaction& transaction, const Notice& notice) {
    const auto made = TRY(transaction.execute(
        "INSERT INTO news_notice (id, follower_kind, follower_id, sequence, at, event_type, title, path)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (follower_kind, follower_id, sequence) DO NOTHING",
        {notice.id, notice.follower.kind, notice.follower.id, notice.sequence, notice.at, notice.event_type,
         notice.title, notice.path}));
    return made == 1;
}

Result<std::optional<Notice>> find_notice(db::Reader& reader, NoticeId id) {
    const auto row = TRY(reader.find(fmt::format("SELECT {} FROM news_notice WHERE id = $1", notice_columns), {id}));
    if (!row) return std::optional<Notice>{};
    return std::optional{notice_of(*row)};
}

Result<std::vector<Notice>> notices_of(db::Reader& reader, const std::vector<Follower>& followers, int limit) {
    std::vector<Notice> notices;
    for (const auto& follower : followers) {
        const auto rows = TRY(reader.query(fmt::format("SELECT {} FROM news_notice WHERE follower_kind = $1 AND"
                                                       " follower_id = $2 ORDER BY sequence DESC LIMIT $3",
                                                       notice_columns),
                                           {follower.kind, follower.id, limit}));
        for (const auto& row : rows)
            notices.push_back(notice_of(row));
    }
    std::ranges::sort(notices, std::greater{}, &Notice::sequence);
    if (notices.size() > static_cast<std::size_t>(limit)) notices.resize(static_cast<std::size_t>(limit));
    return notices;
}

Result<std::vector<std::string>> organisations_with_notice(db::Reader& reader, std::int64_t sequence) {
    std::vector<std::string> ids;
    for (const auto& row :
         TRY(reader.query("SELECT follower_id FROM news_notice WHERE follower_kind = 'organisation' AND sequence = $1",
                          {sequence}))) {
        ids.push_back(row.text(0));
    }
    return ids;
}

Result<std::int64_t> mark_read(db::Transaction& transaction, const std::vector<Follower>& followers, Instant now) {
    std::int64_t marked = 0;
    for (const auto& follower : followers) {
        marked += TRY(transaction.execute("UPDATE news_notice SET read_at = $3 WHERE follower_kind = $1 AND"
                                          " follower_id = $2 AND read_at IS NULL",
                                          {follower.kind, follower.id, now}));
    }
    return marked;
}

} // namespace news::store
