// R13: minutes are approved and signed, then never changed; a correction is a new version.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR13 : public RuleWorld {
protected:
    Minutes kept(int number) {
        return *read([&](db::Reader& reader) { return load_minutes(reader, meeting, number); });
    }
    bool seal_holds(int number) { return is_seal_good(kept(number), world.journal->signing_key().public_key()); }
    void publish_first() {
        hold_meeting_with_case();
        ASSERT_TRUE(draft());
        ASSERT_TRUE(approve());
        ASSERT_TRUE(act_as(the_chair(), [&](const Acting& acting) { return sign_minutes(acting, meeting, 1, {}); }));
        ASSERT_TRUE(act_as(the_chair(), [&](const Acting& acting) { return publish_minutes(acting, meeting, 1, {}); }));
    }
};
EACH_DATABASE(RuleR13);

TEST_P(RuleR13, SealsTheMinutesAndKeepsThemBesideACorrection) {
    publish_first();
    const auto before = kept(1).content;
    MinutesCorrectionRequest wanted;
    wanted.reason = std::string{"Feil sted"};
    wanted.place = std::string{"Bergen"};

    ASSERT_EQ(*act([&](const Acting& acting) { return correct_minutes(acting, meeting, 1, wanted); }), 2);

    EXPECT_EQ(kept(1).content, before);
    EXPECT_TRUE(seal_holds(1));
    EXPECT_EQ(written(2).corrections.front().reason, "Feil sted");
}

TEST_P(RuleR13, RefusesToApproveOrDraftWhatWasPublished) {
    publish_first();

    EXPECT_EQ(code_of(approve()), "governance.minutes_step_refused");
    EXPECT_EQ(code_of(draft()), "governance.minutes_step_refused");
}

} // namespace governance::tests
