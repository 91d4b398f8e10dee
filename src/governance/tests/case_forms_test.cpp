#include "governance/domain/errors.hpp"
#include "governance/tests/case_calls.hpp"
#include "platform/errors.hpp"

using namespace governance;
using namespace governance::tests;

class CaseForms : public CaseCalls {
protected:
    Principal secretary() {
        namespace may = governance::right;
        auto kari = world::World::person("Kari", {may::plan_case, may::prepare_case, may::shield, may::see_shielded});
        kari.organisation_id = owner.to_string();
        kari.organisation_name = "KS";
        return kari;
    }
    std::string plan_fields() {
        return "language=nn&title=Ny+sak&summary=&background=&points%5B0%5D=Fyrste&points%5B1%5D=&points%5B2%5D=Andre"
               "&themes=arbeid&themes=naring&owner=ks&ownerBodyId=&number=&handlerId=&steps%5B0%5D.bodyId=" +
               board.to_string() +
               "&steps%5B0%5D.plannedDay=2026-05-01&steps%5B1%5D.bodyId=&steps%5B1%5D.plannedDay=&concerns%5B0%5D."
               "scope="
               "counties&concerns%5B0%5D.organisation=&concerns%5B0%5D.reason=Alle&concerns%5B1%5D.scope=&concerns%5B1%"
               "5D."
               "organisation=&concerns%5B1%5D.reason=&isStrategic=true&csrfToken=x";
    }
    Case first() { return file(*CaseNumber::parse("26/00001")).matter; }
};
EACH_DATABASE(CaseForms);

TEST_P(CaseForms, PlanACaseWithoutJavaScript) {
    ASSERT_NE(body("/cases/new", secretary()).find("name=\"steps[0].bodyId\""), std::string::npos);
    const auto sent = post("/cases", plan_fields(), secretary());

    ASSERT_TRUE(sent.has_value()) << describe(sent.error());
    EXPECT_EQ(sent->status, 303) << sent->body;
    EXPECT_EQ(sent->header("location"), "/cases/26-00001");
    EXPECT_EQ(first().language, i18n::Language::nn);
    EXPECT_TRUE(first().path.is_strategic);
    EXPECT_EQ(first().themes, (std::vector<std::string>{"arbeid", "naring"}));
    ASSERT_EQ(first().points.size(), 2U);
    EXPECT_EQ(first().points[1].text, "Andre");
    ASSERT_EQ(first().path.steps.size(), 1U);
    ASSERT_EQ(first().concerns.size(), 1U);
}

TEST_P(CaseForms, ComeBackFilledWithEveryFaultInPlace) {
    const auto sent =
        post("/cases", "language=nb&title=&summary=Sammendraget+mitt&owner=ukjent&csrfToken=x", secretary());

    ASSERT_TRUE(sent.has_value());
    EXPECT_EQ(sent->status, 422);
    EXPECT_NE(sent->body.find("Sammendraget mitt"), std::string::npos);
    EXPECT_NE(sent->body.find("ds-error-summary"), std::string::npos);
    EXPECT_NE(sent->body.find("Feil: "), std::string::npos);
}

TEST_P(CaseForms, TellMachinesTheProblemInstead) {
    const auto refused =
        post_json("/cases", R"({"title":"Sak","owner":"ukjent","steps":[],"color":"red"})", secretary());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, platform::request_faulty.name);

    const auto made =
        post_json("/cases",
                  R"({"title":"Sak","language":"nb","isStrategic":false,"owner":"ks","steps":[{"bodyId":")" +
                      board.to_string() + R"("}]})",
                  secretary());
    ASSERT_TRUE(made.has_value()) << describe(made.error());
    EXPECT_EQ(made->status, 201);
    EXPECT_EQ(made->header("location"), "/cases/26-00001");
}

TEST_P(CaseForms, RefuseThoseWithoutTheRight) {
    plan();
    EXPECT_EQ(get("/cases/new").error().code, platform::not_logged_in.name);
    const auto citizen = world::World::person("Ola", {});
    for (const auto* page : {"/cases/new", "/cases/26-00001/texts", "/cases/26-00001/path", "/cases/26-00001/concerns",
                             "/cases/26-00001/notice", "/cases/26-00001/follow-up", "/cases/26-00001/withdrawal",
                             "/cases/26-00001/shields", "/cases/26-00001/documents/new"}) {
        EXPECT_EQ(get(page, citizen).error().code, platform::right_missing.name) << page;
        EXPECT_TRUE(get(page, secretary()).has_value()) << page;
    }
    auto other = world::World::person("Per", {});
    other.grants = {{std::string{governance::right::plan_case.name}, network.to_string()}};
    EXPECT_EQ(get("/cases/26-00001/notice", other).error().code, platform::right_missing.name);
    EXPECT_EQ(post("/cases/26-00001/withdrawal", "note=Nei", other).error().code, platform::right_missing.name);
}

TEST_P(CaseForms, ChangeTextsAndTellWhichFieldsOnly) {
    const auto id = plan();
    const auto kept = first().points.front().id;
    const auto sent = post("/cases/26-00001/texts",
                           "language=nb&title=Nytt+navn&summary=Kort&background=&points%5B0%5D=Løsningen+innføres."
                           "&points%5B1%5D=Nytt+punkt&themes=familie-og-barn&handlerId=&version=1",
                           secretary());
    ASSERT_TRUE(sent.has_value()) << describe(sent.error());
    EXPECT_EQ(sent->status, 303);
    EXPECT_EQ(first().title, "Nytt navn");
    EXPECT_EQ(first().points.front().id, kept);
    EXPECT_EQ(first().version, 2);
    const auto event = events_of(id).front();
    EXPECT_EQ(event.type, "governance.proposal_changed");
    EXPECT_NE(event.body.find(R"("changed":["title","summary","background","points"])"), std::string::npos)
        << event.body;
    EXPECT_EQ(event.body.find("Nytt navn"), std::string::npos);
}

TEST_P(CaseForms, ComeBackWhenSomebodyElseWasFaster) {
    plan();
    const auto stale = post("/cases/26-00001/texts", "language=nb&title=Mitt+navn&version=7", secretary());
    ASSERT_TRUE(stale.has_value());
    EXPECT_EQ(stale->status, 409);
    EXPECT_NE(stale->body.find("Mitt navn"), std::string::npos);
    EXPECT_NE(stale->body.find("Noen andre har endret saken"), std::string::npos);
}

TEST_P(CaseForms, KeepTheTextsOfACaseOnAnAgenda) {
    const auto id = plan();
    prepare(id);
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(10)).has_value());
    const auto refused =
        post_json("/cases/26-00001/texts", R"({"title":"Nytt","language":"nb","isStrategic":false})", secretary());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, case_closed_for_changes.name);
}

TEST_P(CaseForms, DoNotLetTheBlindReplaceWhatIsShielded) {
    auto sent = a_case();
    sent.shields = {{ShieldField::summary, Line<200>{std::string{"offl. § 23"}}, in_days(30)}};
    plan(sent);
    const auto blind = world::World::person("Kari", {governance::right::prepare_case});
    EXPECT_EQ(post("/cases/26-00001/texts", "language=nb&title=Nytt", blind).error().code,
              platform::right_missing.name);
}

TEST_P(CaseForms, TakeACaseFromPlanToPreparation) {
    plan();
    const auto done = [&](const std::string& path, const std::string& form) {
        const auto sent = post("/cases/26-00001" + path, form, secretary());
        EXPECT_TRUE(sent.has_value()) << (sent ? "" : describe(sent.error()));
        EXPECT_EQ(sent->status, 303) << path << sent->body;
    };
    done("/concerns",
         "concerns%5B0%5D.scope=network&concerns%5B0%5D.organisation=digi-vest&concerns%5B0%5D.reason=&version=1");
    done("/notice", "inputUntil=2026-04-01&version=2");
    done("/path", "steps%5B0%5D.bodyId=" + board.to_string() + "&steps%5B0%5D.plannedDay=&version=3");
    done("/preparation", "version=4");
    EXPECT_EQ(first().path.state, CaseState::in_preparation);
    EXPECT_EQ(first().concerns.front().organisation, network);
    EXPECT_EQ(post("/cases/26-00001/final", "version=5", secretary()).error().code, case_step_refused.name);
    EXPECT_EQ(post("/cases/26-00001/sending-on", "", secretary()).error().code, case_step_refused.name);
    EXPECT_EQ(post("/cases/26-00001/follow-up", "note=Ferdig", secretary())->status, 409);
    done("/shields", "field=title&legalBasis=offl.+%C2%A7+23&until=2026-05-01");
    EXPECT_NE(body("/cases/26-00001/shields", secretary()).find("offl. § 23"), std::string::npos);
    done("/withdrawal", "note=Avlyst");
}

TEST_P(CaseForms, RefuseConcernsThatLeaveANoticedCaseWithNobody) {
    const auto id = plan();
    ASSERT_TRUE(step(notify, id, Notice{}).has_value());
    const auto refused = post_json("/cases/26-00001/concerns", R"({"concerns":[]})", secretary());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, concerns_missing.name);
}

TEST_P(CaseForms, SayWhichCaseIsMissing) {
    EXPECT_EQ(get("/cases/26-00042").error().code, case_not_found.name);
    EXPECT_EQ(get("/cases/tull").error().code, case_not_found.name);
    EXPECT_EQ(post("/cases/26-00042/preparation", "", secretary()).error().code, case_not_found.name);
}

TEST_P(CaseForms, ShowTheSecretaryWhatCanBeDoneAndOthersNothing) {
    plan();
    EXPECT_NE(body("/cases/26-00001", secretary()).find("/cases/26-00001/notice"), std::string::npos);
    EXPECT_EQ(body("/cases/26-00001").find("/cases/26-00001/notice"), std::string::npos);
}
