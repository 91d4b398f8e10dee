#pragma once
// Rules of procedure as data: what a vote takes, who may vote how, what a meeting needs. Nothing of a body stands in
// code: the profile says it, the body's own settings say it over again, and rule_engine.hpp reckons with what they say.
#include "governance/meeting_words.hpp"
#include "governance/rule_words.hpp"
#include "platform/result.hpp"

#include <string>
#include <vector>

namespace governance {

struct Share {
    int numerator = 1;
    int denominator = 2;
    bool operator==(const Share&) const = default;
};
BOOST_DESCRIBE_STRUCT(Share, (), (numerator, denominator))

/// The least whole number that is at least (or more than) the share of a whole.
int least_of(const Share&, bool is_more_than, int whole);

/// "More than 1/2 of the votes for and against", "at least 2/3 of all seats".
struct MajorityRule {
    ShareOf of = ShareOf::decided;
    Share share{};
    bool is_more_than = true;
    bool operator==(const MajorityRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(MajorityRule, (), (of, share, is_more_than))

/// By the name that most people know it by; Majority::special when it has none.
MajorityRule rule_of(Majority);
Majority name_of(const MajorityRule&);

/// What each kind of question takes.
struct Majorities {
    MajorityRule ordinary{}, procedural{}, election{}, rules_change{};
    bool operator==(const Majorities&) const = default;

    [[nodiscard]] const MajorityRule& of(VoteKind) const;
};
BOOST_DESCRIBE_STRUCT(Majorities, (), (ordinary, procedural, election, rules_change))

struct QuorumRule {
    Share share{};
    bool is_more_than = false;
    QuorumOf of = QuorumOf::voting;
    int least = 1; ///< Never fewer than these, whatever the share gives; 0 lets a vote stand in which nobody voted.
    bool operator==(const QuorumRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuorumRule, (), (share, is_more_than, of, least))

/// A proposal that falls with enough support is talked over for some days and then takes another majority.
struct SecondRound {
    Share support{};
    int discussion_days = 90;
    MajorityRule majority{};
    bool operator==(const SecondRound&) const = default;
};
BOOST_DESCRIBE_STRUCT(SecondRound, (), (support, discussion_days, majority))

struct LateItemRule {
    LateItems when = LateItems::consent;
    Share objection{1, 3}; ///< So many of the members can stop it, where objections count.
    bool chair_may_object = true;
    bool operator==(const LateItemRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(LateItemRule, (), (when, objection, chair_may_object))

struct WrittenRule {
    WrittenWhen when = WrittenWhen::never;
    int window_days_min = 0;
    /// Anybody with a seat can have a meeting instead; always so where all must agree to it.
    std::optional<bool> may_demand_meeting;
    bool operator==(const WrittenRule&) const = default;

    [[nodiscard]] bool lets_demand() const {
        return when == WrittenWhen::all_agree || may_demand_meeting.value_or(false);
    }
};
BOOST_DESCRIBE_STRUCT(WrittenRule, (), (when, window_days_min, may_demand_meeting))

struct ElectionRule {
    SecondBallot second_ballot = SecondBallot::again;
    bool may_use_lists = true;
    ListMethod list_method = ListMethod::largest_remainder;
    bool operator==(const ElectionRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(ElectionRule, (), (second_ballot, may_use_lists, list_method))

/// Members left out of a document have the values here, which are those of a body that decides by simple majority.
struct Procedure {
    QuorumRule quorum{};
    Majorities majorities{};
    Tie tie = Tie::casting_vote;
    ElectionTie election_tie = ElectionTie::undecided;
    BlankVotes blank_votes = BlankVotes::everywhere;
    bool must_vote = false;               ///< Whoever is in the room and able votes.
    bool may_meet_remotely = true;        ///< Somebody may take part over a line.
    bool may_close_doors_remotely = true; ///< Also in an item behind closed doors.
    WrittenRule written{};
    LateItemRule late_items{};
    std::optional<SecondRound> second_round;
    /// Left out: candidates only, and another ballot until one has the majority. Rules from before there were lists
    /// stay the bytes they were.
    std::optional<ElectionRule> elections;
    std::vector<MinutesPart> minutes_parts{MinutesPart::time_and_place, MinutesPart::presence,
                                           MinutesPart::cases,          MinutesPart::decisions,
                                           MinutesPart::vote_results,   MinutesPart::closing_basis};
    bool operator==(const Procedure&) const = default;

    [[nodiscard]] ElectionRule election_rule() const {
        return elections.value_or(ElectionRule{SecondBallot::again, false, ListMethod::largest_remainder});
    }
};
BOOST_DESCRIBE_STRUCT(Procedure, (),
                      (quorum, majorities, tie, election_tie, blank_votes, must_vote, may_meet_remotely,
                       may_close_doors_remotely, written, late_items, second_round, elections, minutes_parts))

/// What is out of range or contradicts itself, each below the place given.
std::vector<Fault> faults_of(const Procedure&, std::string_view place);

} // namespace governance
