#pragma once
// One object of a system, by itself: what stood inside it is an object of its own, and a reference stands in its place.
#include "oparl/domain/object_type.hpp"
#include "oparl/domain/origin.hpp"
#include "platform/clock.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/error.hpp"
#include "platform/json/value.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oparl {

inline constexpr std::size_t object_bytes_max = 4 << 20;

struct Reference {
    std::string_view property; ///< Of the schema, so it lives as long as the program.
    int position = 0;          ///< 0 for the first of several.
    std::int64_t to = 0;       ///< The key of the object it leads to, which need not be there.
};

struct GraphObject {
    std::string id; ///< An address.
    ObjectType type = ObjectType::file;
    std::string name; ///< What people know it by; empty when nothing says it.
    std::string day;  ///< "2026-03-04": when it was, or began; empty when nothing says it.
    Instant modified; ///< As its system says; 1970 when it does not.
    bool is_deleted = false;
    bool stands_alone = true; ///< False for what was found inside another object, which may say less of it.
    std::string content;      ///< Canonical JSON: members by name, references as addresses.
    crypto::Digest digest{};  ///< Of content.
    std::vector<Reference> references;
    std::string words; ///< What it can be found by, besides its name.
};

/// By what objects are found and referred to: 63 bits of the SHA-256 of the address.
std::int64_t object_key(std::string_view id);

/// Something wrong with one object.
struct ObjectFault {
    std::string object; ///< Its id; empty when it has none.
    Fault fault;        ///< With the pointer from the object that was read.
};

struct TakenApart {
    std::vector<GraphObject> objects; ///< The outermost last.
    std::vector<ObjectFault> faults;  ///< An object with a fault is not among the objects; those inside it may be.
};

/// Reads one object of a page with all that stands inside it, and checks it against the schema. Null is taken as
/// absence; properties that the standard does not know are kept as they are. Faults: oparl.object_unreadable,
/// object_too_large, id_faulty, id_foreign, type_unknown, property_type_wrong.
TakenApart take_apart(std::string_view text, const Origins&);

/// Finds an object by its id, as it stands in the graph; nothing when it is not there.
using Resolve = std::function<std::optional<json::Value>(std::string_view id)>;
/// The object as the standard writes it: what belongs inside it stands there, without references back to it.
json::Value put_together(json::Value object, const Resolve&);
/// Without what belongs inside it (omit_internal=true).
json::Value without_embedded(json::Value object);

} // namespace oparl
