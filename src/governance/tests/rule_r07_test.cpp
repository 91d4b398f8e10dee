// R7: members of one body step down in another, by a table.
#include "governance/tests/case_calls.hpp"
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR7 : public CallsOf<RuleWorld> {
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

TEST_P(RuleR7, ListsTheRolesForTheSecretaryWithWhoHasThemToday) {
    conflict("familie-og-barn");
    const auto page = "/bodies/hovedstyret/role-conflicts";
    const auto the_secretary = principal_of("Siri Sekretær", {right::hold_meeting});

    for (const auto* words : {"Landstinget", "Anne Medlem", "Vedtektene", "Familie og barn"})
        EXPECT_NE(body(page, the_secretary).find(words), std::string::npos) << words;
    EXPECT_EQ(body(page, the_secretary).find("/removal"), std::string::npos) << "others keep the table";
    EXPECT_NE(body(std::string{page} + ".json", the_secretary).find(R"("members":["Anne Medlem"])"), std::string::npos);
    EXPECT_EQ(code_of(get(page, principal_of("Anne Medlem", {right::see_shielded}))), "platform.right_missing");
}

TEST_P(RuleR7, LetsARoleBeRemovedOnceAndAddedOnce) {
    conflict("familie-og-barn");
    const auto keeper = principal_of("Siri Sekretær", {right::hold_meeting, right::maintain_bodies});
    const auto form = "memberOf=" + assembly.to_string() + "&theme=familie-og-barn";
    const auto page = std::string{"/bodies/hovedstyret/role-conflicts"};

    EXPECT_NE(post(page, form + "&basis=Igjen", keeper)->body.find("Rollen står der alt"), std::string::npos);
    EXPECT_EQ(post(page + "/removal", form, keeper)->status, 303);
    EXPECT_EQ(code_of(act([&](const Acting& acting) {
                  return remove_role_conflict(acting, board, {assembly, std::string{"familie-og-barn"}});
              })),
              "governance.role_conflict_not_found");
    EXPECT_TRUE(read([&](db::Reader& reader) { return role_conflicts_in(reader, board); })->empty());
    EXPECT_EQ(events_about({"body", board.to_string()}).back(), "governance.role_conflict_removed");
    open_with_case();
    EXPECT_TRUE(vote_with({})) << "they take part again";
}

TEST_P(RuleR7, RefusesTheSameRoleTwice) {
    conflict("");
    NewRoleConflict rule;
    rule.member_of = assembly;
    rule.basis = std::string{"Igjen"};

    EXPECT_EQ(code_of(act([&](const Acting& acting) { return add_role_conflict(acting, board, rule); })),
              "governance.role_conflict_exists");
}

TEST_P(RuleR7, RefusesABodyThatStepsDownForItself) {
    NewRoleConflict rule;
    rule.member_of = board;
    rule.basis = std::string{"Vedtektene"};

    EXPECT_EQ(code_of(act([&](const Acting& acting) { return add_role_conflict(acting, board, rule); })),
              "governance.body_parent_faulty");
}

} // namespace governance::tests
