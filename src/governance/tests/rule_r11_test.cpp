// R11: any member may have a dissent written down; what a minority proposes is voted on and counted.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR11 : public RuleWorld {
protected:
    Result<DissentId> dissent(AppointmentId who) {
        NewDissent wanted;
        wanted.who = who;
        wanted.text = std::string{"Kommunene bør bestemme dette."};
        return act([&](const Acting& acting) { return record_dissent(acting, meeting, item, wanted); });
    }
};
EACH_DATABASE(RuleR11);

TEST_P(RuleR11, CountsTheMinoritysProposalAndKeepsItsDissent) {
    follow("ADVISORY");
    open_with_case();
    const auto proposed = propose(members[0], ProposalKind::counter_proposal, {"Saken sendes tilbake."});
    const auto minority = vote(*proposed, {{chair, against}, {members[0], in_favour}, {members[1], against}});
    ASSERT_TRUE(minority) << describe(minority.error());
    ASSERT_TRUE(vote_with({{members[0], against}}));
    ASSERT_TRUE(dissent(members[0]));
    ASSERT_TRUE(rule(Outcome::adopted));

    EXPECT_EQ(record_of(*minority).record->working.tally, (Tally{1, 2, 0}));
    const auto kept = record(meeting);
    EXPECT_EQ(kept.item(item)->votes.size(), 2U);
    EXPECT_EQ(kept.item(item)->dissents.front().text, "Kommunene bør bestemme dette.");
    EXPECT_NE(std::ranges::count(events_about({"case", matter_id.to_string()}), "governance.dissent_recorded"), 0)
        << "it stands in the case's own feed";
}

TEST_P(RuleR11, RefusesTheDissentOfSomebodyWithoutPartAndASecondOne) {
    open_with_case(3);

    EXPECT_EQ(code_of(dissent(members[3])), "governance.voter_not_present");
    ASSERT_TRUE(dissent(members[0]));
    EXPECT_EQ(code_of(dissent(members[0])), "governance.dissent_recorded_already");
    ASSERT_TRUE(settle_impartiality(*raise(members[1]), 3, 0));
    EXPECT_EQ(code_of(dissent(members[1])), "governance.voter_disqualified");
}

} // namespace governance::tests
