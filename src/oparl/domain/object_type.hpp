#pragma once
// The twelve kinds of objects that OParl 1.1 knows.
#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oparl {

enum class ObjectType : std::uint8_t {
    system,
    body,
    legislative_term,
    organization,
    person,
    membership,
    meeting,
    agenda_item,
    paper,
    consultation,
    file,
    location
};
BOOST_DESCRIBE_ENUM(ObjectType, system, body, legislative_term, organization, person, membership, meeting, agenda_item,
                    paper, consultation, file, location)

/// What the standard calls it: "AgendaItem".
std::string_view standard_name(ObjectType);
/// "https://schema.oparl.org/1.1/AgendaItem".
std::string type_address(ObjectType);
/// From the type of an object, of OParl 1.0 or 1.1; nothing for others.
std::optional<ObjectType> type_from(std::string_view type_address);

} // namespace oparl
