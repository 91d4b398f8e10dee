#include "hearings/domain/lead_time.hpp"
#include "hearings/store/decided_store.hpp"
#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

class AnchoringPages : public HearingWorld {};
EACH_DATABASE(AnchoringPages);

TEST_P(AnchoringPages, SayThatNobodyWasAskedBeforeAnyHearing) {
    EXPECT_NE(good(get("/cases/" + case_number + "/anchoring")).body.find("Ingen er spurt"), std::string::npos);
}

TEST_P(AnchoringPages, CountOverAllHearingsOfTheCaseWithTheLatestAnswer) {
    const auto first = plan();
    auto again = a_hearing();
    again.audience = {};
    again.audience.named = {Line<40>{std::string{"4601"}}, Line<40>{std::string{"0301"}}};
    const auto second = plan(again);
    good(answer(first, an_answer("4601", Stance::support), speaker("4601")));
    pass_days(1);
    good(answer(second, an_answer("4601", Stance::against), speaker("4601")));

    const auto view = *json::parse(good(get("/cases/" + case_number + "/anchoring.json")).body);
    const auto& tally = *view.find("municipalities");

    EXPECT_EQ(tally.find("addressed")->integer_of("organisations"), 44);
    EXPECT_EQ(tally.find("answered")->integer_of("organisations"), 1);
    EXPECT_EQ(tally.find("against")->integer_of("organisations"), 1);
    EXPECT_EQ(tally.find("support")->integer_of("organisations"), 0);
    EXPECT_EQ(view.find("beforeDecision"), nullptr);
    EXPECT_NE(good(get("/cases/" + case_number + "/anchoring.csv")).body.find("county,46,"), std::string::npos);
    EXPECT_NE(good(get("/cases/" + case_number + "/anchoring")).body.find("<svg"), std::string::npos);
    EXPECT_NE(good(get("/cases/" + case_number)).body.find("/anchoring"), std::string::npos);
}

TEST_P(AnchoringPages, KeepHowTheCaseStoodWhenItWasTreatedWhateverIsSaidLater) {
    const auto hearing = plan();
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    const auto case_id = read([&](db::Reader& reader) { return governance::case_by_number(reader, case_number); });
    pass_days(1);
    journal::StoredEvent treated;
    treated.type = "governance.case_treated";
    treated.subjects = {{"case", case_id.to_string()}};
    treated.at = now();
    write([&](db::Transaction& transaction) { return decision_consumer().handle(transaction, treated); });
    pass_days(1);
    good(answer(hearing, an_answer("4601", Stance::against, "Likevel ikke."), speaker("4601")));

    const auto kept = read([&](db::Reader& reader) { return find_decided(reader, case_id); });
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->at, treated.at);
    const auto then = anchoring_of(kept->addressees).whole;
    EXPECT_EQ(then.support.organisations, 1);
    EXPECT_EQ(then.against.organisations, 0);
    EXPECT_EQ(then.addressed.organisations, 43);
    EXPECT_EQ(anchoring_of(everyone(hearing)).whole.against.organisations, 1);

    auto other = treated;
    other.type = "governance.case_noticed";
    other.at = now();
    write([&](db::Transaction& transaction) { return decision_consumer().handle(transaction, other); });
    EXPECT_EQ(read([&](db::Reader& reader) { return find_decided(reader, case_id); })->at, treated.at);
}

TEST_P(AnchoringPages, AreNotFoundForACaseThatIsNotThere) {
    EXPECT_FALSE(get("/cases/99-99999/anchoring").has_value());
}

TEST_P(AnchoringPages, ShowEveryPlannedCaseInTheForwardCalendarAtOnce) {
    for (const auto* target : {"/openness", "/openness.json", "/openness.csv"})
        EXPECT_NE(good(get(target)).body.find("Felles søknad"), std::string::npos) << target;
    const auto view = *json::parse(good(get("/openness.json")).body);
    EXPECT_EQ((*view.find("coming")->array())[0].integer_of("daysAhead"), 60);
}

TEST_P(AnchoringPages, ShowTheTrendOnThePageOfTheBody) {
    const auto hearing = plan();
    EXPECT_NE(good(get("/bodies/kommit")).body.find("Forankring over tid"), std::string::npos);
    EXPECT_NE(good(get("/bodies/kommit")).body.find(hearing.title), std::string::npos);
}

TEST(LeadTimes, TakeTheShorterOfTheTwoInTheMiddle) {
    const auto sum = summed_up({40, 10, 30, 20});
    EXPECT_EQ(sum.cases, 4);
    EXPECT_EQ(sum.median, 20);
    EXPECT_EQ(sum.shortest, 10);
    EXPECT_EQ(sum.longest, 40);
    EXPECT_EQ(summed_up({}).cases, 0);
}
