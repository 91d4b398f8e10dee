#pragma once
// Objects held from elsewhere, and what refers to what.
#include "oparl/domain/graph_object.hpp"
#include "platform/db/database.hpp"

namespace oparl::store {

/// What is known of an object without reading it.
struct Held {
    std::int64_t key = 0;
    std::string id;
    Instant modified;
    bool stands_alone = true;
    crypto::Digest digest{};
};
/// Those of the keys that are there.
Result<std::vector<Held>> held(db::Reader&, std::int64_t source, const std::vector<std::int64_t>& keys);

/// Puts the object in, or in place of an older copy of it.
Result<void> put_object(db::Transaction&, std::int64_t source, std::int64_t key, const GraphObject&, Instant now);
struct Edge {
    std::int64_t from = 0;
    Reference reference;
};
Result<void> insert_references(db::Transaction&, std::int64_t source, const std::vector<Edge>&);
Result<void> remove_references(db::Transaction&, std::int64_t source, std::int64_t from);
/// The newest that an object says of itself, no later than the limit; nothing when none says it.
Result<std::optional<Instant>> newest_modified(db::Reader&, std::int64_t source, Instant limit);

/// One row of a list, or of what an object refers to.
struct ObjectLine {
    std::int64_t key = 0;
    std::string id;
    ObjectType type = ObjectType::file;
    std::string name, day;
    bool is_deleted = false;
    std::string property{}; ///< Through which it is referred to, where it is.
};
struct TypeCount {
    ObjectType type;
    std::int64_t present = 0, deleted = 0;
};
Result<std::vector<TypeCount>> count_types(db::Reader&, std::int64_t source);
/// Without tombstones; the newest day first, then by name.
Result<std::vector<ObjectLine>> list_objects(db::Reader&, std::int64_t source, ObjectType, int limit, int offset);
/// The first of a type, in no particular order: for the one system or body that there is.
Result<std::optional<ObjectLine>> any_object(db::Reader&, std::int64_t source, ObjectType);

struct ObjectRow {
    ObjectLine line;
    Instant modified, taken_at;
    std::string content;
};
Result<std::optional<ObjectRow>> find_object(db::Reader&, std::int64_t source, std::int64_t key);
/// Of a type, by key, behind the one given: for reading all of them, however many.
Result<std::vector<ObjectRow>> objects_after(db::Reader&, std::int64_t source, ObjectType, std::int64_t key, int limit);

/// What the object refers to, and what refers to it, as far as it is here.
Result<std::vector<ObjectLine>> referred_to(db::Reader&, std::int64_t source, std::int64_t from, int limit);
Result<std::vector<ObjectLine>> referring(db::Reader&, std::int64_t source, std::int64_t to, int limit);

} // namespace oparl::store
