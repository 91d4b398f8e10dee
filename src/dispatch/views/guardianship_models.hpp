#pragma once
// What a guardian, and one who has a guardian, see of it.
#include "dispatch/ids.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// Somebody whom one is guardian for.
struct WardRow {
    GuardianshipId id;
    std::string name;
    std::string letters_url;
    Instant confirmed_at; ///< When the register last said so.
};
BOOST_DESCRIBE_STRUCT(WardRow, (), (id, name, letters_url, confirmed_at))

/// Somebody who is, or was, guardian for the one who asks.
struct GuardianRow {
    std::string name;
    Instant added_at;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(GuardianRow, (), (name, added_at, ended_at))

struct GuardianshipsView {
    bool is_on = true;    ///< False when the register cannot be asked here.
    bool is_known = true; ///< False when nobody knows whose number is this person's.
    std::vector<WardRow> wards;
    std::vector<GuardianRow> guardians;
};
BOOST_DESCRIBE_STRUCT(GuardianshipsView, (), (is_on, is_known, wards, guardians))

} // namespace dispatch
