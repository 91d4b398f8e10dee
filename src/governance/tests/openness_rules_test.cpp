// R15: a case is visible from the moment it is planned. R17: a strategic case has a political record before it is
// final.
#include "governance/case_standing.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/planned_treatments.hpp"
#include "governance/tests/case_calls.hpp"

using namespace governance;
using namespace governance::tests;

class RuleR15 : public CaseCalls {};
EACH_DATABASE(RuleR15);

TEST_P(RuleR15, HoldsFromTheMomentACaseIsPlanned) {
    plan();
    EXPECT_NE(body("/cases.json").find("Felles søknad om barnehageplass"), std::string::npos);
    EXPECT_NE(body("/cases/26-00001").find("Felles søknad om barnehageplass"), std::string::npos);
    const auto coming =
        *read([&](db::Reader& reader) { return decided_soon(reader, today(), 10, i18n::Language::nb); });
    ASSERT_EQ(coming.size(), 1U);
    EXPECT_EQ(coming[0].next_day, in_days(30));
}

TEST_P(RuleR15, HasEveryPlannedTreatmentInTheCalendarUntilAnAgendaHasIt) {
    const auto id = plan();
    const auto planned = [&](const std::optional<BodyId>& of) {
        return *read([&](db::Reader& reader) {
            return planned_treatments(reader, of, today(), in_days(91), today(), i18n::Language::nb);
        });
    };
    ASSERT_EQ(planned({}).size(), 3U);
    EXPECT_EQ(planned({})[1].day, in_days(60));
    EXPECT_EQ(planned({})[1].body_path, "/bodies/hovedstyret");
    EXPECT_EQ(planned({})[1].title, "Felles søknad om barnehageplass");
    EXPECT_EQ(planned(assembly).size(), 1U);
    const auto month = to_string(in_days(60)).substr(0, 7);
    EXPECT_NE(body("/calendar?month=" + month).find("Felles søknad om barnehageplass"), std::string::npos);

    prepare(id);
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(30)).has_value());
    EXPECT_EQ(planned({}).size(), 2U) << "a meeting has the first";
}

TEST_P(RuleR15, MeasuresTheLeadTimeFromPlannedToFirstTreated) {
    const auto id = plan();
    prepare(id);
    world.clock.advance(std::chrono::hours{24 * 33});
    ASSERT_TRUE(put_on_agenda_of(id, advisers, today()).has_value());
    ASSERT_TRUE(treat_in(id, advisers, Outcome::adopted).has_value());
    const auto times = *read([](db::Reader& reader) { return lead_times(reader); });
    ASSERT_EQ(times.size(), 1U);
    EXPECT_EQ(times[0].days(), 33);
}

TEST_P(RuleR15, RefusesAnAgendaNearerThanTheDaysOfNotice) {
    const auto slow = make_body("fagrad", "Fagrådet", {.notice_days_min = 14});
    auto sent = a_case();
    sent.steps = {{slow, in_days(30)}};
    const auto id = plan(sent);
    prepare(id);
    EXPECT_EQ(put_on_agenda_of(id, slow, in_days(13)).error().code, notice_too_short.name);
    EXPECT_TRUE(put_on_agenda_of(id, slow, in_days(14)).has_value());
}

class RuleR17 : public CaseWorld {
protected:
    /// A case of strategic importance, treated by the body.
    CaseId treated_in(BodyId body) {
        auto sent = a_case();
        sent.is_strategic = true;
        sent.steps = {{body, in_days(30)}};
        const auto id = plan(sent);
        prepare(id);
        EXPECT_TRUE(put_on_agenda_of(id, body, in_days(30)).has_value());
        EXPECT_TRUE(treat_in(id, body, Outcome::adopted).has_value());
        return id;
    }
};
EACH_DATABASE(RuleR17);

TEST_P(RuleR17, HoldsWhenAPoliticalBodyHasTreatedIt) {
    EXPECT_TRUE(step(finish, treated_in(board)).has_value());
}

TEST_P(RuleR17, RefusesToEndAStrategicCaseThatOnlyAnAdministrativeBodyHasTreated) {
    const auto administrative = make_body("utvalget", "Utvalget", {});
    const auto id = treated_in(administrative);
    const auto refused = step(finish, id);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, political_record_missing.name);
    EXPECT_EQ(matter(id).path.state, CaseState::treated);
}
