// R11: any member may have a dissent written down; what a minority proposes is voted on and counted, and what it said
// goes with the case to the bodies after and into the open feed.
#include "governance/actions/shields.hpp"
#include "governance/tests/case_calls.hpp"
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR11 : public CallsOf<RuleWorld> {
protected:
    Result<DissentId> dissent(AppointmentId who) {
        NewDissent wanted;
        wanted.who = who;
        wanted.text = std::string{"Kommunene bør bestemme dette."};
        return act([&](const Acting& acting) { return record_dissent(acting, meeting, item, wanted); });
    }
    static constexpr std::string_view words = "Kommunene bør bestemme dette.";

    /// The board has adopted a case against a dissent, and the assembly has it on its agenda next.
    void send_on_with_dissent(bool behind_doors) {
        auto sent = a_case();
        sent.steps = {{board, in_days(30)}, {assembly, in_days(90)}};
        matter_id = plan(sent);
        prepare(matter_id);
        meeting = plan_a_meeting();
        item = put_case(meeting, matter_id);
        ASSERT_TRUE(try_notice(meeting));
        ItemDescription described;
        described.is_closed = behind_doors;
        if (behind_doors) described.closed_basis = std::string{"kommuneloven § 11-5"};
        ASSERT_TRUE(act([&](const Acting& acting) { return describe_item(acting, meeting, item, described); }));
        come_to(meeting);
        ASSERT_TRUE(try_open(meeting, {chair, members[0], members[1], members[2], members[3]}));
        ASSERT_TRUE(vote_with({{members[0], against}}));
        ASSERT_TRUE(dissent(members[0]));
        ASSERT_TRUE(rule(Outcome::adopted));
        ASSERT_TRUE(try_close());
        ASSERT_TRUE(step(onwards, matter_id));
        auto wanted = a_meeting(60);
        wanted.body = assembly;
        next = must([&](const Acting& acting) { return plan_meeting(acting, wanted); });
        put_case(next, matter_id);
    }
    void shield_proposal() {
        NewShield wanted;
        wanted.field = ShieldField::proposal;
        wanted.legal_basis = std::string{"offl. § 23"};
        wanted.until = in_days(100);
        ASSERT_TRUE(write([&](db::Transaction& transaction) {
            return set_shield(transaction, world.services, world.system, matter_id, wanted, now());
        }));
    }
    std::string number() { return "/cases/26-00001"; }
    /// Everywhere that the dissent could be read by those outside.
    std::vector<std::string> open_pages() {
        std::vector<std::string> pages{number(), number() + ".json", number() + ".atom"};
        for (const auto id : {meeting, next}) {
            pages.push_back("/meetings/" + id.to_string());
            pages.push_back("/meetings/" + id.to_string() + ".json");
        }
        const auto held = record(meeting);
        for (const auto& vote : held.item(item)->votes)
            pages.push_back("/decisions/" + vote.id.to_string());
        return pages;
    }

    MeetingId next;
};
EACH_DATABASE(RuleR11);

TEST_P(RuleR11, SendsTheDissentOnWithTheCaseAndIntoTheOpenFeed) {
    send_on_with_dissent(false);

    for (const auto& page : open_pages())
        EXPECT_NE(body(page).find(words), std::string::npos) << page;
    const auto feed = body(number() + ".atom");
    EXPECT_NE(feed.find("Særmerknad fra Anne Medlem i"), std::string::npos) << feed;
    EXPECT_NE(body("/meetings/" + next.to_string() + ".json").find(R"("earlierDissents":[{)"), std::string::npos);
}

TEST_P(RuleR11, KeepsADissentFromBehindClosedDoorsInsideUntilTheMinutesAreOut) {
    send_on_with_dissent(true);
    for (const auto& page : open_pages())
        EXPECT_EQ(body(page).find(words), std::string::npos) << page;
    const auto inside = principal_of("Anne Medlem", {right::see_shielded});
    EXPECT_NE(body("/meetings/" + next.to_string(), inside).find(words), std::string::npos);

    ASSERT_TRUE(draft());
    ASSERT_TRUE(approve());
    ASSERT_TRUE(act_as(the_chair(), [&](const Acting& acting) { return sign_minutes(acting, meeting, 1, {}); }));
    ASSERT_TRUE(act_as(the_chair(), [&](const Acting& acting) { return publish_minutes(acting, meeting, 1, {}); }));
    for (const auto& page : open_pages())
        EXPECT_NE(body(page).find(words), std::string::npos) << page;
}

TEST_P(RuleR11, KeepsADissentInsideWhereTheProposalIsShieldedOrTheBodyIsNotOpen) {
    send_on_with_dissent(false);
    ASSERT_TRUE(write([&](db::Transaction& transaction) {
        return transaction.enqueue("UPDATE governance_body SET is_open = 0 WHERE id = $1", {board});
    }));
    for (const auto& page : {number(), number() + ".json", number() + ".atom", "/meetings/" + next.to_string()})
        EXPECT_EQ(body(page).find(words), std::string::npos) << page;
    ASSERT_TRUE(write([&](db::Transaction& transaction) {
        return transaction.enqueue("UPDATE governance_body SET is_open = 1 WHERE id = $1", {board});
    }));
    shield_proposal();
    for (const auto& page : {number(), number() + ".json", number() + ".atom", "/meetings/" + next.to_string()})
        EXPECT_EQ(body(page).find(words), std::string::npos) << page;
}

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
