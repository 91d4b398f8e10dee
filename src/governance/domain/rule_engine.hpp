#pragma once
// The one place where a vote is decided: rules and what was in the room go in, the working comes out. It knows neither
// roll nor tables, so that a decision record can be decided again by anybody who holds nothing but the record.
#include "governance/domain/election.hpp"
#include "governance/ids.hpp"

#include <optional>

namespace governance {

struct Tally {
    int in_favour = 0;
    int against = 0;
    int blank = 0;
    [[nodiscard]] int cast() const { return in_favour + against + blank; }
    bool operator==(const Tally&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (in_favour, against, blank))

struct Ballot {
    AppointmentId who;
    std::optional<Choice> choice; ///< Nothing: did not vote, and is not counted.
    std::optional<int> option{};  ///< In an election, beside a choice in favour: which candidate or list, from 1.
    bool operator==(const Ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ballot, (), (who, choice, option))

/// One seat of the body at the moment of the vote.
struct RecordedSeat {
    AppointmentId seat;                     ///< The member's appointment.
    std::optional<AppointmentId> held_by;   ///< The member, or the deputy who was called; nobody: the seat was empty.
    std::optional<int> deputy_order;        ///< Of a deputy: which in the order.
    std::vector<AppointmentId> passed_over; ///< Deputies before that one who could not come, in order.
    bool is_remote = false;
    bool is_disqualified = false; ///< Whoever holds the seat has no part in this question.
    bool operator==(const RecordedSeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedSeat, (), (seat, held_by, deputy_order, passed_over, is_remote, is_disqualified))

/// When somebody answered in writing; what they answered stands among the ballots.
struct WrittenAnswer {
    AppointmentId who;
    Instant at;
    bool operator==(const WrittenAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(WrittenAnswer, (), (who, at))

/// The time everybody had for answering.
struct WrittenWindow {
    Instant from, until;
    std::vector<WrittenAnswer> answers;
    bool operator==(const WrittenWindow&) const = default;
};
BOOST_DESCRIBE_STRUCT(WrittenWindow, (), (from, until, answers))

/// Everything besides the rules that the result of a vote follows from.
struct VoteInputs {
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    VoteMode mode = VoteMode::meeting;
    int round = 1;          ///< 2: after the discussion that a first round led to.
    bool is_closed = false; ///< Behind closed doors.
    std::vector<RecordedSeat> seats;
    std::vector<Ballot> ballots; ///< By name only.
    Tally counted;               ///< By count only.
    std::optional<AppointmentId> led_by;
    std::optional<Choice> casting_vote;       ///< When a tie needs it and no ballot shows it.
    std::optional<Choice> lot;                ///< What the lot said in a tied election.
    std::optional<ElectionInputs> election{}; ///< Candidates or lists; without, the question is yes or no.
    std::optional<WrittenWindow> written{};   ///< In writing.
    bool operator==(const VoteInputs&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteInputs, (),
                      (kind, method, mode, round, is_closed, seats, ballots, counted, led_by, casting_vote, lot,
                       election, written))

/// The arithmetic, step by step, and what it comes to.
struct Working {
    int seats = 0;        ///< Of the body.
    int filled = 0;       ///< By members and deputies.
    int disqualified = 0; ///< Of those.
    int able = 0;         ///< Could vote.
    Tally tally{};
    int quorum_needed = 0;
    int quorum_counted = 0; ///< Those who count towards it.
    MajorityRule majority{};
    int whole = 0;  ///< What the majority is a share of: so many votes or seats.
    int needed = 0; ///< So many votes for carry the proposal.
    bool is_tie = false;
    std::optional<Choice> casting_vote; ///< That decided a tie.
    std::optional<AppointmentId> casting_by;
    std::optional<Choice> lot;         ///< That decided a tied election.
    bool goes_to_second_round = false; ///< It fell, but with support enough to be talked over and voted on again.
    VoteResult result = VoteResult::failed;
    /// Votes for candidates and lists are those in favour; passed: all places are filled, tied: held again.
    std::optional<ElectionWorking> election;
    bool operator==(const Working&) const = default;
};
BOOST_DESCRIBE_STRUCT(Working, (),
                      (seats, filled, disqualified, able, tally, quorum_needed, quorum_counted, majority, whole, needed,
                       is_tie, casting_vote, casting_by, lot, goes_to_second_round, result, election))

/// Decides a vote. The same rules and inputs always give the same working.
///
/// Fails with governance.no_quorum; with governance.vote_refused and a fault for each ballot that does not count
/// (voter_without_vote, voter_disqualified, voted_twice, blank_not_allowed) or is missing where all must vote
/// (voting_duty); with governance.more_votes_than_voters, ballots_missing, blank_not_allowed, casting_vote_missing,
/// casting_vote_needless, lot_needless, remote_not_allowed, second_round_not_allowed; in writing with
/// written_not_allowed, written_window_too_short, and written_window_closed (a ballot outside it, as a fault); of an
/// election also with election_option_unknown (a ballot for none of the options, as a fault), election_counts_faulty,
/// election_lists_not_allowed, election_lot_faulty.
Result<Working> decide(const BodyRules&, const VoteInputs&);

} // namespace governance
