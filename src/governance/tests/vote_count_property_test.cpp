// The count of a vote against a plain second implementation, for drawn bodies, rooms and ballots.
#include "governance/tests/roll_builders.hpp"

#include <map>
#include <rapidcheck/gtest.h>

namespace governance::tests {

/// Who is in the room, kept in the plainest way: who holds which seat.
struct PlainRoom {
    int seats = 0;
    std::map<int, int> holder_of_seat;
};

struct Drawn {
    Roll roll;
    PlainRoom room;
};

static Drawn draw_room() {
    const int seats = *rc::gen::inRange(1, 12);
    const int deputies = *rc::gen::inRange(0, 4);
    Drawn drawn{Roll{a_body_of(seats, deputies), day(10)}, {seats, {}}};
    for (int member = 1; member <= seats; ++member) {
        if (!*rc::gen::arbitrary<bool>()) continue;
        RC_ASSERT(drawn.roll.record(arrival(member)).has_value());
        drawn.room.holder_of_seat[member] = member;
    }
    int deputy = 101;
    for (int member = 1; member <= seats && deputy <= 100 + deputies; ++member) {
        if (drawn.room.holder_of_seat.contains(member) || !*rc::gen::arbitrary<bool>()) continue;
        RC_ASSERT(drawn.roll.record(arrival(deputy, member)).has_value());
        drawn.room.holder_of_seat[member] = deputy++;
    }
    return drawn;
}

static Choice draw_choice() {
    return *rc::gen::element(Choice::in_favour, Choice::against, Choice::blank);
}

/// What the words of R3 and R4 say, without any of the code under test.
static std::string plain_result(const PlainRoom& room, const std::map<int, Choice>& by_holder, int leader) {
    int in_favour = 0, against = 0, blank = 0;
    for (const auto& [holder, choice] : by_holder) {
        if (choice == Choice::in_favour) ++in_favour;
        if (choice == Choice::against) ++against;
        if (choice == Choice::blank) ++blank;
    }
    if (2 * (in_favour + against + blank) < room.seats) return "no quorum";
    if (in_favour > against) return "passed";
    if (in_favour < against || in_favour == 0) return "failed";
    const auto own = by_holder.find(leader);
    if (own == by_holder.end() || own->second == Choice::blank) return "casting vote missing";
    return own->second == Choice::in_favour ? "passed" : "failed";
}

static std::string counted_result(const Roll& roll, const std::map<int, Choice>& by_holder, int leader) {
    VoteCast cast;
    for (const auto& [holder, choice] : by_holder)
        cast.ballots.push_back(ballot(holder, choice));
    const auto vote = count_vote(roll, BodyRules{}, appointment_id(leader), cast);
    if (vote) return vote->result == VoteResult::passed ? "passed" : "failed";
    if (vote.error().code == "governance.no_quorum") return "no quorum";
    if (vote.error().code == "governance.casting_vote_missing") return "casting vote missing";
    return std::string{vote.error().code};
}

RC_GTEST_PROP(CountVote, AgreesWithThePlainCountForEveryRoomAndEveryBallot, ()) {
    const auto drawn = draw_room();
    RC_PRE(!drawn.room.holder_of_seat.empty());
    std::map<int, Choice> by_holder;
    for (const auto& [seat, holder] : drawn.room.holder_of_seat) {
        if (*rc::gen::inRange(0, 10) > 0) by_holder[holder] = draw_choice();
    }
    RC_PRE(!by_holder.empty());
    const int leader = drawn.room.holder_of_seat.begin()->second;

    RC_ASSERT(counted_result(drawn.roll, by_holder, leader) == plain_result(drawn.room, by_holder, leader));
}

RC_GTEST_PROP(CountVote, NeverCountsMoreThanOneVoteForASeat, ()) {
    const auto drawn = draw_room();
    VoteCast cast;
    const auto ballots = *rc::gen::inRange(1, 20);
    for (int i = 0; i < ballots; ++i) {
        const int who = *rc::gen::inRange(1, 16);
        cast.ballots.push_back(ballot(who > 12 ? 88 + who : who, draw_choice()));
    }
    const auto vote = count_vote(drawn.roll, BodyRules{}, appointment_id(1), cast);
    if (!vote) return;

    RC_ASSERT(vote->tally.cast() <= static_cast<int>(drawn.room.holder_of_seat.size()));
    RC_ASSERT(2 * vote->tally.cast() >= drawn.room.seats);
    for (const auto& counted : vote->ballots)
        RC_ASSERT(drawn.roll.voter(counted.voter.who).has_value());
}

RC_GTEST_PROP(CountVote, DoesNotDependOnTheOrderOfBallots, ()) {
    const auto drawn = draw_room();
    VoteCast cast;
    for (const auto& [seat, holder] : drawn.room.holder_of_seat)
        cast.ballots.push_back(ballot(holder, draw_choice()));
    RC_PRE(!cast.ballots.empty());
    const int leader = drawn.room.holder_of_seat.begin()->second;
    auto turned = cast;
    std::ranges::reverse(turned.ballots);

    const auto first = count_vote(drawn.roll, BodyRules{}, appointment_id(leader), cast);
    const auto second = count_vote(drawn.roll, BodyRules{}, appointment_id(leader), turned);

    RC_ASSERT(first.has_value() == second.has_value());
    if (first) RC_ASSERT(first->tally == second->tally && first->result == second->result);
}

} // namespace governance::tests
