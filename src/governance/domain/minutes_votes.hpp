#pragma once
// What minutes say of the votes and elections on an item.
#include "governance/domain/meeting_record.hpp"

namespace governance {

struct MinutesBallot {
    std::string name;
    std::string on_behalf_of;
    std::string instead_of;
    Choice choice = Choice::blank;
};
BOOST_DESCRIBE_STRUCT(MinutesBallot, (), (name, on_behalf_of, instead_of, choice))

struct MinutesVote {
    int proposal = 1; ///< Its number in the item.
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    int in_favour = 0;
    int against = 0;
    int blank = 0;
    int seats = 0;
    int voters_present = 0;
    int quorum_needed = 0;
    Majority majority = Majority::simple;
    std::optional<Choice> casting_vote;
    std::string casting_by;
    VoteResult result = VoteResult::failed;
    int rules_number = 1;
    Instant at;
    std::vector<MinutesBallot> ballots;
    std::optional<VoteId> record; ///< The decision record; votes from before there were any have none.
};
BOOST_DESCRIBE_STRUCT(MinutesVote, (),
                      (proposal, kind, method, in_favour, against, blank, seats, voters_present, quorum_needed,
                       majority, casting_vote, casting_by, result, rules_number, at, ballots, record))

/// A candidate, or a list with its names in order.
struct MinutesOption {
    std::string name;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(MinutesOption, (), (name, names))

struct MinutesElectionRound {
    int round = 1;
    VoteMethod method = VoteMethod::by_name;
    std::vector<int> votes; ///< For each option, in their order.
    int blank = 0;
    int voters_present = 0;
    VoteResult result = VoteResult::failed;
    bool by_lot = false; ///< A lot gave somebody a place.
    Instant at;
    VoteId record;
};
BOOST_DESCRIBE_STRUCT(MinutesElectionRound, (),
                      (round, method, votes, blank, voters_present, result, by_lot, at, record))

struct MinutesElection {
    ElectionId election;
    std::string post; ///< "Nestleder 2026–2027"
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    std::vector<MinutesOption> options;
    std::vector<MinutesElectionRound> rounds;
    std::vector<std::string> elected; ///< None before it is settled.
    bool is_withdrawn = false;
    std::string lot_commitment; ///< SHA-256 of the seed of a lot, in the journal since before the first ballot.
};
BOOST_DESCRIBE_STRUCT(MinutesElection, (),
                      (election, post, form, places, options, rounds, elected, is_withdrawn, lot_commitment))

} // namespace governance
