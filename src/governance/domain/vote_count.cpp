#include "governance/domain/vote_count.hpp"

#include "governance/domain/meeting_errors.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace governance {

/// The least share of the votes for and against that carries a proposal; "more than" for the simple majority.
static bool carries(const Tally& tally, Majority majority) {
    const auto decided = tally.in_favour + tally.against;
    switch (majority) {
    case Majority::simple:
        return tally.in_favour > tally.against;
    case Majority::two_thirds:
        return decided > 0 && tally.in_favour * 3 >= decided * 2;
    case Majority::three_quarters:
        return decided > 0 && tally.in_favour * 4 >= decided * 3;
    case Majority::unanimous:
        return decided > 0 && tally.against == 0;
    }
    return false;
}

static Majority majority_for(VoteKind kind, Majority of_the_rules) {
    return kind == VoteKind::election ? Majority::simple : of_the_rules;
}

bool is_tie(const Tally& tally, VoteKind kind, Majority majority) {
    return majority_for(kind, majority) == Majority::simple && tally.in_favour == tally.against && tally.in_favour > 0;
}

VoteResult result_of(const Tally& tally, VoteKind kind, Majority majority, std::optional<Choice> casting_vote) {
    if (!is_tie(tally, kind, majority)) {
        return carries(tally, majority_for(kind, majority)) ? VoteResult::passed : VoteResult::failed;
    }
    if (kind == VoteKind::election) return VoteResult::tied;
    return casting_vote == Choice::in_favour ? VoteResult::passed : VoteResult::failed;
}

Quorum quorum_of(const Roll& roll, const BodyRules& rules) {
    return {roll.seats(), static_cast<int>(roll.voters().size()), quorum_needed(roll.seats(), rules.quorum_percent)};
}

static Error without_quorum(const Quorum& quorum, int voting) {
    return no_quorum.error({{"seats", quorum.seats}, {"voting", voting}, {"needed", quorum.needed}});
}

static void add(Tally& tally, Choice choice) {
    auto& count = choice == Choice::in_favour ? tally.in_favour
                  : choice == Choice::against ? tally.against
                                              : tally.blank;
    ++count;
}

static Result<std::vector<CountedBallot>> check_ballots(const Roll& roll, const BodyRules& rules,
                                                        const std::vector<Ballot>& ballots) {
    auto error = vote_refused.error();
    std::set<AppointmentId> seats;
    std::vector<CountedBallot> counted;
    for (std::size_t i = 0; i < ballots.size(); ++i) {
        if (!ballots[i].choice) continue;
        const auto place = fmt::format("#/ballots/{}", i);
        const auto voter = roll.voter(ballots[i].who);
        if (!voter) {
            error.faults.push_back({place, voter.error().code, voter.error().values});
        } else if (!seats.insert(voter->seat).second) {
            error.faults.push_back(voted_twice.at(place));
        } else if (ballots[i].choice == Choice::blank && !rules.may_vote_blank) {
            error.faults.push_back(blank_not_allowed.at(place + "/choice"));
        } else {
            counted.push_back({*voter, *ballots[i].choice});
        }
    }
    if (!error.faults.empty()) return error;
    if (counted.empty()) return ballots_missing.error();
    return counted;
}

static Result<Tally> tally_of(const VoteCast& cast, const Quorum& quorum, const std::vector<CountedBallot>& ballots) {
    Tally tally;
    switch (cast.method) {
    case VoteMethod::by_name:
        for (const auto& ballot : ballots)
            add(tally, ballot.choice);
        break;
    case VoteMethod::count:
        tally = cast.counted;
        break;
    case VoteMethod::acclamation:
        tally.in_favour = quorum.present;
        break;
    }
    if (tally.in_favour < 0 || tally.against < 0 || tally.blank < 0 || tally.cast() > quorum.present) {
        return more_votes_than_voters.error({{"votes", tally.cast()}, {"voters", quorum.present}});
    }
    if (tally.cast() < quorum.needed) return without_quorum(quorum, tally.cast());
    return tally;
}

/// In a vote by name the leader's own ballot is the casting vote; otherwise it has to be said.
static Result<std::optional<Choice>> casting_vote_of(const BodyRules& rules, AppointmentId led_by, const VoteCast& cast,
                                                     const CountedVote& vote) {
    const bool may_cast = rules.has_casting_vote && cast.kind == VoteKind::ordinary;
    if (!may_cast || !is_tie(vote.tally, cast.kind, vote.majority)) {
        if (cast.casting_vote) return casting_vote_needless.error();
        return std::optional<Choice>{};
    }
    const auto own = std::ranges::find_if(vote.ballots, [&](const CountedBallot& ballot) {
        return ballot.voter.who == led_by && ballot.choice != Choice::blank;
    });
    if (own != vote.ballots.end()) {
        if (cast.casting_vote && *cast.casting_vote != own->choice) return casting_vote_needless.error();
        return std::optional{own->choice};
    }
    if (!cast.casting_vote || *cast.casting_vote == Choice::blank) return casting_vote_missing.error();
    return cast.casting_vote;
}

Result<CountedVote> count_vote(const Roll& roll, const BodyRules& rules, AppointmentId led_by, const VoteCast& cast) {
    const auto quorum = quorum_of(roll, rules);
    if (!quorum.is_met()) return without_quorum(quorum, quorum.present);
    CountedVote vote;
    vote.kind = cast.kind;
    vote.method = cast.method;
    vote.seats = quorum.seats;
    vote.voters_present = quorum.present;
    vote.quorum_needed = quorum.needed;
    vote.majority = majority_for(cast.kind, rules.majority);
    if (cast.method == VoteMethod::by_name) vote.ballots = TRY(check_ballots(roll, rules, cast.ballots));
    if (cast.counted.blank > 0 && cast.method == VoteMethod::count && !rules.may_vote_blank) {
        return blank_not_allowed.error();
    }
    vote.tally = TRY(tally_of(cast, quorum, vote.ballots));
    vote.casting_vote = TRY(casting_vote_of(rules, led_by, cast, vote));
    if (vote.casting_vote) vote.casting_by = led_by;
    vote.result = result_of(vote.tally, vote.kind, vote.majority, vote.casting_vote);
    return vote;
}

} // namespace governance
