// R6: habilitet. The body rules without whom it is about; a deputy is called; a vote by somebody disqualified is
// refused, not flagged; ground and ruling stand in the minutes, the reason does not.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR6 : public RuleWorld {};
EACH_DATABASE(RuleR6);

TEST_P(RuleR6, LetsTheBodyRuleWithoutTheMemberAndCallsTheDeputy) {
    open_with_case();
    const auto raised = raise(members[0]);
    ASSERT_TRUE(raised) << describe(raised.error());

    const auto ruling = settle_impartiality(*raised, 4, 0, deputies[0]);

    ASSERT_TRUE(ruling) << describe(ruling.error());
    EXPECT_EQ(*ruling, ImpartialityRuling::disqualified);
    const auto held = vote_with({});
    ASSERT_TRUE(held) << describe(held.error());
    const auto seats = record_of(*held).record->inputs.seats;
    const auto seat = std::ranges::find(seats, members[0], &RecordedSeat::seat);
    EXPECT_EQ(seat->held_by, deputies[0]);
    EXPECT_EQ(record_of(*held).record->working.able, 5);
}

TEST_P(RuleR6, RefusesAVoteByAMemberFoundDisqualified) {
    open_with_case();
    ASSERT_TRUE(settle_impartiality(*raise(members[0]), 3, 1));

    const auto refused =
        vote(recommendation(),
             {{chair, in_favour}, {members[0], in_favour}, {members[1], in_favour}, {members[2], in_favour}});

    EXPECT_EQ(faults_of(refused.error()), std::vector<std::string>{"#/ballots/1 governance.voter_disqualified"});
    EXPECT_EQ(code_of(propose(members[0], ProposalKind::amendment, {"Nei"})), "governance.voter_disqualified");
    const auto without = vote(recommendation(), {{chair, in_favour}, {members[1], in_favour}, {members[2], against}});
    ASSERT_TRUE(without) << describe(without.error());
    EXPECT_EQ(record_of(*without).record->working.disqualified, 1);
}

TEST_P(RuleR6, RefusesAnyVoteWhileTheQuestionIsOpen) {
    open_with_case();
    const auto raised = raise(members[0]);

    EXPECT_EQ(code_of(vote_with({})), "governance.impartiality_open");
    EXPECT_EQ(code_of(rule(Outcome::postponed)), "governance.impartiality_open");
    EXPECT_EQ(*settle_impartiality(*raised, 1, 3), ImpartialityRuling::impartial);
    EXPECT_TRUE(vote_with({})) << "the body found nothing in the way";
}

TEST_P(RuleR6, RefusesTheMembersOwnVoteOnTheirImpartiality) {
    open_with_case();
    const auto raised = raise(members[0]);
    ImpartialityVote cast;
    cast.method = VoteMethod::by_name;
    cast.ballots = {{chair, in_favour}, {members[0], against}, {members[1], in_favour}, {members[2], against}};

    const auto refused =
        act([&](const Acting& acting) { return rule_on_impartiality(acting, meeting, item, *raised, cast); });

    EXPECT_EQ(faults_of(refused.error()), std::vector<std::string>{"#/ballots/1 governance.voter_disqualified"});
    EXPECT_EQ(code_of(settle_impartiality(*raised, 4, 1)), "governance.more_votes_than_voters");
}

TEST_P(RuleR6, TellsGroundAndRulingInTheMinutesAndTheReasonNowhere) {
    open_with_case();
    const auto raised = *raise(members[0]);
    ASSERT_TRUE(settle_impartiality(raised, 4, 0, deputies[0]));
    ASSERT_TRUE(vote_with({}));
    ASSERT_TRUE(rule(Outcome::adopted));
    ASSERT_TRUE(try_close());
    ASSERT_TRUE(draft());

    const auto told = written().items.front().impartiality;

    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().name, "Anne Medlem");
    EXPECT_EQ(told.front().ground, ImpartialityGround::leading_role);
    EXPECT_EQ(told.front().ruling, ImpartialityRuling::disqualified);
    EXPECT_EQ(json::write(written()).find("Sitter i styret"), std::string::npos);
    const auto kept = *read([&](db::Reader& reader) { return impartiality_of_item(reader, item); });
    EXPECT_EQ(kept.front().reason, "Sitter i styret til søkeren");
}

TEST_P(RuleR6, ExemptsByOwnWishAndRulesOnceOnEach) {
    open_with_case();
    const auto raised = *raise(members[0], ImpartialityGround::own_wish);

    EXPECT_EQ(code_of(raise(members[0])), "governance.impartiality_raised_already");
    EXPECT_EQ(*settle_impartiality(raised, 4, 0), ImpartialityRuling::exempted);
    EXPECT_EQ(code_of(settle_impartiality(raised, 0, 4)), "governance.impartiality_ruled_already");
    EXPECT_EQ(code_of(settle_impartiality(ImpartialityId::make(now(), *world.random), 4, 0)),
              "governance.impartiality_not_found");
    EXPECT_EQ(code_of(settle_impartiality(*raise(chair), 4, 0)), "governance.chair_must_hand_over");
}

} // namespace governance::tests
