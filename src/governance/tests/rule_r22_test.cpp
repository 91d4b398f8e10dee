// R22: a public log of votes that machines can read, within the hour.
#include "governance/actions/elections.hpp"
#include "governance/tests/case_calls.hpp"
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR22 : public CallsOf<RuleWorld> {};
EACH_DATABASE(RuleR22);

TEST_P(RuleR22, ShowsAVoteToEverybodyAsJsonAndAtomAtOnce) {
    open_with_case();
    const auto held = vote_with({{members[0], against}});
    ASSERT_TRUE(held);

    const auto address = "/decisions/" + held->to_string();
    for (const auto* log : {"/decisions.json", "/decisions.atom"})
        EXPECT_NE(body(log).find(address), std::string::npos) << log;
    const auto json = body("/decisions.json");
    EXPECT_NE(json.find(R"("inFavour":4,"against":1,"blank":0)"), std::string::npos) << json;
    EXPECT_NE(json.find(to_string(now())), std::string::npos) << "the hour has not begun";
    EXPECT_NE(body(address + "/record.json").find("samband.decision/1"), std::string::npos);
}

TEST_P(RuleR22, ShowsAnElectionWithItsWorkingInPlainWords) {
    open_with_case();
    NewElection wanted;
    wanted.post = std::string{"Nestleder 2026–2027"};
    wanted.options = {{std::string{"Anne Medlem"}, {}}, {std::string{"Dag Medlem"}, {}}};
    const auto election = must([&](const Acting& acting) { return open_election(acting, meeting, item, wanted); });
    NewElectionRound round;
    round.counted = {4, 1};
    const auto vote =
        must([&](const Acting& acting) { return hold_election_round(acting, meeting, item, election, round); });

    const auto page = body("/decisions/" + vote.to_string());

    for (const auto* words : {"Valg: Nestleder 2026–2027", "Anne Medlem: fikk 4 stemmer, og det er nok."})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_NE(body("/decisions.json").find(R"("isAmongOptions":true)"), std::string::npos);
}

TEST_P(RuleR22, KeepsToItselfWhatABodyBehindClosedDoorsDecided) {
    open_with_case();
    const auto held = vote_with({});
    ASSERT_TRUE(write([&](db::Transaction& transaction) {
        return transaction.enqueue("UPDATE governance_body SET is_open = 0 WHERE id = $1", {board});
    }));

    EXPECT_EQ(body("/decisions.json").find(held->to_string()), std::string::npos);
    EXPECT_EQ(code_of(get("/decisions/" + held->to_string())), "governance.decision_not_found");
}

} // namespace governance::tests
