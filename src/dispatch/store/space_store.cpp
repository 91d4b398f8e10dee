#include "dispatch/store/space_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch::store {

static constexpr int rows_per_query = 1000;
static constexpr std::size_t blobs_per_query = 400;

Result<void> release(db::Transaction& transaction, const std::vector<std::string>& blobs, Instant now) {
    for (const auto& blob : blobs) {
        TRY(transaction.enqueue("INSERT INTO dispatch_released_blob (blob, released_at) VALUES ($1, $2) "
                                "ON CONFLICT (blob) DO NOTHING",
                                {blob, now}));
    }
    return {};
}

Result<void> release_documents(db::Transaction& transaction, DispatchId id, Instant now) {
    return transaction.enqueue("INSERT INTO dispatch_released_blob (blob, released_at) "
                               "SELECT DISTINCT d.blob, CAST($2 AS BIGINT) FROM dispatch_document d "
                               "WHERE d.dispatch_id = $1 AND (d.wrapped_key IS NULL OR NOT EXISTS ("
                               "SELECT 1 FROM dispatch_document other JOIN dispatch_dispatch holder "
                               "ON holder.id = other.dispatch_id WHERE other.blob = d.blob "
                               "AND other.wrapped_key IS NOT NULL AND other.dispatch_id <> $1 "
                               "AND holder.wrapped_key IS NOT NULL)) ON CONFLICT (blob) DO NOTHING",
                               {id, now});
}

Result<std::vector<std::string>> released_before(db::Reader& reader, Instant before, int limit) {
    std::vector<std::string> found;
    for (const auto& row : TRY(reader.query("SELECT blob FROM dispatch_released_blob WHERE released_at < $1 "
                                            "ORDER BY released_at, blob LIMIT $2",
                                            {before, limit}))) {
        found.push_back(row.text(0));
    }
    return found;
}

Result<void> note_given_back(db::Transaction& transaction, const std::vector<std::string>& blobs, std::int64_t bytes) {
    for (const auto& blob : blobs) {
        TRY(transaction.enqueue("DELETE FROM dispatch_released_blob WHERE blob = $1", {blob}));
    }
    return transaction.enqueue("UPDATE dispatch_space SET contents = contents + $1, bytes = bytes + $2",
                               {static_cast<std::int64_t>(blobs.size()), bytes});
}

Result<Instant> looked_until(db::Reader& reader) {
    const auto row = TRY(reader.find("SELECT looked_until FROM dispatch_space"));
    return row ? row->instant(0) : Instant{};
}

Result<void> set_looked_until(db::Transaction& transaction, Instant until) {
    return transaction.enqueue("UPDATE dispatch_space SET looked_until = $1", {until});
}

Result<void> drop_uploaded(db::Reader& reader, std::unordered_set<std::string>& blobs) {
    for (const auto& row : TRY(reader.query("SELECT blob FROM dispatch_upload_part UNION ALL "
                                            "SELECT blob FROM dispatch_upload WHERE blob IS NOT NULL"))) {
        blobs.erase(row.text(0));
    }
    return {};
}

static Result<void> drop_sent_from(db::Reader& reader, std::string_view account, Instant since,
                                   std::unordered_set<std::string>& blobs) {
    auto behind_at = since;
    std::string behind;
    for (;;) {
        const auto rows = TRY(reader.query(
            "SELECT page.id, page.received_at, d.blob FROM (SELECT id, received_at FROM dispatch_dispatch "
            "WHERE account_id = $1 AND received_at >= $2 AND (received_at > $2 OR id > $3) "
            "ORDER BY received_at, id LIMIT $4) page LEFT JOIN dispatch_document d ON d.dispatch_id = page.id "
            "ORDER BY page.received_at, page.id",
            {account, behind_at, behind, rows_per_query}));
        for (const auto& row : rows) {
            behind = row.text(0);
            behind_at = row.instant(1);
            if (const auto blob = row.maybe_text(2)) blobs.erase(*blob);
        }
        if (rows.empty() || blobs.empty()) return {};
    }
}

Result<void> drop_sent_since(db::Reader& reader, Instant since, std::unordered_set<std::string>& blobs) {
    for (const auto& row : TRY(reader.query("SELECT id FROM dispatch_account ORDER BY id"))) {
        TRY(drop_sent_from(reader, row.text(0), since, blobs));
    }
    return {};
}

Result<std::vector<std::string>> sent_of(db::Reader& reader, const std::vector<std::string>& blobs) {
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin < blobs.size(); begin += blobs_per_query) {
        db::Arguments arguments;
        std::string places;
        for (auto i = begin; i < std::min(begin + blobs_per_query, blobs.size()); ++i) {
            arguments.emplace_back(blobs[i]);
            places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
        }
        for (const auto& row : TRY(reader.query(
                 fmt::format("SELECT DISTINCT blob FROM dispatch_document WHERE blob IN ({})", places), arguments))) {
            found.push_back(row.text(0));
        }
    }
    return found;
}

Result<SpaceFigures> space_figures(db::Reader& reader) {
    SpaceFigures figures;
    if (const auto row = TRY(reader.find("SELECT contents, bytes FROM dispatch_space"))) {
        figures.contents = row->number(0);
        figures.bytes = row->number(1);
    }
    const auto waiting = TRY(reader.find("SELECT COUNT(*) FROM dispatch_released_blob"));
    figures.waiting = waiting->number(0);
    return figures;
}

} // namespace dispatch::store
