#pragma once
// An election from the first ballot to the last: what each round came to, which comes next, and who is elected.
#include "governance/domain/rule_engine.hpp"
#include "platform/result.hpp"

namespace governance {

struct ElectionRound {
    VoteId id; ///< Of its decision record, which inputs and working are read from.
    int position = 1;
    VoteInputs inputs;
    Working working;
    int rules_number = 1;
    Instant at;
};

struct ElectionCourse {
    Election election;
    std::vector<ElectionRound> rounds; ///< In order.

    [[nodiscard]] bool is_settled() const {
        return !rounds.empty() && rounds.back().working.result == VoteResult::passed;
    }
    /// Neither settled nor withdrawn.
    [[nodiscard]] bool is_open() const { return !is_settled() && !election.withdrawn_at; }
    /// 2 from the time on when the rules ask for a second ballot; else 1, as often as it takes.
    [[nodiscard]] int next_round() const;
    /// Names in the order the places were given out; none before it is settled.
    [[nodiscard]] std::vector<std::string> elected() const;
    /// "Nestleder 2026–2027: Kari Nordmann": as it stands among the points decided.
    [[nodiscard]] std::string result_line() const;
};

/// Fails with governance.election_over: it is settled or withdrawn.
Result<void> require_open(const ElectionCourse&);

} // namespace governance
