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

/// What a vote is about, because rules ask different majorities of different questions. procedural: to postpone, to
/// refer, to close the doors, whether somebody is impartial. rules_change: the body's own rules or mandate.
enum class VoteKind : std::uint8_t { ordinary, election, procedural, rules_change };
BOOST_DESCRIBE_ENUM(VoteKind, ordinary, election, procedural, rules_change)

/// by_name: each voter's choice is kept. count: only how many. acclamation: nobody against.
enum class VoteMethod : std::uint8_t { by_name, count, acclamation };
BOOST_DESCRIBE_ENUM(VoteMethod, by_name, count, acclamation)

/// meeting: in the room, some of them perhaps over a line. written: skriftlig saksbehandling, each for themselves
/// within a window.
enum class VoteMode : std::uint8_t { meeting, written };
BOOST_DESCRIBE_ENUM(VoteMode, meeting, written)

enum class Choice : std::uint8_t { in_favour, against, blank };
BOOST_DESCRIBE_ENUM(Choice, in_favour, against, blank)

/// tied: as many for as against in an election, where no vote is casting and no lot was drawn.
enum class VoteResult : std::uint8_t { passed, failed, tied };
BOOST_DESCRIBE_ENUM(VoteResult, passed, failed, tied)

/// majority: one is elected, among candidates. proportional: lists share the places by the votes they get.
enum class ElectionForm : std::uint8_t { majority, proportional };
BOOST_DESCRIBE_ENUM(ElectionForm, majority, proportional)

/// What gave somebody a place: enough votes for the majority, most votes in a second ballot, a full quota, the largest
/// remainder, the largest quotient.
enum class PlaceBy : std::uint8_t { majority, most_votes, quota, remainder, quotient };
BOOST_DESCRIBE_ENUM(PlaceBy, majority, most_votes, quota, remainder, quotient)

/// The names of majorities: shares of the votes for and against, blank ones not counted. absolute: more than half of
/// all seats. special: one that has no name of its own; the rules say what it takes.
enum class Majority : std::uint8_t { simple, two_thirds, three_quarters, unanimous, absolute, special };
BOOST_DESCRIBE_ENUM(Majority, simple, two_thirds, three_quarters, unanimous, absolute, special)

/// draft ──approve──▶ approved ──sign──▶ signed ──publish──▶ published, which never changes: a correction is a new
/// version.
enum class MinutesState : std::uint8_t { draft, approved, signed_, published };
BOOST_DESCRIBE_ENUM(MinutesState, draft, approved, signed_, published)

} // namespace governance
