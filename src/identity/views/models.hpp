#pragma once
// What the pages of identity show, and their JSON.
#include "platform/json/described.hpp"

#include <string>
#include <vector>

namespace identity {

struct InventedPerson {
    std::string id, name, role, title, organisation;
};
BOOST_DESCRIBE_STRUCT(InventedPerson, (), (id, name, role, title, organisation))

struct LoginView {
    std::string return_path;
    bool is_for_high = false; ///< What waits behind the log-in asks for the highest level.
    bool has_demonstration = false;
    bool has_provider = false;
    std::vector<InventedPerson> people;
};
BOOST_DESCRIBE_STRUCT(LoginView, (), (return_path, is_for_high, has_demonstration, has_provider, people))

struct RoleView {
    std::string id, role, title, organisation;
    std::string valid_from;
    std::optional<std::string> valid_to;
    bool is_current = false;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (id, role, title, organisation, valid_from, valid_to, is_current))

struct SessionView {
    std::string id, way_in, assurance;
    Instant began_at, seen_at, ends_at;
    bool is_current = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (id, way_in, assurance, began_at, seen_at, ends_at, is_current))

struct MeView {
    std::string id, name, organisation, authority, assurance;
    std::vector<std::string> rights;
    std::vector<RoleView> roles;
    std::vector<SessionView> sessions;
};
BOOST_DESCRIBE_STRUCT(MeView, (), (id, name, organisation, authority, assurance, rights, roles, sessions))

struct RightsLine {
    std::string role, reach;
    std::vector<std::string> rights;
};
BOOST_DESCRIBE_STRUCT(RightsLine, (), (role, reach, rights))

struct RightsView {
    std::vector<RightsLine> roles;
};
BOOST_DESCRIBE_STRUCT(RightsView, (), (roles))

struct DemonstrationLogin {
    Uuid person_id;
    std::optional<std::string> return_path;
    std::optional<std::string> level; ///< "high", else substantial.
};
BOOST_DESCRIBE_STRUCT(DemonstrationLogin, (), (person_id, return_path, level))

struct RoleChoice {
    std::optional<Uuid> holding_id;
};
BOOST_DESCRIBE_STRUCT(RoleChoice, (), (holding_id))

} // namespace identity
