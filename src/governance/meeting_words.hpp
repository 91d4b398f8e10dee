#pragma once
// The words of meetings, votes and minutes that all of governance and its readers share.
#include <boost/describe.hpp>
#include <cstdint>

namespace governance {

/// planned ──send notice──▶ noticed ──open──▶ under_way ──close──▶ closed ──publish minutes──▶ minutes_published
///    │                        │
///    └────────cancel──────────┴──▶ cancelled
enum class MeetingState : std::uint8_t { planned, noticed, under_way, closed, minutes_published, cancelled };
BOOST_DESCRIBE_ENUM(MeetingState, planned, noticed, under_way, closed, minutes_published, cancelled)

/// case_: a case on its path. approval_of_minutes: godkjenning av protokoll. orientation: told, not decided.
/// other_business: eventuelt, which has no number.
enum class ItemKind : std::uint8_t { case_, approval_of_minutes, orientation, other_business };
BOOST_DESCRIBE_ENUM(ItemKind, case_, approval_of_minutes, orientation, other_business)

enum class PresenceKind : std::uint8_t { arrived, left };
BOOST_DESCRIBE_ENUM(PresenceKind, arrived, left)

/// recommendation: what the case proposes. amendment: the recommendation with changes. counter_proposal: something else
/// instead. procedural: to postpone or to refer.
enum class ProposalKind : std::uint8_t { recommendation, amendment, counter_proposal, procedural };
BOOST_DESCRIBE_ENUM(ProposalKind, recommendation, amendment, counter_proposal, procedural)

enum class VoteKind : std::uint8_t { ordinary, election };
BOOST_DESCRIBE_ENUM(VoteKind, ordinary, election)

/// by_name: each voter's choice is kept. count: only how many. acclamation: nobody against.
enum class VoteMethod : std::uint8_t { by_name, count, acclamation };
BOOST_DESCRIBE_ENUM(VoteMethod, by_name, count, acclamation)

enum class Choice : std::uint8_t { in_favour, against, blank };
BOOST_DESCRIBE_ENUM(Choice, in_favour, against, blank)

/// tied: as many for as against in an election, where no vote is casting.
enum class VoteResult : std::uint8_t { passed, failed, tied };
BOOST_DESCRIBE_ENUM(VoteResult, passed, failed, tied)

/// Shares of the votes for and against, blank ones not counted.
enum class Majority : std::uint8_t { simple, two_thirds, three_quarters, unanimous };
BOOST_DESCRIBE_ENUM(Majority, simple, two_thirds, three_quarters, unanimous)

/// draft ──approve──▶ approved ──sign──▶ signed ──publish──▶ published, which never changes: a correction is a new
/// version.
enum class MinutesState : std::uint8_t { draft, approved, signed_, published };
BOOST_DESCRIBE_ENUM(MinutesState, draft, approved, signed_, published)

} // namespace governance
