#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

class PlanHearing : public HearingWorld {};
EACH_DATABASE(PlanHearing);

TEST_P(PlanHearing, AsksEveryMunicipalityOfTheChosenCountyOnce) {
    auto sent = a_hearing();
    sent.audience.named = {Line<40>{std::string{"4601"}}, Line<40>{std::string{"0301"}}};

    const auto hearing = plan(sent);
    const auto all = everyone(hearing);

    EXPECT_EQ(hearing.key(), "2026-1");
    EXPECT_EQ(hearing.questions.size(), 2U);
    EXPECT_EQ(hearing.questions[0].options.size(), 2U);
    EXPECT_EQ(hearing.audience.size(), 3U);
    EXPECT_EQ(all.size(), 44U); // 43 in Vestland, and Oslo
    EXPECT_EQ(std::ranges::count(all, std::string{"4601"}, &Addressee::number), 1);
}

TEST_P(PlanHearing, TakesMunicipalitiesBySizeAndCountiesByThemselves) {
    auto sent = a_hearing();
    sent.audience = {};
    sent.audience.sizes = {Size::largest};
    const auto large = everyone(plan(sent));
    EXPECT_FALSE(large.empty());
    for (const auto& one : large)
        EXPECT_GE(one.inhabitants, 50'000);

    sent.audience = {};
    sent.audience.counties = true;
    EXPECT_EQ(everyone(plan(sent)).size(), 15U);
}

TEST_P(PlanHearing, TakesThoseWithSomebodyToSpeakForThemAsReachedAndNobodyElse) {
    for (const auto& one : everyone(plan()))
        EXPECT_FALSE(one.reached_at.has_value());
}

TEST_P(PlanHearing, IsPublicAtOnceInListJsonCsvAndAtom) {
    auto sent = a_hearing();
    sent.opens_on = in_days(3);
    sent.closes_on = in_days(30);
    plan(sent);

    EXPECT_NE(good(get("/hearings")).body.find("Én søknad for alle"), std::string::npos);
    EXPECT_NE(good(get("/hearings?state=planned")).body.find("Én søknad for alle"), std::string::npos);
    EXPECT_EQ(good(get("/hearings?state=closed")).body.find("Én søknad for alle"), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1")).body.find("Når kan dere begynne?"), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1.json")).body.find("\"state\":\"planned\""), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1.csv")).body.find("Bergen"), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1.atom")).body.find("urn:uuid:"), std::string::npos);
    EXPECT_NE(good(get("/cases/" + case_number)).body.find("hearing"), std::string::npos);
}

TEST_P(PlanHearing, NeedsTheRightForTheCase) {
    EXPECT_EQ(code_of(try_plan(a_hearing(), world::World::person("Kari", {}))), platform::right_missing.name);
    auto owner = world::World::person("Kari", {});
    owner.grants = {{std::string{hearings::right::hold.name}, id_of("ks").to_string()}};
    EXPECT_TRUE(try_plan(a_hearing(), owner).has_value());
}

TEST_P(PlanHearing, TellsAllThatIsWrongAtOnce) {
    auto sent = a_hearing();
    sent.text = {};
    sent.opens_on = in_days(-1);
    sent.closes_on = in_days(2);
    sent.remind_days = 100;
    sent.questions[0].options.resize(1);
    sent.documents = {governance::DocumentId::make(now(), *world.random)};
    sent.audience.networks = {Line<40>{std::string{"4601"}}};
    sent.audience.named = {Line<40>{std::string{"9999"}}};

    const auto refused = try_plan(sent, world.system);

    ASSERT_FALSE(refused.has_value());
    std::vector<std::string> faults;
    for (const auto& fault : refused.error().faults)
        faults.push_back(std::string{fault.code} + " " + fault.pointer);
    std::ranges::sort(faults);
    EXPECT_EQ(faults,
              (std::vector<std::string>{
                  "hearings.audience_faulty #/audience/networks/0", "hearings.closes_too_soon #/closesOn",
                  "hearings.document_unknown #/documents/0", "hearings.opens_in_past #/opensOn",
                  "hearings.options_faulty #/questions/0/options", "hearings.organisation_unknown #/audience/named/0",
                  "platform.field_missing #/text", "platform.number_out_of_range #/remindDays"}));
}

TEST_P(PlanHearing, RefusesAnEmptyAudienceAndAnUnknownCase) {
    auto sent = a_hearing();
    sent.audience = {};
    EXPECT_EQ(code_of(try_plan(sent, world.system)), audience_empty.name);
    sent = a_hearing();
    sent.case_number = Line<20>{std::string{"99/99999"}};
    EXPECT_EQ(code_of(try_plan(sent, world.system)), case_unknown.name);
}

TEST_P(PlanHearing, RefusesACaseThatIsOver) {
    good(post_json("/cases/" + case_number + "/withdrawal.json", R"({"note":"Feil."})", world.system));
    EXPECT_EQ(code_of(try_plan(a_hearing(), world.system)), case_is_over.name);
}

TEST_P(PlanHearing, IsNotFoundUnderAnotherNumber) {
    EXPECT_EQ(code_of(get("/hearings/2026-7")), hearing_not_found.name);
    EXPECT_EQ(code_of(get("/hearings/tull")), hearing_not_found.name);
}

TEST_P(PlanHearing, IsPlannedFromTheFormThatThePageShows) {
    EXPECT_NE(good(get("/hearings/new?case=" + case_number, world.system)).body.find("name=\"closesOn\""),
              std::string::npos);
    const auto form =
        fmt::format("caseNumber={}&language=nb&title=Tittel&text=Tekst&audience.inCounties=46"
                    "&questions[0].text=Hva%3F&questions[0].options[0]=&opensOn={}&closesOn={}&remindDays=7",
                    case_number, to_string(today()), to_string(in_days(days_min)));
    const auto sent = good(post("/hearings", form, world.system));
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(sent.header("location"), "/hearings/2026-1");

    const auto faulty =
        good(post("/hearings", fmt::format("caseNumber={}&title=&text=Tekst", case_number), world.system));
    EXPECT_EQ(faulty.status, 422);
    EXPECT_NE(faulty.body.find("error-summary"), std::string::npos);
}

/// R16: a hearing is open for the days of the body's rules at least.
class RuleR16 : public HearingWorld {};
EACH_DATABASE(RuleR16);

TEST_P(RuleR16, HoldsWhenTheHearingIsOpenForTheMinimumOfTheBodysRules) {
    const auto hearing = plan();
    EXPECT_EQ(hearing.days_min, days_min);
    EXPECT_EQ(hearing.closes_on, in_days(days_min));
}

TEST_P(RuleR16, RefusesAClosingDayThatIsNearer) {
    auto sent = a_hearing();
    sent.closes_on = in_days(days_min - 1);
    const auto refused = try_plan(sent, world.system);
    ASSERT_EQ(code_of(refused), closes_too_soon.name);
    EXPECT_EQ(std::get<std::string>(refused.error().faults.front().values[1].value), to_string(in_days(days_min)));
}

TEST_P(RuleR16, ShowsSilenceAsSilence) {
    const auto hearing = plan();
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));

    const auto anchoring = anchoring_of(everyone(hearing));

    EXPECT_EQ(anchoring.whole.support.organisations, 1);
    EXPECT_EQ(anchoring.whole.silent().organisations, 42);
    EXPECT_NE(good(get("/hearings/2026-1")).body.find("Taus, ikke nådd"), std::string::npos);
}

TEST_P(RuleR16, RefusesAnAnswerAfterTheLastDay) {
    const auto hearing = plan();
    pass_days(days_min);
    EXPECT_TRUE(answer(hearing, an_answer("4601", Stance::support), speaker("4601")).has_value());
    pass_days(1);
    EXPECT_EQ(code_of(answer(hearing, an_answer("4601", Stance::against), speaker("4601"))), hearing_not_open.name);
    EXPECT_EQ(code_of(withdraw(hearing, "4601", speaker("4601"))), hearing_not_open.name);
    EXPECT_EQ(said(hearing, "4601")->stance, Stance::support);
}
