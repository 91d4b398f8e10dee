#pragma once
// One organisation that a hearing is addressed to: how far it came, and what it said.
#include "hearings/domain/hearing.hpp"

namespace hearings {

struct Addressee {
    directory::OrganisationId organisation;
    bool is_municipality = true;
    std::string number;        ///< kommunenummer or fylkesnummer.
    std::string county_number; ///< Of a county its own.
    std::int64_t inhabitants = 0;
    std::optional<Instant> reached_at{}; ///< Somebody who can answer for it, or follows for it, could know.
    std::optional<Instant> opened_at{};  ///< Somebody who acts for it read the hearing.
    std::optional<Instant> reminded_at{};
    bool speaks_for_itself = false; ///< It answered, changed or withdrew itself: its network no longer may.
    std::optional<Stance> stance{}; ///< Nothing is silence, which is never counted as anything else.
    std::optional<Instant> answered_at{};
};

/// One that was asked and has been merged since: another is asked instead of it. What it said stays to be read.
struct Predecessor {
    Addressee addressee;
    directory::OrganisationId successor;
    Instant succeeded_at;
};

} // namespace hearings
