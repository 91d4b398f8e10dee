#include "governance/domain/case_state.hpp"
#include "governance/domain/errors.hpp"
#include "governance/tests/path_builders.hpp"
#include "platform/json/described_members.hpp"

#include <gtest/gtest.h>

using namespace governance;
using namespace governance::tests;

TEST(CaseState, FollowsTheWholePathOfThreeBodies) {
    auto path = a_path({body(1), body(2), body(3)});
    path = *give_notice(path, day(1));
    path = *begin_preparation(path);
    for (int number = 1; number <= 3; ++number) {
        path = *put_on_agenda(path, body(number), PathRules{}, day(10 * number));
        path = *treat(path, ruling(body(number), Outcome::adopted), PathRules{});
        if (number < 3) path = *send_on(path);
    }
    path = *make_final(path, PathRules{});
    path = *follow_up(path);

    EXPECT_EQ(path.state, CaseState::followed_up);
    EXPECT_EQ(path.steps.size(), 3U);
    EXPECT_EQ(path.current(), nullptr);
}

TEST(CaseState, RefusesWhatTheStateDoesNotAllowAndNamesWhatItDoes) {
    const auto refused = begin_preparation(a_path({body(1)}));

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, case_step_refused.name);
    EXPECT_EQ(value_of(refused.error(), "state"), "planned");
    EXPECT_EQ(value_of(refused.error(), "asked"), "begin_preparation");
    EXPECT_EQ(value_of(refused.error(), "allowed"), "give_notice, withdraw, change_path");
}

TEST(CaseState, RefusesEverythingOnceWithdrawn) {
    const auto path = *withdraw(a_path({body(1)}));
    const auto refused = give_notice(path, day(1));

    EXPECT_TRUE(path.steps.front().has_lapsed);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(value_of(refused.error(), "allowed"), "none");
}

TEST(CaseState, RefusesABodyOutOfTurn) {
    const auto refused = put_on_agenda(prepared({body(1), body(2)}), body(2), PathRules{}, day(20));

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, case_at_other_body.name);
    EXPECT_EQ(value_of(refused.error(), "current"), body(1).to_string());
}

TEST(CaseState, RefusesAMeetingTooSoonAfterTheNotice) {
    const PathRules rules{.notice_days_min = 14};
    const auto path = prepared({body(1)}); // Noticed on day 1.
    const auto refused = put_on_agenda(path, body(1), rules, day(14));

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, notice_too_short.name);
    EXPECT_EQ(value_of(refused.error(), "earliest"), to_string(day(15)));
    EXPECT_TRUE(put_on_agenda(path, body(1), rules, day(15)).has_value());
}

TEST(CaseState, RefusesAnOutcomeThatTheBodysRulesDoNotName) {
    const PathRules rules{.allowed_outcomes = {Outcome::noted}};
    const auto refused = treat(on_agenda({body(1)}), ruling(body(1), Outcome::adopted), rules);

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, outcome_not_allowed.name);
    EXPECT_EQ(value_of(refused.error(), "noted"), "yes");
    EXPECT_EQ(value_of(refused.error(), "adopted"), "no");
}

TEST(CaseState, RefusesToReferWithoutSayingToWhom) {
    const auto path = on_agenda({body(1)});

    EXPECT_EQ(treat(path, ruling(body(1), Outcome::referred), PathRules{}).error().code, referral_faulty.name);
    EXPECT_EQ(treat(path, ruling(body(1), Outcome::referred, body(1)), PathRules{}).error().code, referral_faulty.name);
    EXPECT_EQ(treat(path, ruling(body(1), Outcome::adopted, body(2)), PathRules{}).error().code, referral_faulty.name);
    EXPECT_EQ(treat(path, ruling(body(1), Outcome::referred, body(2)), PathRules{.may_refer = false}).error().code,
              outcome_not_allowed.name);
}

TEST(CaseState, ComesBackToTheSameBodyWhenPostponed) {
    const auto path = *treat(on_agenda({body(1), body(2)}), ruling(body(1), Outcome::postponed), PathRules{});

    ASSERT_EQ(path.steps.size(), 3U);
    EXPECT_EQ(path.current()->body, body(1));
    EXPECT_EQ(make_final(path, PathRules{}).error().code, outcome_settles_nothing.name);
    EXPECT_EQ(send_on(path)->state, CaseState::in_preparation);
}

TEST(CaseState, GoesToTheOtherBodyAndBackWhenReferred) {
    const auto path = *treat(on_agenda({body(1), body(2)}), ruling(body(1), Outcome::referred, body(7)), PathRules{});

    ASSERT_EQ(path.steps.size(), 4U);
    EXPECT_EQ(path.steps[1].body, body(7));
    EXPECT_EQ(path.steps[2].body, body(1));
    EXPECT_EQ(path.steps[3].body, body(2));
}

TEST(CaseState, IsNotFinalWhileABodyRemains) {
    const auto path = treated({body(1), body(2)}, Outcome::adopted);
    const auto refused = make_final(path, PathRules{});

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, bodies_remain.name);
    EXPECT_EQ(value_of(refused.error(), "count"), "1");
}

TEST(CaseState, EndsWithTheBodyThatRejectsIt) {
    const auto path = *make_final(treated({body(1), body(2)}, Outcome::rejected), PathRules{});

    EXPECT_EQ(path.state, CaseState::final);
    EXPECT_TRUE(path.steps[1].has_lapsed);
}

TEST(CaseState, IsNotFinalWithABodyThatOnlyAdvises) {
    EXPECT_EQ(make_final(treated({body(1)}, Outcome::adopted), PathRules{.may_be_final = false}).error().code,
              body_only_advises.name);
}

TEST(CaseState, NeedsAPoliticalRecordWhenStrategic) {
    auto path = on_agenda({body(1)});
    path.is_strategic = true;

    const auto advised = *treat(path, ruling(body(1), Outcome::adopted), PathRules{});
    EXPECT_EQ(make_final(advised, PathRules{}).error().code, political_record_missing.name);

    const auto decided = *treat(path, ruling(body(1), Outcome::adopted), PathRules{.is_political = true});
    EXPECT_TRUE(make_final(decided, PathRules{}).has_value());
}

TEST(CaseState, CannotBeSentOnFromItsLastBody) {
    EXPECT_EQ(send_on(treated({body(1)}, Outcome::adopted)).error().code, no_body_remains.name);
}

TEST(CaseState, GoesBackToPreparationWhenTakenOffTheAgenda) {
    EXPECT_EQ(take_off_agenda(on_agenda({body(1)}))->state, CaseState::in_preparation);
}

TEST(CaseState, KeepsTreatedStepsWhenThePathChanges) {
    const auto path = treated({body(1), body(2)}, Outcome::adopted);
    const auto changed = *change_path(path, {a_step(3), a_step(4)});

    ASSERT_EQ(changed.steps.size(), 3U);
    EXPECT_EQ(changed.steps[0], path.steps[0]);
    EXPECT_EQ(changed.current()->body, body(3));
}

TEST(CaseState, RefusesAPathWithoutBodiesOrWithTooMany) {
    EXPECT_EQ(change_path(prepared({body(1)}), {}).error().code, path_empty.name);
    EXPECT_EQ(change_path(prepared({body(1)}), std::vector<Step>(21)).error().code, path_too_long.name);
    EXPECT_EQ(change_path(on_agenda({body(1)}), {a_step(2)}).error().code, case_step_refused.name);
}
