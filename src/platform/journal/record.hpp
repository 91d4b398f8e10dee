#pragma once
// An event as it stands in the database, sealed fields closed, and its one canonical form that the hash is made of.
#include "platform/journal/journal.hpp"
#include "platform/json/value.hpp"

namespace journal {

struct Record {
    std::int64_t sequence = 0;
    std::string id;
    std::int64_t at = 0; ///< Microseconds since 1970.
    std::string type;
    Visibility visibility = Visibility::everybody;
    std::string actor_kind, actor_id;
    std::string actor_name; ///< JSON: a text, or {"person":"…","sealed":"…"}.
    std::string organisation_id, organisation_name, authority;
    std::string body; ///< A JSON object.
    std::vector<std::pair<std::string, std::string>> subjects;
    Digest leaf{};
};

std::string_view name_of(Visibility);
std::optional<Visibility> visibility_of(std::string_view name);

/// The event as one JSON object on one line: members in a fixed order, no spaces. The leaf is made of exactly these
/// bytes, and exactly these bytes stand in an export. README.md gives the form.
/// Fails when a column holds no JSON where JSON must be, which only damage can bring about.
Result<json::Object> form_of(const Record&);
Result<std::string> canonical(const Record&);

} // namespace journal
