#pragma once
// From the room to the rules: who may vote comes from the roll, what it takes from the rules, the result from
// rule_engine.hpp.
#include "governance/domain/roll.hpp"
#include "governance/domain/rule_engine.hpp"

namespace governance {

/// What the secretary records.
struct VoteCast {
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    std::vector<Ballot> ballots;        ///< By name.
    Tally counted;                      ///< By count.
    std::optional<Choice> casting_vote; ///< Of whoever leads the meeting, when a tie needs it and no ballot shows it.
    std::optional<Choice> lot;          ///< Drawn in a tied election.
    std::optional<ElectionInputs> election{}; ///< Among candidates or lists.
};

/// What holds of the item that is voted on.
struct Circumstances {
    std::vector<AppointmentId> disqualified{}; ///< Have no part in it, whosever seat they hold.
    bool is_closed = false;
    std::optional<WrittenWindow> written{}; ///< In writing: whoever has not answered is not there.
    int round = 1;
};

struct CountedBallot {
    Voter voter;
    Choice choice = Choice::blank;
};

/// A vote with all that its result was computed from, so that anybody can compute it again.
struct CountedVote {
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    Tally tally;
    int seats = 0;
    int voters_present = 0;
    int quorum_needed = 0;
    Majority majority = Majority::simple;
    std::optional<Choice> casting_vote;
    std::optional<AppointmentId> casting_by;
    VoteResult result = VoteResult::failed;
    std::vector<CountedBallot> ballots; ///< By name only.
};

/// The inputs of a vote among those in the room, led by somebody of them.
VoteInputs inputs_of(const Roll&, AppointmentId led_by, const VoteCast&, const Circumstances& = {});

/// A vote as it is counted, with what it was decided from and the working.
struct DecidedVote {
    VoteInputs inputs;
    Working working;
    [[nodiscard]] CountedVote counted() const;
};

/// Decides a vote in the room. Fails as decide() does; a ballot that does not count says by voter_not_appointed and
/// voter_not_present why.
Result<DecidedVote> decide_vote(const Roll&, const BodyRules&, AppointmentId led_by, const VoteCast&,
                                const Circumstances& = {});
/// The same, of which only the count is wanted.
Result<CountedVote> count_vote(const Roll&, const BodyRules&, AppointmentId led_by, const VoteCast&);

/// How many fill their seats, and how many it takes.
struct Quorum {
    int seats = 0;
    int present = 0;
    int needed = 0;
    [[nodiscard]] bool is_met() const { return present >= needed; }
};
Quorum quorum_of(const Roll&, const BodyRules&);

} // namespace governance
