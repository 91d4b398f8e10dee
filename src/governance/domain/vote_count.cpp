#include "governance/domain/vote_count.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

Quorum quorum_of(const Roll& roll, const BodyRules& rules) {
    return {roll.seats(), static_cast<int>(roll.voters().size()), quorum_needed(roll.seats(), rules.quorum)};
}

static bool takes_part(const Circumstances& circumstances, AppointmentId who) {
    if (!circumstances.written) return true;
    const auto& answers = circumstances.written->answers;
    return std::ranges::find(answers, who, &WrittenAnswer::who) != answers.end();
}

/// voters: those of the roll, which are costly to find in a large assembly.
static RecordedSeat seat_in(const Roll& roll, const std::vector<Voter>& voters, AppointmentId member,
                            const Circumstances& circumstances) {
    RecordedSeat seat;
    seat.seat = member;
    const auto holder = std::ranges::find(voters, member, &Voter::seat);
    if (holder == voters.end() || !takes_part(circumstances, holder->who)) return seat;
    seat.held_by = holder->who;
    if (holder->who != member) {
        seat.deputy_order = roll.appointment(holder->who)->deputy_order;
        seat.passed_over = roll.passed_over_for(holder->who);
    }
    seat.is_remote = roll.is_remote(holder->who);
    seat.is_disqualified =
        std::ranges::find(circumstances.disqualified, holder->who) != circumstances.disqualified.end();
    return seat;
}

VoteInputs inputs_of(const Roll& roll, AppointmentId led_by, const VoteCast& cast, const Circumstances& circumstances) {
    VoteInputs inputs;
    inputs.kind = cast.kind;
    inputs.method = cast.method;
    inputs.mode = circumstances.written ? VoteMode::written : VoteMode::meeting;
    inputs.round = circumstances.round;
    inputs.is_closed = circumstances.is_closed;
    const auto voters = roll.voters();
    for (const auto& appointment : roll.appointments()) {
        if (holds_seat(appointment.role)) inputs.seats.push_back(seat_in(roll, voters, appointment.id, circumstances));
    }
    if (cast.method == VoteMethod::by_name) inputs.ballots = cast.ballots;
    if (cast.method == VoteMethod::count) inputs.counted = cast.counted;
    inputs.led_by = led_by;
    inputs.casting_vote = cast.casting_vote;
    inputs.lot = cast.lot;
    inputs.election = cast.election;
    inputs.written = circumstances.written;
    return inputs;
}

CountedVote DecidedVote::counted() const {
    CountedVote vote;
    vote.kind = inputs.kind;
    vote.method = inputs.method;
    vote.tally = working.tally;
    vote.seats = working.seats;
    vote.voters_present = working.able;
    vote.quorum_needed = working.quorum_needed;
    vote.majority = name_of(working.majority);
    vote.casting_vote = working.casting_vote;
    vote.casting_by = working.casting_by;
    vote.result = working.result;
    for (const auto& ballot : inputs.ballots) {
        if (!ballot.choice) continue;
        const auto seat = std::ranges::find(inputs.seats, std::optional{ballot.who}, &RecordedSeat::held_by);
        ensure(seat != inputs.seats.end()); // decide() refuses other ballots
        vote.ballots.push_back({{ballot.who, seat->seat}, *ballot.choice});
    }
    return vote;
}

/// The record knows seats alone; the roll knows why somebody has none.
static Error explained(Error error, const Roll& roll, const VoteInputs& inputs) {
    for (std::size_t i = 0; i < inputs.ballots.size(); ++i) {
        const auto place = fmt::format("#/ballots/{}", i);
        const auto voter = roll.voter(inputs.ballots[i].who);
        for (auto& fault : error.faults) {
            if (fault.pointer == place && fault.code == voter_without_vote.name && !voter) {
                fault = {place, voter.error().code, voter.error().values};
            }
        }
    }
    return error;
}

Result<DecidedVote> decide_vote(const Roll& roll, const BodyRules& rules, AppointmentId led_by, const VoteCast& cast,
                                const Circumstances& circumstances) {
    auto inputs = inputs_of(roll, led_by, cast, circumstances);
    auto working = decide(rules, inputs);
    if (!working) return explained(std::move(working).error(), roll, inputs);
    return DecidedVote{std::move(inputs), *std::move(working)};
}

Result<CountedVote> count_vote(const Roll& roll, const BodyRules& rules, AppointmentId led_by, const VoteCast& cast) {
    return TRY(decide_vote(roll, rules, led_by, cast)).counted();
}

} // namespace governance
