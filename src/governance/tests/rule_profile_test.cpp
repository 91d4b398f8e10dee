#include "governance/actions/rule_profiles.hpp"
#include "governance/domain/decision_record.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/rule_profile_store.hpp"
#include "governance/tests/meeting_world.hpp"

namespace governance::tests {

class RuleProfiles : public MeetingWorld {
protected:
    void SetUp() override {
        MeetingWorld::SetUp();
        ASSERT_TRUE(act([&](const Acting& acting) { return seed_profiles(acting); }));
    }
    NewProfile a_profile(const std::string& id = "SAMRAD") const {
        NewProfile wanted;
        wanted.profile = id;
        wanted.valid_from = in_days(10);
        wanted.name_nb = wanted.name_nn = std::string{"Samråd"};
        wanted.basis = std::string{"Avtalen om samråd"};
        wanted.adopted_by = std::string{"Hovedstyret"};
        return wanted;
    }
    Result<void> add(const NewProfile& wanted) {
        return act([&](const Acting& acting) { return add_profile(acting, wanted); });
    }
    Result<int> add_version(const std::string& profile, const ProfileText& wanted) {
        return act([&](const Acting& acting) { return add_profile_version(acting, profile, wanted); });
    }
    Result<int> follow(const std::string& profile, int days, BodySettings own = {}) {
        NewRules wanted;
        wanted.valid_from = in_days(days);
        wanted.adopted_by = std::string{"Landstinget"};
        wanted.rules = std::move(own);
        wanted.profile = profile;
        return act([&](const Acting& acting) { return adopt_rules(acting, board, wanted); });
    }
    RulesVersion rules_on(int days) {
        return *read([&](db::Reader& reader) { return rules_in_force(reader, board, in_days(days)); });
    }
};
EACH_DATABASE(RuleProfiles);

TEST_P(RuleProfiles, ComeWithTheProgramAndAreSeededOnce) {
    ASSERT_TRUE(act([&](const Acting& acting) { return seed_profiles(acting); }));

    const auto all = *read([&](db::Reader& reader) { return all_profiles(reader); });

    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].profile, "ADVISORY");
    EXPECT_EQ(all[1].profile, "KOMMUNELOVEN");
    EXPECT_EQ(all[1].rules, own_profiles()[2].rules);
    EXPECT_FALSE(all[1].unread.empty()) << "nobody has read it against the law yet";
    EXPECT_EQ(events_about({"profile", "ADVISORY"}), std::vector<std::string>{"governance.profile_added"});
}

TEST_P(RuleProfiles, HoldForABodyWithItsOwnSettingsOverThem) {
    BodySettings own;
    own.notice_days_min = 10;
    ASSERT_EQ(*follow("KOMMUNELOVEN", 5, own), 2);

    EXPECT_EQ(rules_on(4).profile, "");
    const auto rules = rules_on(5);
    EXPECT_EQ(rules.profile, "KOMMUNELOVEN");
    EXPECT_EQ(rules.profile_number, 1);
    EXPECT_TRUE(rules.rules.must_vote);
    EXPECT_EQ(rules.rules.blank_votes, BlankVotes::elections);
    EXPECT_EQ(rules.rules.notice_days_min, 10);
    EXPECT_EQ(rules.rules.paper_days_min, 7);
}

TEST_P(RuleProfiles, GetANewVersionThatHoldsFromItsDay) {
    ASSERT_TRUE(follow("ADVISORY", 1));
    auto version = static_cast<ProfileText>(a_profile());
    version.rules.quorum.share = {2, 3};

    ASSERT_EQ(*add_version("ADVISORY", version), 2);

    EXPECT_EQ(rules_on(9).rules.quorum.share, (Share{1, 2}));
    EXPECT_EQ(rules_on(9).profile_number, 1);
    EXPECT_EQ(rules_on(10).rules.quorum.share, (Share{2, 3}));
    EXPECT_EQ(rules_on(10).profile_number, 2);
}

TEST_P(RuleProfiles, AreAddedAsNewOnesWithoutANewProgram) {
    auto wanted = a_profile();
    wanted.rules.majorities.ordinary = {ShareOf::seats, {3, 5}, false};
    ASSERT_TRUE(add(wanted));
    ASSERT_TRUE(follow("SAMRAD", 12));

    EXPECT_EQ(rules_on(12).rules.majorities.ordinary, (MajorityRule{ShareOf::seats, {3, 5}, false}));
    EXPECT_EQ(code_of(add(wanted)), "governance.profile_id_taken");
}

TEST_P(RuleProfiles, AreRefusedBackwardsTwiceOverAndUnderNoName) {
    auto today_already = a_profile();
    today_already.valid_from = today();
    auto without_basis = a_profile();
    without_basis.basis = {};
    auto impossible = a_profile();
    impossible.rules.quorum.share = {3, 2};
    auto same = static_cast<ProfileText>(a_profile());
    same.rules = own_profiles().front().rules;

    EXPECT_EQ(code_of(add(today_already)), "governance.profile_retroactive");
    EXPECT_EQ(code_of(add(without_basis)), "platform.request_faulty");
    EXPECT_EQ(code_of(add(impossible)), "governance.body_rules_faulty");
    EXPECT_EQ(code_of(add(a_profile("samråd"))), "governance.profile_id_faulty");
    EXPECT_EQ(code_of(add_version("ADVISORY", same)), "governance.profile_changes_nothing");
    EXPECT_EQ(code_of(add_version("INGEN", same)), "governance.profile_not_found");
    EXPECT_EQ(code_of(follow("INGEN", 3)), "governance.profile_not_found");
}

TEST_P(RuleProfiles, NeverContradictTheBodiesThatFollowThem) {
    BodySettings own;
    own.may_refer = true;
    ASSERT_TRUE(follow("ADVISORY", 1, own));
    auto version = static_cast<ProfileText>(a_profile());
    version.rules.allowed_outcomes = {Outcome::adopted};
    version.rules.may_refer = false;

    const auto refused = add_version("ADVISORY", version);

    EXPECT_EQ(code_of(refused), "governance.profile_breaks_body");
    EXPECT_EQ(faults_of(refused.error()), std::vector<std::string>{"#/rules/mayRefer governance.rules_contradict"});
}

TEST_P(RuleProfiles, AreAddedOnlyByThoseWithTheRight) {
    const auto secretary_of_all = world::World::person("Ola", {right::maintain_bodies});

    const auto refused =
        act_as(secretary_of_all, [&](const Acting& acting) { return add_profile(acting, a_profile()); });

    EXPECT_EQ(code_of(refused), "platform.right_missing");
}

TEST(RuleProfile, SaysWhatChangedMemberByMember) {
    BodyRules before, after;
    after.must_vote = true;
    after.quorum.least = 3;

    EXPECT_EQ(changes_between(before, after),
              (std::vector<RuleChange>{{"quorum.least", "1", "3"}, {"mustVote", "false", "true"}}));
    EXPECT_TRUE(changes_between(before, before).empty());
}

TEST(RuleProfile, ThatTravelsWithTheProgramIsWhole) {
    for (const auto& profile : own_profiles()) {
        EXPECT_TRUE(check_profile_id(profile.profile)) << profile.profile;
        EXPECT_TRUE(check(profile.rules)) << profile.profile;
    }
}

} // namespace governance::tests
