#include "voice/domain/errors.hpp"
#include "voice/domain/hindrance.hpp"
#include "voice/domain/position.hpp"

#include "platform/json/described_members.hpp"

#include <gtest/gtest.h>
#include <set>

using namespace voice;
using governance::CaseState;
using governance::Outcome;

namespace {

Date day(std::string_view text) {
    return *parse_date(text);
}

Basis decided() {
    Basis basis;
    basis.case_number = "26/00001";
    basis.state = CaseState::final;
    basis.outcome = Outcome::adopted;
    basis.body = governance::BodyId{};
    basis.decided_on = day("2026-03-04");
    return basis;
}

Position stated_on(std::string_view on) {
    Position position;
    position.number = "P-2026-1";
    position.stated_on = day(on);
    return position;
}

} // namespace

TEST(Position, RestsOnADecidedCase) {
    const auto position = resting_on(stated_on("2026-03-04"), decided(), day("2026-03-05"));
    ASSERT_TRUE(position.has_value());
    EXPECT_EQ(position->outcome, Outcome::adopted);
    EXPECT_EQ(position->state(), PositionState::in_force);
}

TEST(Position, IsRefusedWhileTheCaseIsUnderWay) {
    for (const auto state : {CaseState::planned, CaseState::noticed, CaseState::in_preparation, CaseState::on_agenda,
                             CaseState::treated, CaseState::withdrawn}) {
        auto basis = decided();
        basis.state = state;
        const auto refused = resting_on(stated_on("2026-03-05"), basis, day("2026-03-05"));
        ASSERT_FALSE(refused.has_value());
        EXPECT_EQ(refused.error().code, basis_not_decided.name);
    }
}

TEST(Position, IsNeitherSaidBeforeTheDecisionNorInTheFuture) {
    const auto early = resting_on(stated_on("2026-03-03"), decided(), day("2026-03-05"));
    ASSERT_FALSE(early.has_value());
    EXPECT_EQ(early.error().code, stated_before_decision.name);
    const auto late = resting_on(stated_on("2026-03-06"), decided(), day("2026-03-05"));
    ASSERT_FALSE(late.has_value());
    EXPECT_EQ(late.error().code, day_in_future.name);
}

TEST(Position, IsWithdrawnOnceAndSaysWhy) {
    const auto withdrawn = withdraw(stated_on("2026-03-04"), "Saken er løst.", day("2026-04-01"));
    ASSERT_TRUE(withdrawn.has_value());
    EXPECT_EQ(withdrawn->state(), PositionState::withdrawn);
    const auto again = withdraw(*withdrawn, "Igjen.", day("2026-04-02"));
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code, position_not_in_force.name);
}

TEST(Position, TakesOneAnswerThatCameAfterIt) {
    const auto answer = answered(stated_on("2026-03-04"), "Loven endres.", day("2026-05-01"), day("2026-05-02"));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answered(*answer, "Nei.", day("2026-05-02"), day("2026-05-02")).error().code,
              position_answered_already.name);
    EXPECT_EQ(answered(stated_on("2026-03-04"), "Før.", day("2026-03-03"), day("2026-05-02")).error().code,
              stated_before_decision.name);
}

TEST(Hindrance, IsRaisedOnlyBySomethingThatRaisesIt) {
    Hindrance hindrance;
    hindrance = *moved(hindrance, {HindranceState::assessed, "Vurdert.", {}, {}}, day("2026-03-04"));
    const auto silent = moved(hindrance, {HindranceState::raised, "Tatt opp.", {}, {}}, day("2026-03-05"));
    ASSERT_FALSE(silent.has_value());
    EXPECT_EQ(silent.error().code, raised_without_voice.name);
    EXPECT_TRUE(moved(hindrance, {HindranceState::raised, "Tatt opp.", governance::CaseId{}, {}}, day("2026-03-05")));
}

TEST(Hindrance, GoesOnlyForwardsAndEnds) {
    for (const auto from : json::enumerator_values<HindranceState>) {
        Hindrance hindrance;
        hindrance.state = from;
        hindrance.case_id = governance::CaseId{};
        const auto next = next_states(from);
        const std::set<HindranceState> allowed{next.begin(), next.end()};
        for (const auto to : json::enumerator_values<HindranceState>) {
            const auto result = moved(hindrance, {to, "x", {}, {}}, day("2026-03-04"));
            EXPECT_EQ(result.has_value(), allowed.contains(to));
            if (!result) {
                EXPECT_EQ(result.error().code, hindrance_step_refused.name);
            }
        }
        EXPECT_FALSE(allowed.contains(from));
    }
}
