#include "governance/case_holds.hpp"
#include "governance/case_standing.hpp"
#include "governance/domain/errors.hpp"
#include "governance/tests/case_world.hpp"

using namespace governance;
using namespace governance::tests;

class CaseHolds : public CaseWorld {
protected:
    void hold(CaseId id, BodyId body, const std::string& name, const std::string& missing) {
        ASSERT_TRUE(write([&](db::Transaction& transaction) {
                        return hold_case(transaction, {id, body, name, missing}, now());
                    }).has_value());
    }
    void release(CaseId id, const std::string& name) {
        ASSERT_TRUE(
            write([&](db::Transaction& transaction) { return release_case(transaction, id, name); }).has_value());
    }
};
EACH_DATABASE(CaseHolds);

TEST_P(CaseHolds, KeepACaseFromTheAgendaAndNameEverythingThatIsMissing) {
    const auto id = plan();
    prepare(id);
    hold(id, advisers, "a", "vurdering fra fagrådet");
    hold(id, advisers, "b", "vurdering fra faggruppen");

    const auto refused = put_on_agenda_of(id, advisers, in_days(30));

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, case_held.name);
    EXPECT_EQ(std::get<std::string>(refused.error().values[1].value),
              "vurdering fra faggruppen, vurdering fra fagrådet");
    EXPECT_EQ(matter(id).path.state, CaseState::in_preparation);
}

TEST_P(CaseHolds, LetTheCaseGoOnWhenTheyAreReleased) {
    const auto id = plan();
    prepare(id);
    hold(id, advisers, "a", "vurdering fra fagrådet");
    release(id, "a");
    EXPECT_TRUE(put_on_agenda_of(id, advisers, in_days(30)).has_value());
}

TEST_P(CaseHolds, ConcernOneBodyOnly) {
    const auto id = plan();
    prepare(id);
    hold(id, board, "a", "vurdering fra fagrådet");
    EXPECT_TRUE(put_on_agenda_of(id, advisers, in_days(30)).has_value());
}

TEST_P(CaseHolds, StopTheTreatmentOfACaseThatIsOnTheAgendaAlready) {
    const auto id = plan();
    prepare(id);
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(30)).has_value());
    hold(id, advisers, "a", "vurdering fra fagrådet");

    const auto refused = treat_in(id, advisers, Outcome::adopted);

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, case_held.name);
}

TEST_P(CaseHolds, AreTheSameWhenSetTwice) {
    const auto id = plan();
    hold(id, board, "a", "én ting");
    hold(id, board, "a", "en annen ting");
    const auto held = *read([&](db::Reader& reader) { return holds_of(reader, id); });
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held[0].missing, "en annen ting");
}

class CaseStandings : public CaseWorld {};
EACH_DATABASE(CaseStandings);

TEST_P(CaseStandings, TellWhereACaseIsAndWhichRulesHearingsFollow) {
    const auto id = plan();
    const auto standing = *read([&](db::Reader& reader) { return case_standing(reader, id, today()); });

    EXPECT_EQ(standing.body, advisers);
    EXPECT_EQ(standing.bodies, (std::vector{advisers, board, assembly}));
    EXPECT_EQ(standing.hearing_days_min, 21);
    EXPECT_FALSE(standing.decided_at.has_value());
    EXPECT_TRUE(
        standing.allows(world::World::person("Kari", {governance::right::plan_case}), governance::right::plan_case));
    EXPECT_FALSE(standing.allows(world::World::person("Kari", {}), governance::right::plan_case));
}

TEST_P(CaseStandings, GiveTheLeadTimeOfEachCaseThatHasBeenTreated) {
    plan();
    const auto id = plan();
    prepare(id);
    world.clock.advance(std::chrono::hours{24 * 21});
    ASSERT_TRUE(put_on_agenda_of(id, advisers, today()).has_value());
    ASSERT_TRUE(treat_in(id, advisers, Outcome::noted).has_value());

    const auto times = *read([](db::Reader& reader) { return lead_times(reader); });

    ASSERT_EQ(times.size(), 1U);
    EXPECT_EQ(times[0].case_id, id);
    EXPECT_EQ(times[0].body, advisers);
    EXPECT_EQ(times[0].days(), 21);
}
