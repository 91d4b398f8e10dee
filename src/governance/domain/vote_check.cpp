#include "governance/domain/vote_check.hpp"

#include "governance/domain/meeting.hpp"
#include "governance/domain/meeting_errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

Result<void> VoteCheck::mode() const {
    const bool is_written = inputs_.mode == VoteMode::written;
    if (is_written) TRY(written_window());
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

Result<void> VoteCheck::written_window() const {
    if (rules_.written.when == WrittenWhen::never) return written_not_allowed.error();
    const int days = inputs_.written ? days_between(inputs_.written->from, inputs_.written->until) : 0;
    const int days_min = rules_.written.window_days_min;
    if (!inputs_.written || days < days_min) {
        return written_window_too_short.error({{"days", days}, {"daysMin", days_min}});
    }
    if (inputs_.method != VoteMethod::by_name) return ballots_missing.error();
    return {};
}

bool VoteCheck::came_in_time(AppointmentId who) const {
    if (!inputs_.written) return true;
    const auto& window = *inputs_.written;
    return std::ranges::any_of(window.answers, [&](const WrittenAnswer& answer) {
        return answer.who == who && answer.at >= window.from && answer.at < window.until;
    });
}

bool VoteCheck::has_second_ballot() const {
    return inputs_.election->form == ElectionForm::majority &&
           rules_.election_rule().second_ballot == SecondBallot::most_votes;
}

const RecordedSeat* VoteCheck::seat_of(AppointmentId who) const {
    const auto found = std::ranges::find(inputs_.seats, std::optional{who}, &RecordedSeat::held_by);
    return found == inputs_.seats.end() ? nullptr : &*found;
}

bool VoteCheck::may_vote_blank() const {
    if (rules_.blank_votes == BlankVotes::elections) return inputs_.kind == VoteKind::election;
    return rules_.blank_votes == BlankVotes::everywhere;
}

Result<void> VoteCheck::ballots() const {
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

bool VoteCheck::is_for_an_option(Choice choice, const std::optional<int>& option) const {
    if (!inputs_.election || choice == Choice::blank) return !option;
    return choice == Choice::in_favour && option && *option >= 1 && *option <= std::ssize(inputs_.election->names);
}

void VoteCheck::add_missing(Error& error, const std::set<AppointmentId>& voted) const {
    for (const auto& seat : inputs_.seats) {
        if (!seat.held_by || seat.is_disqualified || voted.contains(seat.seat)) continue;
        const auto row = std::ranges::find(inputs_.ballots, *seat.held_by, &Ballot::who);
        const auto at = row - inputs_.ballots.begin();
        error.faults.push_back(
            voting_duty.at(row == inputs_.ballots.end() ? "#/ballots" : fmt::format("#/ballots/{}", at)));
    }
}

} // namespace governance
