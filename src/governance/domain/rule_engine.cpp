#include "governance/domain/rule_engine.hpp"

#include "governance/domain/meeting.hpp"
#include "governance/domain/meeting_errors.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <set>

namespace governance {

namespace {

/// One vote on its way through the rules, one step after the other.
class Deciding {
public:
    Deciding(const BodyRules& rules, const VoteInputs& inputs) : rules_{rules}, inputs_{inputs} {}

    Result<Working> run() {
        count_seats();
        TRY(check_mode());
        if (working_.able < working_.quorum_needed) return without_quorum(working_.able);
        if (inputs_.method == VoteMethod::by_name) TRY(check_ballots());
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

    Result<void> check_mode() const {
        const bool is_written = inputs_.mode == VoteMode::written;
        if (is_written) TRY(check_window());
        const bool has_second_round = inputs_.election ? has_second_ballot() : rules_.second_round.has_value();
        if (inputs_.round == 2 && !has_second_round) return second_round_not_allowed.error();
        const bool is_anybody_remote =
            std::ranges::any_of(inputs_.seats, [](const RecordedSeat& seat) { return seat.held_by && seat.is_remote; });
        if (is_written || !is_anybody_remote) return {};
        const bool is_allowed =
            inputs_.is_closed ? rules_.may_meet_remotely && rules_.may_close_doors_remotely : rules_.may_meet_remotely;
        if (!is_allowed) return remote_not_allowed.error();
        return {};
    }

    /// A vote in writing shows the time that everybody had.
    Result<void> check_window() const {
        if (rules_.written.when == WrittenWhen::never) return written_not_allowed.error();
        const int days = inputs_.written ? days_between(inputs_.written->from, inputs_.written->until) : 0;
        const int days_min = rules_.written.window_days_min;
        if (!inputs_.written || days < days_min) {
            return written_window_too_short.error({{"days", days}, {"daysMin", days_min}});
        }
        if (inputs_.method != VoteMethod::by_name) return ballots_missing.error();
        return {};
    }

    [[nodiscard]] bool came_in_time(AppointmentId who) const {
        if (!inputs_.written) return true;
        const auto& window = *inputs_.written;
        return std::ranges::any_of(window.answers, [&](const WrittenAnswer& answer) {
            return answer.who == who && answer.at >= window.from && answer.at < window.until;
        });
    }

    /// Lists are counted once and for all.
    [[nodiscard]] bool has_second_ballot() const {
        return inputs_.election->form == ElectionForm::majority &&
               rules_.election_rule().second_ballot == SecondBallot::most_votes;
    }

    [[nodiscard]] const RecordedSeat* seat_of(AppointmentId who) const {
        const auto found = std::ranges::find(inputs_.seats, std::optional{who}, &RecordedSeat::held_by);
        return found == inputs_.seats.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool may_vote_blank() const {
        if (rules_.blank_votes == BlankVotes::elections) return inputs_.kind == VoteKind::election;
        return rules_.blank_votes == BlankVotes::everywhere;
    }

    Result<void> check_ballots() {
        auto error = vote_refused.error();
        std::set<AppointmentId> voted;
        for (std::size_t i = 0; i < inputs_.ballots.size(); ++i) {
            const auto& [who, choice, option] = inputs_.ballots[i];
            if (!choice) continue;
            const auto place = fmt::format("#/ballots/{}", i);
            const auto* seat = seat_of(who);
            if (seat == nullptr) {
                error.faults.push_back(voter_without_vote.at(place));
            } else if (seat->is_disqualified) {
                error.faults.push_back(voter_disqualified.at(place));
            } else if (!voted.insert(seat->seat).second) {
                error.faults.push_back(voted_twice.at(place));
            } else if (choice == Choice::blank && !may_vote_blank()) {
                error.faults.push_back(blank_not_allowed.at(place + "/choice"));
            } else if (!came_in_time(who)) {
                error.faults.push_back(written_window_closed.at(place));
            } else if (!is_for_an_option(*choice, option)) {
                error.faults.push_back(election_option_unknown.at(place + "/option"));
            }
        }
        if (error.faults.empty() && rules_.must_vote) add_missing(error, voted);
        if (!error.faults.empty()) return error;
        if (voted.empty() && rules_.quorum.least > 0) return ballots_missing.error();
        return {};
    }

    /// In an election every vote that is not blank names one of the options; elsewhere there are none to name.
    [[nodiscard]] bool is_for_an_option(Choice choice, const std::optional<int>& option) const {
        if (!inputs_.election || choice == Choice::blank) return !option;
        return choice == Choice::in_favour && option && *option >= 1 && *option <= std::ssize(inputs_.election->names);
    }

    /// Points at the row of whoever is able and did not vote; at the list when there is no row.
    void add_missing(Error& error, const std::set<AppointmentId>& voted) const {
        for (const auto& seat : inputs_.seats) {
            if (!seat.held_by || seat.is_disqualified || voted.contains(seat.seat)) continue;
            const auto row = std::ranges::find(inputs_.ballots, *seat.held_by, &Ballot::who);
            const auto at = row - inputs_.ballots.begin();
            error.faults.push_back(
                voting_duty.at(row == inputs_.ballots.end() ? "#/ballots" : fmt::format("#/ballots/{}", at)));
        }
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
            !is_filled && inputs_.round == 1 && has_second_ballot() && working_.tally.in_favour > 0;
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
        if (tally.blank > 0 && !may_vote_blank()) return blank_not_allowed.error();
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
        const auto* seat = inputs_.led_by ? seat_of(*inputs_.led_by) : nullptr;
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
    Working working_;
};

} // namespace

Result<Working> decide(const BodyRules& rules, const VoteInputs& inputs) {
    return Deciding{rules, inputs}.run();
}

} // namespace governance
