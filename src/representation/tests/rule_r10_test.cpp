// R10: every region is heard in the council or in the committee that works for it, candidates from networks come first,
// and genders are balanced. What is lacking is shown and acknowledged in words before anybody is appointed.
#include "representation/tests/representation_world.hpp"

namespace representation::tests {

class RuleR10 : public RepresentationWorld {
protected:
    /// A round with one candidate from a network, ready for the choice.
    std::string ready(std::string& id) {
        auto round = open_round();
        id = nominate(round, "Kari Nordmann", "1824", "nettverk-nordland", R"(,"gender":"woman")");
        pass_days(8);
        return round;
    }
};
EACH_DATABASE(RuleR10);

TEST_P(RuleR10, RefusesAChoiceThatLeavesAGapNobodyHasAcknowledged) {
    std::string id;
    const auto round = ready(id);
    const auto refused = choose(round, in_quotes(id));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, gap_unacknowledged.name)) << refused.body;
    EXPECT_TRUE(seats("kommit", in_days(40)).empty());
    EXPECT_EQ(choose(round, in_quotes(id), R"(,"acknowledgement":"Resten velges i høst.")").status, 204);
    const auto kept = *json::parse(browser.get(round + ".json").body);
    EXPECT_FALSE(kept.find("gapsAfter")->array()->empty());
}

TEST_P(RuleR10, ShowsTheGapBeforeAnythingIsConfirmed) {
    std::string id;
    const auto round = ready(id);
    const auto page = browser.get(round + "/choice?candidates=" + id, secretariat);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Ingen fra Oslo"));
    EXPECT_TRUE(says(page, "acknowledgement"));
    EXPECT_TRUE(seats("kommit", in_days(40)).empty());
}

TEST_P(RuleR10, CountsTheRegionsOfTheCommitteeThatWorksForTheCouncil) {
    make_body("utvalget", "working_committee", R"(,"parent":")" + body_id("kommit").to_string() + "\"");
    seat("utvalget", "0301");
    const auto lacks_oslo = [&](const char* body) {
        return says(browser.get(fmt::format("/bodies/{}/representation.json", body)), "Ingen fra Oslo");
    };
    EXPECT_FALSE(lacks_oslo("kommit"));
    EXPECT_FALSE(lacks_oslo("utvalget"));
    seat("kommit", "4601");
    EXPECT_FALSE(says(browser.get("/bodies/utvalget/representation.json"), "Ingen fra Vestland"));
    for (const auto* suffix : {"", ".csv"}) {
        EXPECT_EQ(browser.get(fmt::format("/bodies/kommit/representation{}", suffix)).status, 200) << suffix;
    }
}

TEST_P(RuleR10, AsksForAReasonWhenSomebodyIsChosenWhomNoNetworkNominated) {
    const auto round = open_round();
    const auto id = nominate(round, "Ola Nordmann", "1824", "18");
    pass_days(8);
    const auto refused = choose(round, in_quotes(id), R"(,"acknowledgement":"A")");
    EXPECT_TRUE(says(refused, outside_reason_missing.name)) << refused.body;
    EXPECT_EQ(
        choose(round, in_quotes(id), R"(,"acknowledgement":"A","outsideReason":"Nettverket hadde ingen.")").status,
        204);
}

TEST_P(RuleR10, TellsEverythingThatStandsInTheWayOfAChoiceAtOnce) {
    const auto round = open_round();
    const auto first = nominate(round, "Kari Nordmann", "1824", "nettverk-nordland");
    const auto second = nominate(round, "Ola Nordmann", "1824", "18");
    const auto third = nominate(round, "Per Nordmann", "1820", "18");
    browser.post(round + "/candidates/" + third + "/withdrawal", {}, nominator("18"));
    pass_days(8);
    const auto unknown = in_quotes("01890000-0000-7000-8000-000000000001");
    const auto sent =
        fmt::format(R"({{"candidates":["{}","{}","{}",{}],"reasons":""}})", first, second, third, unknown);
    const auto refused = browser.send_json("POST", round + "/choice", sent, secretariat);
    for (const auto code : {too_many_chosen.name, candidate_withdrawn.name, candidate_not_found.name,
                            outside_reason_missing.name, gap_unacknowledged.name}) {
        EXPECT_TRUE(says(refused, code)) << code;
    }
    EXPECT_TRUE(says(refused, "#/reasons"));
    EXPECT_TRUE(says(choose(round, ""), nobody_chosen.name));
    const auto form = browser.post(round + "/choice", {{"candidates", first}, {"reasons", "Fordi."}}, secretariat);
    EXPECT_EQ(form.status, 422);
    EXPECT_TRUE(says(form, "Fordi."));
}

TEST_P(RuleR10, AsksForNothingWhereNothingIsLacking) {
    for (const auto* workplace : {"03", "11", "15", "18", "31", "32", "33", "34", "39", "40", "42", "46", "50", "55",
                                  "56", "1824", "1820", "1804"}) {
        const bool is_even = seats("kommit", in_days(0)).size() % 2 == 0;
        seat("kommit", workplace, is_even ? Gender::woman : Gender::man);
    }
    seat("kommit", "1833", Gender::woman);
    seat("kommit", "1812", Gender::man);
    const auto view = *json::parse(browser.get("/bodies/kommit/representation.json").body);
    ASSERT_TRUE(view.find("gaps")->array()->empty()) << json::write(view);
    std::string id;
    const auto round = ready(id);
    EXPECT_EQ(choose(round, in_quotes(id)).status, 204);
}

} // namespace representation::tests
