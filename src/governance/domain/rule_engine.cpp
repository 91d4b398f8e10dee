#include "governance/domain/rule_engine.hpp"

#include "governance/domain/meeting.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/vote_check.hpp"

#include <algorithm>
#include <numeric>

namespace governance {

namespace {

/// One vote on its way through the rules, one step after the other.
class Deciding {
public:
    Deciding(const BodyRules& rules, const VoteInputs& inputs)
        : rules_{rules}, inputs_{inputs}, check_{rules, inputs} {}

    Result<Working> run() {
        count_seats();
        TRY(check_.mode());
        if (working_.able < working_.quorum_needed) return without_quorum(working_.able);
        if (inputs_.method == VoteMethod::by_name) TRY(check_.ballots());
        TRY(count_votes());
        weigh();
        if (inputs_.election) {
            TRY(elect());
            return working_;
        }
        TRY(break_tie());
        conclude();
        return working_;
    }

private:
    void count_seats() {
        working_.seats = static_cast<int>(inputs_.seats.size());
        for (const auto& seat : inputs_.seats) {
            if (!seat.held_by) continue;
            ++working_.filled;
            if (seat.is_disqualified) ++working_.disqualified;
        }
        working_.able = working_.filled - working_.disqualified;
        working_.quorum_needed = quorum_needed(working_.seats, rules_.quorum);
    }

    [[nodiscard]] Error without_quorum(int counted) const {
        return no_quorum.error({{"seats", working_.seats}, {"voting", counted}, {"needed", working_.quorum_needed}});
    }

    /// Votes for each option. Acclamation takes a single option, which nobody speaks against.
    [[nodiscard]] Result<std::vector<int>> votes_for_options() const {
        const auto& election = *inputs_.election;
        std::vector<int> votes(election.names.size(), 0);
        if (votes.empty() || election.places < 1) return election_counts_faulty.error();
        if (inputs_.method == VoteMethod::acclamation) {
            if (votes.size() != 1) return election_counts_faulty.error();
            votes.front() = working_.tally.in_favour;
            return votes;
        }
        if (inputs_.method == VoteMethod::by_name) {
            for (const auto& ballot : inputs_.ballots) {
                if (ballot.option) ++votes[static_cast<std::size_t>(*ballot.option - 1)];
            }
            return votes;
        }
        const auto& counted = election.counted;
        const bool is_whole = counted.size() == votes.size() && working_.tally.against == 0 &&
                              std::ranges::none_of(counted, [](int each) { return each < 0; }) &&
                              std::accumulate(counted.begin(), counted.end(), 0) == working_.tally.in_favour;
        if (!is_whole) return election_counts_faulty.error();
        return counted;
    }

    Result<void> elect() {
        if (inputs_.casting_vote) return casting_vote_needless.error();
        if (inputs_.lot) return lot_needless.error();
        const auto& election = *inputs_.election;
        const auto votes = TRY(votes_for_options());
        auto counted = TRY(count_election(rules_, election, inputs_.round, votes, working_.needed));
        working_.is_tie = counted.is_tied || !counted.lots.empty();
        const bool is_filled = std::ssize(counted.elected) == election.places;
        working_.result = is_filled ? VoteResult::passed : counted.is_tied ? VoteResult::tied : VoteResult::failed;
        working_.goes_to_second_round =
            !is_filled && inputs_.round == 1 && check_.has_second_ballot() && working_.tally.in_favour > 0;
        working_.election = std::move(counted);
        return {};
    }

    Result<void> count_votes() {
        auto& tally = working_.tally;
        if (inputs_.method == VoteMethod::count) tally = inputs_.counted;
        if (inputs_.method == VoteMethod::acclamation) tally.in_favour = working_.able;
        if (inputs_.method == VoteMethod::by_name) {
            for (const auto& ballot : inputs_.ballots) {
                tally.in_favour += ballot.choice == Choice::in_favour ? 1 : 0;
                tally.against += ballot.choice == Choice::against ? 1 : 0;
                tally.blank += ballot.choice == Choice::blank ? 1 : 0;
            }
        }
        if (tally.blank > 0 && !check_.may_vote_blank()) return blank_not_allowed.error();
        if (tally.in_favour < 0 || tally.against < 0 || tally.blank < 0 || tally.cast() > working_.able) {
            return more_votes_than_voters.error({{"votes", tally.cast()}, {"voters", working_.able}});
        }
        if (rules_.must_vote && tally.cast() < working_.able) {
            return voting_duty.error({{"votes", tally.cast()}, {"voters", working_.able}});
        }
        working_.quorum_counted = rules_.quorum.of == QuorumOf::voting ? tally.cast() : working_.able;
        if (working_.quorum_counted < working_.quorum_needed) return without_quorum(working_.quorum_counted);
        return {};
    }

    void weigh() {
        const auto& tally = working_.tally;
        const bool has_own_majority = inputs_.round == 2 && !inputs_.election;
        working_.majority = has_own_majority ? rules_.second_round->majority : rules_.majorities.of(inputs_.kind);
        const auto& rule = working_.majority;
        working_.whole = rule.of == ShareOf::decided ? tally.in_favour + tally.against
                         : rule.of == ShareOf::cast  ? tally.cast()
                                                     : working_.seats;
        // Nothing is carried by nobody: a share of no votes at all would be reached by none.
        working_.needed = std::max(1, least_of(rule.share, rule.is_more_than, working_.whole));
        const bool needs_more_than_half = rule_of(Majority::simple) == rule;
        working_.is_tie = needs_more_than_half && tally.in_favour > 0 && tally.in_favour == tally.against;
    }

    Result<void> break_tie() {
        const bool is_election = inputs_.kind == VoteKind::election;
        const bool takes_lot = working_.is_tie && is_election && rules_.election_tie == ElectionTie::lot;
        if (inputs_.lot && (!takes_lot || inputs_.lot == Choice::blank)) return lot_needless.error();
        if (takes_lot) working_.lot = inputs_.lot;
        const bool takes_casting_vote = working_.is_tie && !is_election && rules_.tie == Tie::casting_vote;
        if (!takes_casting_vote) {
            if (inputs_.casting_vote) return casting_vote_needless.error();
            return {};
        }
        const auto decisive = TRY(casting_vote());
        working_.casting_vote = decisive;
        working_.casting_by = inputs_.led_by;
        return {};
    }

    /// In a vote by name the leader's own ballot is the casting vote; otherwise it has to be said.
    [[nodiscard]] Result<Choice> casting_vote() const {
        const auto own = std::ranges::find_if(inputs_.ballots, [&](const Ballot& ballot) {
            return inputs_.led_by == ballot.who && ballot.choice && ballot.choice != Choice::blank;
        });
        if (inputs_.method == VoteMethod::by_name && own != inputs_.ballots.end()) {
            if (inputs_.casting_vote && inputs_.casting_vote != own->choice) return casting_vote_needless.error();
            return *own->choice;
        }
        const auto* seat = inputs_.led_by ? check_.seat_of(*inputs_.led_by) : nullptr;
        if (seat == nullptr || seat->is_disqualified) return casting_vote_missing.error();
        if (!inputs_.casting_vote || inputs_.casting_vote == Choice::blank) return casting_vote_missing.error();
        return *inputs_.casting_vote;
    }

    void conclude() {
        const auto& tally = working_.tally;
        const auto by = [](std::optional<Choice> decisive) {
            return decisive == Choice::in_favour ? VoteResult::passed : VoteResult::failed;
        };
        if (working_.is_tie && inputs_.kind == VoteKind::election) {
            working_.result = working_.lot ? by(working_.lot) : VoteResult::tied;
            return;
        }
        if (working_.is_tie) {
            working_.result = by(working_.casting_vote);
            return;
        }
        working_.result = tally.in_favour >= working_.needed ? VoteResult::passed : VoteResult::failed;
        const auto decided = tally.in_favour + tally.against;
        working_.goes_to_second_round = rules_.second_round && inputs_.round == 1 && decided > 0 &&
                                        working_.result == VoteResult::failed &&
                                        tally.in_favour >= least_of(rules_.second_round->support, false, decided);
    }

    const BodyRules& rules_;
    const VoteInputs& inputs_;
    VoteCheck check_;
    Working working_;
};

} // namespace

Result<Working> decide(const BodyRules& rules, const VoteInputs& inputs) {
    return Deciding{rules, inputs}.run();
}

} // namespace governance
