#include "dispatch/store/rewrap_store.hpp"

namespace dispatch::store {

Result<std::optional<Rewrapping>> rewrapping(db::Reader& reader, std::int64_t generation) {
    const auto row = TRY(reader.find("SELECT generation, position, wrapped, begun_at, ended_at FROM dispatch_rewrap "
                                     "WHERE generation = $1",
                                     {generation}));
    if (!row) return std::optional<Rewrapping>{};
    return std::optional{
        Rewrapping{row->number(0), row->text(1), row->number(2), row->instant(3), row->maybe_instant(4)}};
}

Result<void> set_rewrapping(db::Transaction& transaction, const Rewrapping& now) {
    return transaction.enqueue(
        "INSERT INTO dispatch_rewrap (generation, position, wrapped, begun_at, ended_at) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (generation) DO UPDATE SET position = excluded.position, wrapped = excluded.wrapped, "
        "ended_at = excluded.ended_at",
        {now.generation, now.position, now.wrapped, now.begun_at, now.ended_at});
}

Result<std::vector<WrappedKey>> keys_behind(db::Reader& reader, std::string_view position, int limit) {
    std::vector<WrappedKey> found;
    for (const auto& row : TRY(reader.query("SELECT id, wrapped_key FROM dispatch_dispatch "
                                            "WHERE id > $1 AND wrapped_key IS NOT NULL ORDER BY id LIMIT $2",
                                            {position, limit}))) {
        found.push_back({row.id<DispatchId>(0), row.bytes(1)});
    }
    return found;
}

} // namespace dispatch::store
