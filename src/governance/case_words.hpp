#pragma once
// Where a case can stand and how a body can end its treatment: the words that all of governance and its readers share.
#include <boost/describe.hpp>
#include <cstdint>

namespace governance {

/// planned ──notice──▶ noticed ──begin preparation──▶ in_preparation ──put on agenda──▶ on_agenda ──treat──▶ treated
///                                                         ▲    ▲                           │                 │ │
///                                                         │    └──────taken off agenda─────┘                 │ │
///                                                         └────────────────send on (a body remains)──────────┘ │
///              followed_up ◀──follow up── final ◀──────────────────make final (none remains)───────────────────┘
///
/// withdrawn is reached from every state before final. domain/case_state.hpp has the rules.
enum class CaseState : std::uint8_t {
    planned,
    noticed,
    in_preparation,
    on_agenda,
    treated,
    final,
    followed_up,
    withdrawn
};
BOOST_DESCRIBE_ENUM(CaseState, planned, noticed, in_preparation, on_agenda, treated, final, followed_up, withdrawn)

/// adopted: as proposed. amended: with changes. noted: taken for information. postponed: the same body takes it up
/// again. referred: another body is asked first, then it comes back.
enum class Outcome : std::uint8_t { adopted, amended, rejected, postponed, referred, noted };
BOOST_DESCRIBE_ENUM(Outcome, adopted, amended, rejected, postponed, referred, noted)

} // namespace governance
