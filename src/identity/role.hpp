#pragma once
// The roles people act in. What each may do is the one table in domain/role_table.cpp.
#include "platform/principal.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace identity {

enum class Role : std::uint8_t {
    operator_,           ///< Runs the program; sees queues and checks, no content.
    secretariat,         ///< KS' secretariat: everything that governance and the directory let people do.
    body_secretary,      ///< Prepares cases and meetings of one body.
    body_chair,          ///< Leads one body, approves its minutes.
    council_member,      ///< Sits in one body.
    network_coordinator, ///< Speaks for one regional network.
    municipal_director,  ///< Speaks for one municipality or county.
    representative,      ///< Speaks for one organisation, as Altinn says through Ansattporten.
    post_clerk,          ///< Reads one organisation's post and follows what it sends; Altinn says who.
    state_officer,       ///< Follows cases for one state body.
    supplier,            ///< Follows cases for one company.
    citizen,             ///< On their own behalf.
};
BOOST_DESCRIBE_ENUM(Role, operator_, secretariat, body_secretary, body_chair, council_member, network_coordinator,
                    municipal_director, representative, post_clerk, state_officer, supplier, citizen)

/// What a role's rights are for.
enum class Reach : std::uint8_t { everything, one_body, one_organisation, oneself };

/// One line of the table of rights.
struct RoleLine {
    Role role;
    std::string_view name; ///< "body_secretary": in the database, in JSON and as key of its words.
    Reach reach;
    std::span<const Right> rights;
};

/// The whole table, in the order of the enumeration.
std::span<const RoleLine> role_table();
const RoleLine& line_of(Role);
std::optional<Role> role_named(std::string_view name);
/// Whether whoever acts in the wide role may do everything that the narrow one lets, over the same.
bool includes(Role wide, Role narrow);

} // namespace identity
