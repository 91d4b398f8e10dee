#include "dispatch/store/guardianship_store.hpp"

#include <fmt/format.h>

namespace dispatch::store {

static constexpr std::string_view guardianship_columns =
    "SELECT id, guardian_id, guarded_hash, guarded_number, guarded_name, valid_from, added_at, confirmed_at, ended_at "
    "FROM dispatch_guardianship WHERE ";

static Result<std::vector<Guardianship>> guardianships_where(db::Reader& reader, std::string_view condition, int limit,
                                                             const db::Arguments& arguments) {
    std::vector<Guardianship> found;
    const auto sql = fmt::format("{}{} LIMIT {}", guardianship_columns, condition, limit);
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        auto& one = found.emplace_back();
        one.id = row.id<GuardianshipId>(0);
        one.guardian_id = row.id<directory::PersonId>(1);
        one.guarded_hash = row.bytes(2);
        one.guarded_number = row.bytes(3);
        one.guarded_name = row.bytes(4);
        one.valid_from = row.instant(5);
        one.added_at = row.instant(6);
        one.confirmed_at = row.instant(7);
        one.ended_at = row.maybe_instant(8);
    }
    return found;
}

Result<bool> insert(db::Transaction& transaction, const Guardianship& fresh) {
    const auto rows = TRY(transaction.execute(
        "INSERT INTO dispatch_guardianship (id, guardian_id, guarded_hash, guarded_number, guarded_name, valid_from, "
        "added_at, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
        {fresh.id, fresh.guardian_id, fresh.guarded_hash, fresh.guarded_number, fresh.guarded_name, fresh.valid_from,
         fresh.added_at, fresh.confirmed_at}));
    return rows == 1;
}

Result<std::optional<Guardianship>> guardianship(db::Reader& reader, GuardianshipId id) {
    const auto found = TRY(guardianships_where(reader, "id = $1", 1, {id}));
    return found.empty() ? std::optional<Guardianship>{} : std::optional{found.front()};
}

Result<std::vector<Guardianship>> guardianships_of(db::Reader& reader, directory::PersonId guardian, int limit) {
    return guardianships_where(reader, "guardian_id = $1 AND ended_at IS NULL ORDER BY added_at DESC, id DESC", limit,
                               {guardian});
}

Result<std::vector<Guardianship>> guardianships_for(db::Reader& reader, const db::Bytes& guarded_hash, int limit) {
    return guardianships_where(reader, "guarded_hash = $1 ORDER BY added_at DESC, id DESC", limit, {guarded_hash});
}

Result<std::vector<Guardianship>> unasked_guardianships(db::Reader& reader, Instant since, int limit) {
    return guardianships_where(reader, "ended_at IS NULL AND confirmed_at < $1 ORDER BY confirmed_at, id", limit,
                               {since});
}

Result<void> set_confirmed(db::Transaction& transaction, GuardianshipId id, Instant now) {
    TRY(transaction.execute("UPDATE dispatch_guardianship SET confirmed_at = $2 WHERE id = $1 AND ended_at IS NULL",
                            {id, now}));
    return {};
}

Result<bool> end_guardianship(db::Transaction& transaction, GuardianshipId id, Instant now) {
    const auto rows = TRY(transaction.execute("UPDATE dispatch_guardianship SET ended_at = $2, guarded_number = $3 "
                                              "WHERE id = $1 AND ended_at IS NULL",
                                              {id, now, db::Bytes{}}));
    return rows == 1;
}

Result<bool> add_guardian_opening(db::Transaction& transaction, GuardianshipId id, DispatchId letter,
                                  std::int64_t position, Instant now) {
    const auto rows = TRY(transaction.execute("INSERT INTO dispatch_guardian_opening (guardianship_id, dispatch_id, "
                                              "position, opened_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                                              {id, letter, position, now}));
    return rows == 1;
}

static Result<std::vector<DelegationOpening>> guardian_openings_where(db::Reader& reader, std::string_view condition,
                                                                      const db::Arguments& arguments) {
    const auto sql =
        fmt::format("SELECT o.dispatch_id, o.position, g.guardian_id, o.opened_at FROM dispatch_guardianship g "
                    "JOIN dispatch_guardian_opening o ON o.guardianship_id = g.id WHERE {}",
                    condition);
    std::vector<DelegationOpening> found;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        found.push_back({row.id<DispatchId>(0), row.number(1), row.id<directory::PersonId>(2), row.instant(3)});
    }
    return found;
}

Result<std::vector<DelegationOpening>> guardian_openings(db::Reader& reader, DispatchId id, std::int64_t position) {
    return guardian_openings_where(
        reader, "o.dispatch_id = $1 AND o.position = $2 ORDER BY o.opened_at, o.guardianship_id", {id, position});
}

Result<std::vector<DelegationOpening>> guardian_openings(db::Reader& reader, const db::Bytes& guarded_hash, int limit) {
    return guardian_openings_where(
        reader, fmt::format("g.guarded_hash = $1 ORDER BY o.opened_at DESC, o.dispatch_id DESC LIMIT {}", limit),
        {guarded_hash});
}

} // namespace dispatch::store
