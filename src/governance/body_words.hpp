#pragma once
// The words of bodies and their members that all of governance and its readers share.
#include <boost/describe.hpp>
#include <cstdint>

namespace governance {

/// assembly: Landstinget, kommunestyret. board: Hovedstyret. council: KommIT-rådet. committee: utvalg.
/// working_committee: prepares the cases of another body. expert_council: fagråd. expert_group: faggruppe.
enum class BodyKind : std::uint8_t {
    assembly,
    board,
    council,
    committee,
    working_committee,
    expert_council,
    expert_group,
    network
};
BOOST_DESCRIBE_ENUM(BodyKind, assembly, board, council, committee, working_committee, expert_council, expert_group,
                    network)

/// chair, deputy_chair and member hold a seat; a deputy holds the seat of an absent member; secretary and observer
/// have no vote.
enum class AppointmentRole : std::uint8_t { chair, deputy_chair, member, deputy, secretary, observer };
BOOST_DESCRIBE_ENUM(AppointmentRole, chair, deputy_chair, member, deputy, secretary, observer)

} // namespace governance
