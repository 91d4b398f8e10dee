#include "oparl/domain/object_type.hpp"

#include <array>

namespace oparl {

static constexpr std::array<std::string_view, 12> standard_names{
    "System",  "Body",       "LegislativeTerm", "Organization", "Person", "Membership",
    "Meeting", "AgendaItem", "Paper",           "Consultation", "File",   "Location"};

std::string_view standard_name(ObjectType type) {
    return standard_names[static_cast<std::size_t>(type)];
}

std::string type_address(ObjectType type) {
    return "https://schema.oparl.org/1.1/" + std::string{standard_name(type)};
}

std::optional<ObjectType> type_from(std::string_view type_address) {
    // Both schemes and both hosts are met in published systems; 1.1 only adds to 1.0.
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!type_address.starts_with(scheme)) continue;
        const auto rest = type_address.substr(scheme.size());
        for (const std::string_view place :
             {"schema.oparl.org/1.1/", "schema.oparl.org/1.0/", "oparl.org/schema/1.1/", "oparl.org/schema/1.0/"}) {
            if (!rest.starts_with(place)) continue;
            for (std::size_t i = 0; i < standard_names.size(); ++i) {
                if (rest.substr(place.size()) == standard_names[i]) return static_cast<ObjectType>(i);
            }
        }
    }
    return {};
}

} // namespace oparl
