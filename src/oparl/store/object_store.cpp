#include "oparl/store/object_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace oparl::store {

static constexpr std::size_t keys_at_once = 200;
static constexpr std::size_t references_at_once = 50;

static std::string type_word(ObjectType type) {
    return std::string{json::name_of(type)};
}

static ObjectType type_at(const db::Row& row, std::size_t column) {
    const auto found = json::enumerator_of<ObjectType>(row.text(column));
    ensure(found.has_value());
    return *found;
}

/// "$3, $4, $5": one text for each count, so that the database prepares few.
static std::string parameters(std::size_t first, std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i)
        list += fmt::format("{}${}", i == 0 ? "" : ", ", first + i);
    return list;
}

Result<std::vector<Held>> held(db::Reader& reader, std::int64_t source, const std::vector<std::int64_t>& keys) {
    static const auto sql =
        "SELECT key, id, modified_at, stands_alone, digest FROM oparl_object WHERE source = $1 AND key IN (" +
        parameters(2, keys_at_once) + ")";
    std::vector<Held> found;
    for (std::size_t begin = 0; begin < keys.size(); begin += keys_at_once) {
        db::Arguments arguments{source};
        for (std::size_t i = begin; i < begin + keys_at_once; ++i)
            arguments.emplace_back(keys[std::min(i, keys.size() - 1)]);
        for (const auto& row : TRY(reader.query(sql, arguments))) {
            Held each{row.number(0), row.text(1), row.instant(2), row.flag(3), {}};
            ensure(row.bytes(4).size() == each.digest.size());
            std::ranges::copy(row.bytes(4), each.digest.begin());
            found.push_back(std::move(each));
        }
    }
    return found;
}

Result<void> put_object(db::Transaction& transaction, std::int64_t source, std::int64_t key, const GraphObject& object,
                        Instant now) {
    return transaction.enqueue(
        "INSERT INTO oparl_object (source, key, id, type, name, day, modified_at, is_deleted, stands_alone, content, "
        "digest, taken_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
        "ON CONFLICT (source, key) DO UPDATE SET type = excluded.type, name = excluded.name, day = excluded.day, "
        "modified_at = excluded.modified_at, is_deleted = excluded.is_deleted, stands_alone = excluded.stands_alone, "
        "content = excluded.content, digest = excluded.digest, taken_at = excluded.taken_at",
        {source, key, object.id, type_word(object.type), object.name, object.day, object.modified, object.is_deleted,
         object.stands_alone, object.content, db::Bytes{object.digest.begin(), object.digest.end()}, now});
}

static std::string reference_statement(std::size_t count) {
    std::string sql = "INSERT INTO oparl_reference (source, from_key, property, position, to_key) VALUES ";
    for (std::size_t i = 0; i < count; ++i)
        sql += fmt::format("{}({})", i == 0 ? "" : ", ", parameters(1 + i * 5, 5));
    return sql;
}

Result<void> insert_references(db::Transaction& transaction, std::int64_t source, const std::vector<Edge>& edges) {
    static const auto many = reference_statement(references_at_once), one = reference_statement(1);
    const auto whole = edges.size() - edges.size() % references_at_once;
    db::Arguments arguments;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto& [from, reference] = edges[i];
        for (auto& value : db::Arguments{source, from, reference.property, reference.position, reference.to})
            arguments.push_back(std::move(value));
        if (i < whole && arguments.size() < references_at_once * 5) continue;
        TRY(transaction.enqueue(i < whole ? many : one, arguments));
        arguments.clear();
    }
    return {};
}

Result<void> remove_references(db::Transaction& transaction, std::int64_t source, std::int64_t from) {
    return transaction.enqueue("DELETE FROM oparl_reference WHERE source = $1 AND from_key = $2", {source, from});
}

Result<std::optional<Instant>> newest_modified(db::Reader& reader, std::int64_t source, Instant limit) {
    const auto row = TRY(reader.find(
        "SELECT max(modified_at) FROM oparl_object WHERE source = $1 AND modified_at > 0 AND modified_at <= $2",
        {source, limit}));
    return row->maybe_instant(0);
}

static constexpr std::string_view line_columns = "o.key, o.id, o.type, o.name, o.day, o.is_deleted";

static ObjectLine line_from(const db::Row& row) {
    return {row.number(0), row.text(1), type_at(row, 2), row.text(3), row.text(4), row.flag(5), {}};
}

static Result<std::vector<ObjectLine>> lines(db::Reader& reader, std::string_view rest, const db::Arguments& arguments,
                                             bool has_property) {
    std::vector<ObjectLine> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("SELECT {}{} FROM {}", line_columns, has_property ? ", r.property" : "", rest), arguments))) {
        found.push_back(line_from(row));
        if (has_property) found.back().property = row.text(6);
    }
    return found;
}

Result<std::vector<TypeCount>> count_types(db::Reader& reader, std::int64_t source) {
    std::vector<TypeCount> counts;
    for (const auto& row : TRY(reader.query(
             "SELECT type, CAST(sum(1 - is_deleted) AS BIGINT), CAST(sum(is_deleted) AS BIGINT) FROM oparl_object "
             "WHERE source = $1 GROUP BY type",
             {source}))) {
        counts.push_back({type_at(row, 0), row.number(1), row.number(2)});
    }
    std::ranges::sort(counts, {}, &TypeCount::type);
    return counts;
}

Result<std::vector<ObjectLine>> list_objects(db::Reader& reader, std::int64_t source, ObjectType type, int limit,
                                             int offset) {
    return lines(reader,
                 "oparl_object o WHERE o.source = $1 AND o.type = $2 AND o.is_deleted = 0 "
                 "ORDER BY o.day DESC, o.name, o.key LIMIT $3 OFFSET $4",
                 {source, type_word(type), limit, offset}, false);
}

Result<std::optional<ObjectLine>> any_object(db::Reader& reader, std::int64_t source, ObjectType type) {
    auto found = TRY(list_objects(reader, source, type, 1, 0));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

static constexpr std::string_view row_columns =
    "o.key, o.id, o.type, o.name, o.day, o.is_deleted, o.modified_at, o.taken_at, o.content";

static ObjectRow row_from(const db::Row& row) {
    return {line_from(row), row.instant(6), row.instant(7), row.text(8)};
}

Result<std::optional<ObjectRow>> find_object(db::Reader& reader, std::int64_t source, std::int64_t key) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM oparl_object o WHERE o.source = $1 AND o.key = $2", row_columns), {source, key}));
    return row ? std::optional{row_from(*row)} : std::nullopt;
}

Result<std::vector<ObjectRow>> objects_after(db::Reader& reader, std::int64_t source, ObjectType type, std::int64_t key,
                                             int limit) {
    std::vector<ObjectRow> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("SELECT {} FROM oparl_object o WHERE o.source = $1 AND o.type = $2 AND o.key > $3 "
                         "ORDER BY o.key LIMIT $4",
                         row_columns),
             {source, type_word(type), key, limit}))) {
        found.push_back(row_from(row));
    }
    return found;
}

Result<std::vector<ObjectLine>> referred_to(db::Reader& reader, std::int64_t source, std::int64_t from, int limit) {
    return lines(reader,
                 "oparl_reference r JOIN oparl_object o ON o.source = r.source AND o.key = r.to_key "
                 "WHERE r.source = $1 AND r.from_key = $2 ORDER BY r.property, r.position LIMIT $3",
                 {source, from, limit}, true);
}

Result<std::vector<ObjectLine>> referring(db::Reader& reader, std::int64_t source, std::int64_t to, int limit) {
    return lines(reader,
                 "oparl_reference r JOIN oparl_object o ON o.source = r.source AND o.key = r.from_key "
                 "WHERE r.source = $1 AND r.to_key = $2 ORDER BY o.type, o.day DESC, o.name, o.key LIMIT $3",
                 {source, to, limit}, true);
}

} // namespace oparl::store
