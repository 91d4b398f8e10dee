#pragma once
// The arithmetic of a vote: who may vote comes from the roll, what it takes from the rules, the result from here.
#include "governance/domain/body_rules.hpp"
#include "governance/domain/roll.hpp"

namespace governance {

struct Tally {
    int in_favour = 0;
    int against = 0;
    int blank = 0;
    [[nodiscard]] int cast() const { return in_favour + against + blank; }
    bool operator==(const Tally&) const = default;
};

/// What the numbers give. A tie is as many for as against, and somebody for: it is decided by the casting vote when
/// there is one, else it fails an ordinary proposal and leaves an election undecided (VoteResult::tied).
VoteResult result_of(const Tally&, VoteKind, Majority, std::optional<Choice> casting_vote);
/// Whether the result waits for the casting vote.
bool is_tie(const Tally&, VoteKind, Majority);

struct Ballot {
    AppointmentId who;
    std::optional<Choice> choice; ///< Nothing: did not vote, and is not counted.
};
BOOST_DESCRIBE_STRUCT(Ballot, (), (who, choice))

/// What the secretary records.
struct VoteCast {
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    std::vector<Ballot> ballots;        ///< By name.
    Tally counted;                      ///< By count.
    std::optional<Choice> casting_vote; ///< Of whoever leads the meeting, when a tie needs it and no ballot shows it.
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

/// Counts a vote among those in the room, led by somebody of them.
///
/// Fails with governance.no_quorum; with governance.vote_refused and one fault for each ballot that does not count
/// (voter_not_appointed, voter_not_present, voter_without_vote, voted_twice); with
/// governance.more_votes_than_voters, ballots_missing, casting_vote_missing, casting_vote_needless.
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
