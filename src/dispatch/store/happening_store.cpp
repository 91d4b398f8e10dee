// What happened to each dispatch, in order.
#include "dispatch/store/dispatch_store.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch::store {

/// All in one statement, behind those that are there.
Result<void> add(db::Transaction& transaction, DispatchId id, const std::vector<Happening>& happenings) {
    if (happenings.empty()) return {};
    db::Arguments arguments{id};
    std::string lines;
    for (std::size_t i = 0; i < happenings.size(); ++i) {
        const auto& happening = happenings[i];
        lines += fmt::format("{}SELECT {} AS place, CAST(${} AS BIGINT) AS at, CAST(${} AS TEXT) AS kind, CAST(${} AS "
                             "TEXT) AS status, CAST(${} AS TEXT) AS detail",
                             i == 0 ? "" : " UNION ALL ", i + 1, arguments.size() + 1, arguments.size() + 2,
                             arguments.size() + 3, arguments.size() + 4);
        arguments.insert(arguments.end(), {happening.at, json::name_of(happening.kind), json::name_of(happening.status),
                                           happening.detail});
    }
    return transaction.enqueue(
        fmt::format(
            "INSERT INTO dispatch_happening (dispatch_id, serial, at, kind, status, detail) "
            "SELECT CAST($1 AS TEXT), earlier.newest + added.place, added.at, added.kind, added.status, added.detail "
            "FROM (SELECT COALESCE(MAX(serial), 0) AS newest FROM dispatch_happening WHERE dispatch_id = $1) earlier "
            "CROSS JOIN ({}) added",
            lines),
        arguments);
}

Result<bool> add_first_fetch(db::Transaction& transaction, DispatchId id, ReceiverId receiver,
                             std::string_view receiver_name, Instant now) {
    const auto rows = TRY(transaction.execute(
        "INSERT INTO dispatch_happening (dispatch_id, serial, at, kind, status, detail) "
        "SELECT d.id, (SELECT COALESCE(MAX(serial), 0) + 1 FROM dispatch_happening WHERE dispatch_id = $1), "
        "CAST($3 AS BIGINT), 'fetched', d.status, CAST($4 AS TEXT) FROM dispatch_dispatch d "
        "WHERE d.id = $1 AND d.receiver_id = $2 AND NOT EXISTS "
        "(SELECT 1 FROM dispatch_happening WHERE dispatch_id = $1 AND kind = 'fetched')",
        {id, receiver, now, receiver_name}));
    return rows == 1;
}

Result<std::vector<Happening>> history(db::Reader& reader, DispatchId id) {
    std::vector<Happening> found;
    for (const auto& row : TRY(reader.query(
             "SELECT at, kind, status, detail FROM dispatch_happening WHERE dispatch_id = $1 ORDER BY serial", {id}))) {
        found.push_back({row.instant(0), *json::enumerator_of<HappeningKind>(row.text(1)),
                         *json::enumerator_of<Status>(row.text(2)), row.text(3)});
    }
    return found;
}

} // namespace dispatch::store
