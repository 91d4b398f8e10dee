#pragma once
// The states of what the sector says, as they are written in the database, in JSON and in addresses.
#include <boost/describe/enum.hpp>

#include <cstdint>

namespace voice {

enum class PositionState : std::uint8_t { in_force, superseded, withdrawn };
BOOST_DESCRIBE_ENUM(PositionState, in_force, superseded, withdrawn)

/// reported → assessed → raised with the state → resolved; declined from any state that is not final.
enum class HindranceState : std::uint8_t { reported, assessed, raised, resolved, declined };
BOOST_DESCRIBE_ENUM(HindranceState, reported, assessed, raised, resolved, declined)

/// The points of a year's consultation with the state: three meetings, the bilateral round in autumn, and the meeting
/// about digitalisation that was added in 2020. Source: konsultasjonsordningen, ks.no and regjeringen.no.
enum class ConsultationPoint : std::uint8_t { first, second, third, autumn, digitalisation };
BOOST_DESCRIBE_ENUM(ConsultationPoint, first, second, third, autumn, digitalisation)

/// What came of an item. postponed is not the end: another outcome may follow it.
enum class ConsultationOutcome : std::uint8_t { agreed, partly, not_agreed, postponed };
BOOST_DESCRIBE_ENUM(ConsultationOutcome, agreed, partly, not_agreed, postponed)

/// Whose count a calculation is.
enum class CostSide : std::uint8_t { sector, state };
BOOST_DESCRIBE_ENUM(CostSide, sector, state)

enum class CostOperation : std::uint8_t { add, subtract, multiply, divide };
BOOST_DESCRIBE_ENUM(CostOperation, add, subtract, multiply, divide)

/// waiting ──comment──▶ given; lapsed when the state's deadline has passed without one. The day decides.
enum class CoFundingState : std::uint8_t { waiting, given, lapsed };
BOOST_DESCRIBE_ENUM(CoFundingState, waiting, given, lapsed)

enum class CoFundingAdvice : std::uint8_t { supports, supports_if, advises_against };
BOOST_DESCRIBE_ENUM(CoFundingAdvice, supports, supports_if, advises_against)

/// open ──answer──▶ answered ──the state's result──▶ settled; open ──decline──▶ declined; lapsed: open after the
/// deadline, which may still be answered.
enum class StateHearingState : std::uint8_t { open, answered, settled, declined, lapsed };
BOOST_DESCRIBE_ENUM(StateHearingState, open, answered, settled, declined, lapsed)

/// What the state did with the answer.
enum class HearingResult : std::uint8_t { followed, partly, not_followed };
BOOST_DESCRIBE_ENUM(HearingResult, followed, partly, not_followed)

} // namespace voice
