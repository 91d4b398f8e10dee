#pragma once
// The words of representation, as they are written in the database, in JSON and in addresses.
#include <boost/describe/enum.hpp>

#include <cstdint>

namespace representation {

/// open ──the day after closes_on──▶ choosing ──choose──▶ filled
enum class RoundState : std::uint8_t { open, choosing, filled };
BOOST_DESCRIBE_ENUM(RoundState, open, choosing, filled)

/// As people have told of themselves, if they wished to.
enum class Gender : std::uint8_t { woman, man, other };
BOOST_DESCRIBE_ENUM(Gender, woman, man, other)

/// What somebody comes from. Oslo is a municipality here. other: KS itself, a company, a state body.
enum class Employer : std::uint8_t { municipality, county, other };
BOOST_DESCRIBE_ENUM(Employer, municipality, county, other)

/// What a body lacks. region: nobody from a county. size: nobody from municipalities of that size. employer: nobody
/// from municipalities, or from counties. gender: fewer of one than the law asks, or not known to be enough.
enum class GapKind : std::uint8_t { region, size, employer, gender };
BOOST_DESCRIBE_ENUM(GapKind, region, size, employer, gender)

/// What seats are held in, outside the sector's own bodies. project: its board or reference group.
enum class CouncilKind : std::uint8_t { council, board, steering_group, project };
BOOST_DESCRIBE_ENUM(CouncilKind, council, board, steering_group, project)

/// Of a report after a meeting. waiting: the meeting was held, and the last day has not passed.
enum class DutyState : std::uint8_t { waiting, overdue, reported };
BOOST_DESCRIBE_ENUM(DutyState, waiting, overdue, reported)

} // namespace representation
