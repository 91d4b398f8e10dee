#pragma once
// What the pages of sources show and the JSON holds.
#include "oparl/domain/object_type.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace oparl {

struct SourceRow {
    std::string slug, url, name, address, license;
    Instant changed_at;
    std::int64_t objects = 0;
};
BOOST_DESCRIBE_STRUCT(SourceRow, (), (slug, url, name, address, license, changed_at, objects))

struct SourceListView {
    std::vector<SourceRow> sources;
};
BOOST_DESCRIBE_STRUCT(SourceListView, (), (sources))

struct TypeCountView {
    ObjectType type = ObjectType::file;
    std::int64_t objects = 0, deleted = 0;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(TypeCountView, (), (type, objects, deleted, url))

struct RefusalView {
    std::string place, object, pointer, code, reason;
};
BOOST_DESCRIBE_STRUCT(RefusalView, (), (place, object, pointer, code, reason))

struct SourceView : SourceRow {
    std::vector<TypeCountView> types;
    bool is_complete = true; ///< False while an import has more to read.
    std::vector<RefusalView> refusals;
};
BOOST_DESCRIBE_STRUCT(SourceView, (SourceRow), (types, is_complete, refusals))

struct ObjectQuestion {
    ObjectType type = ObjectType::paper;
    int page = 1;
};
BOOST_DESCRIBE_STRUCT(ObjectQuestion, (), (type, page))

struct ObjectLineView {
    std::string id, url, name, day;
    ObjectType type = ObjectType::file;
    bool is_deleted = false;
    std::string property; ///< Through which it is referred to, where it is.
};
BOOST_DESCRIBE_STRUCT(ObjectLineView, (), (id, url, name, day, type, is_deleted, property))

struct ObjectListView {
    std::string source, source_url;
    ObjectType type = ObjectType::file;
    std::vector<ObjectLineView> objects;
    std::int64_t total = 0;
    int page = 1, pages = 1;
};
BOOST_DESCRIBE_STRUCT(ObjectListView, (), (source, source_url, type, objects, total, page, pages))

struct ObjectView : ObjectLineView {
    std::string source, source_url, license;
    Instant taken_at;
    json::Value content; ///< As its system writes it, with addresses where other objects stood.
    std::vector<ObjectLineView> refers_to, referred_to_by;
};
BOOST_DESCRIBE_STRUCT(ObjectView, (ObjectLineView),
                      (source, source_url, license, taken_at, content, refers_to, referred_to_by))

} // namespace oparl
