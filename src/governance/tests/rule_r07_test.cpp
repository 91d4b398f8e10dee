// R7: members of one body step down in another, by a table.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR7 : public RuleWorld {
protected:
    /// The first member also sits in Landstinget, whose members step down here.
    void conflict(const std::string& theme) {
        const auto wanted = an_appointment_of(people.at("Anne Medlem"), AppointmentRole::member);
        must([&](const Acting& acting) { return appoint(acting, assembly, wanted); });
        NewRoleConflict rule;
        rule.member_of = assembly;
        rule.theme = theme;
        rule.basis = std::string{"Vedtektene"};
        const auto added = act([&](const Acting& acting) { return add_role_conflict(acting, board, rule); });
        ASSERT_TRUE(added) << describe(added.error());
    }
};
EACH_DATABASE(RuleR7);

TEST_P(RuleR7, LetsThoseVoteWhomTheTableDoesNotName) {
    conflict("helse-og-omsorg");
    open_with_case();

    EXPECT_TRUE(vote_with({})) << "the case is about families and children";
}

TEST_P(RuleR7, RefusesAVoteUntilTheBodyHasRuledOnWhoeverSitsOnTheOtherSide) {
    conflict("familie-og-barn");
    open_with_case();

    EXPECT_EQ(code_of(vote_with({})), "governance.role_conflict_open");
    ASSERT_TRUE(settle_impartiality(*raise(members[0], ImpartialityGround::other_body), 4, 0, deputies[0]));
    EXPECT_TRUE(vote_with({}));
}

TEST_P(RuleR7, RefusesABodyThatStepsDownForItself) {
    NewRoleConflict rule;
    rule.member_of = board;
    rule.basis = std::string{"Vedtektene"};

    EXPECT_EQ(code_of(act([&](const Acting& acting) { return add_role_conflict(acting, board, rule); })),
              "governance.body_parent_faulty");
}

} // namespace governance::tests
