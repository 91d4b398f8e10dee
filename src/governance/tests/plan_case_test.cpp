#include "governance/domain/errors.hpp"
#include "governance/tests/case_world.hpp"
#include "platform/errors.hpp"
#include "platform/search/search.hpp"

#include <algorithm>

using namespace governance;
using namespace governance::tests;

class PlanCase : public CaseWorld {
protected:
    std::string_view fault_of(const NewCase& sent) {
        const auto refused = try_plan(sent, world.system);
        return refused ? std::string_view{} : code_of(refused.error());
    }
};
EACH_DATABASE(PlanCase);

TEST_P(PlanCase, KeepsEverythingThatWasSent) {
    const auto kept = matter(plan());

    EXPECT_EQ(kept.number.to_string(), "26/00001");
    EXPECT_EQ(kept.title, "Felles søknad om barnehageplass");
    EXPECT_EQ(kept.owner, owner);
    EXPECT_EQ(kept.path.state, CaseState::planned);
    ASSERT_EQ(kept.path.steps.size(), 3U);
    EXPECT_EQ(kept.path.steps[2].body, assembly);
    EXPECT_EQ(kept.path.steps[2].planned_day, in_days(90));
    ASSERT_EQ(kept.points.size(), 2U);
    EXPECT_EQ(kept.points[1].text, "Den evalueres.");
    ASSERT_EQ(kept.concerns.size(), 1U);
    EXPECT_EQ(kept.concerns[0].scope, ConcernScope::municipalities);
    EXPECT_EQ(kept.version, 1);
}

TEST_P(PlanCase, GivesNumbersInASeriesForEachYear) {
    plan();
    EXPECT_EQ(matter(plan()).number.to_string(), "26/00002");
    world.clock.advance(std::chrono::hours{24 * 365});
    EXPECT_EQ(matter(plan()).number.to_string(), "27/00001");
}

TEST_P(PlanCase, TakesTheNumberOfAnotherSystemAndGoesOnAfterIt) {
    auto sent = a_case();
    sent.number = Line<20>{std::string{"26/00107"}};
    EXPECT_EQ(matter(plan(sent)).number.to_string(), "26/00107");
    EXPECT_EQ(matter(plan()).number.to_string(), "26/00108");

    const auto again = try_plan(sent, world.system);
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code, case_number_taken.name);
}

TEST_P(PlanCase, TellsAllThatIsWrongAtOnce) {
    auto sent = a_case();
    sent.number = Line<20>{std::string{"19/3109"}};
    sent.themes = {"trolldom"};
    sent.owner = std::string{"999"};
    sent.handler_id = directory::PersonId::make(now(), *world.random);
    sent.owner_body_id = BodyId::make(now(), *world.random);
    sent.points.push_back(PointText{std::string{"  "}});
    sent.concerns = {{ConcernScope::network, {}, {}}, {ConcernScope::sector, {}, {}}, {ConcernScope::sector, {}, {}}};
    sent.shields = {{ShieldField::title, Line<200>{std::string{"offl. § 23"}}, today()},
                    {ShieldField::document, Line<200>{std::string{"offl. § 23"}}, in_days(9)}};

    const auto refused = try_plan(sent, world.system);

    ASSERT_FALSE(refused.has_value());
    std::vector<std::string> faults;
    for (const auto& fault : refused.error().faults) {
        faults.push_back(std::string{fault.code} + " " + fault.pointer);
    }
    std::ranges::sort(faults);
    EXPECT_EQ(
        faults,
        (std::vector<std::string>{
            "governance.body_unknown #/ownerBodyId", "governance.case_number_faulty #/number",
            "governance.concern_faulty #/concerns/0/organisation", "governance.concern_twice #/concerns/2/organisation",
            "governance.organisation_unknown #/owner", "governance.person_unknown #/handlerId",
            "governance.shield_day_faulty #/shields/0/until", "governance.shield_field_faulty #/shields/1/field",
            "governance.theme_unknown #/themes/0", "platform.empty #/points/2"}));
}

TEST_P(PlanCase, RefusesAPathWithoutBodiesOrWithTooMany) {
    auto sent = a_case();
    sent.steps.clear();
    EXPECT_EQ(fault_of(sent), path_empty.name);
    sent.steps.assign(steps_max + 1, {board, {}});
    EXPECT_EQ(fault_of(sent), path_too_long.name);
}

TEST_P(PlanCase, NeedsTheRightForTheOwnerOrItsBody) {
    auto somebody = world::World::person("Kari", {});
    EXPECT_EQ(try_plan(a_case(), somebody).error().code, platform::right_missing.name);

    somebody.grants = {{std::string{governance::right::plan_case.name}, owner.to_string()}};
    EXPECT_TRUE(try_plan(a_case(), somebody).has_value());

    somebody.grants = {{std::string{governance::right::plan_case.name}, network.to_string()}};
    EXPECT_FALSE(try_plan(a_case(), somebody).has_value());
}

TEST_P(PlanCase, TellsTheJournalWhoAndAboutWhom) {
    const auto id = plan();
    const auto events = events_of(id);

    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "governance.case_planned");
    const auto has = [&](std::string_view kind, const std::string& subject) {
        return std::ranges::find(events[0].subjects, std::pair{std::string{kind}, subject}) != events[0].subjects.end();
    };
    EXPECT_TRUE(has("case", id.to_string()));
    EXPECT_TRUE(has("body", assembly.to_string()));
    EXPECT_TRUE(has("organisation", owner.to_string()));
    EXPECT_TRUE(has("sector", "municipalities"));
    EXPECT_TRUE(has("theme", "familie-og-barn"));
}

TEST_P(PlanCase, IsFoundInTheSearchAtOnce) {
    plan();
    const auto answer =
        *read([](db::Reader& reader) { return search::find(reader, {.words = "barnehageplasser", .kind = "case"}); });

    ASSERT_EQ(answer.hits.size(), 1U);
    EXPECT_EQ(answer.hits[0].url, "/cases/26-00001");
}

TEST_P(PlanCase, LeavesNothingBehindWhenItFails) {
    auto sent = a_case();
    sent.themes = {"trolldom"};
    EXPECT_FALSE(try_plan(sent, world.system).has_value());

    EXPECT_EQ(matter(plan()).number.serial, 1);
}
