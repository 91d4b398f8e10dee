#pragma once
// The properties of OParl 1.1 by type: what each holds, and which of them lead to other objects.
#include "oparl/domain/object_type.hpp"

#include <span>

namespace oparl {

enum class PropertyKind : std::uint8_t {
    text,
    texts,
    truth,
    number,
    day,       ///< "2026-03-04"
    instant,   ///< RFC 3339
    anything,  ///< GeoJSON
    list,      ///< The address of a paged list of objects.
    reference, ///< The address of an object.
    references,
    embedded, ///< An object that stands inside this one.
    embedded_many,
};

struct Property {
    std::string_view name;
    PropertyKind kind;
    /// A reference back to the object that this one stands in: left out while it stands there.
    bool is_back_reference = false;
};

/// Those that the standard gives the type, the common ones included.
std::span<const Property> properties_of(ObjectType);
/// Nothing for a property that the standard does not know.
const Property* find_property(ObjectType, std::string_view name);
/// True for the four kinds that lead to objects.
bool leads_to_objects(PropertyKind);

} // namespace oparl
