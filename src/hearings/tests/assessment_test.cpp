#include "governance/case_holds.hpp"
#include "hearings/actions/assess.hpp"
#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

class Assessments : public HearingWorld {
protected:
    void SetUp() override {
        HearingWorld::SetUp();
        experts = make_expert_body("fagrad-arkitektur", "Fagråd for arkitektur");
        group = make_expert_body("faggruppe-arkiv", "Faggruppe for arkiv");
        body = *governance::BodyId::parse(body_id);
        case_id = read([&](db::Reader& reader) { return governance::case_by_number(reader, case_number); });
    }

    governance::BodyId make_expert_body(const std::string& slug, const std::string& name) {
        good(post_json(
            "/bodies.json",
            fmt::format(R"({{"slug":"{}","nameNb":"{}","nameNn":"{}","kind":"expert_council","organisation":"{}",)"
                        R"("isOpen":true,"validFrom":"2020-01-01","adoptedBy":"test"}})",
                        slug, name, name, id_of("ks").to_string()),
            world.system));
        const auto bodies = json::parse(good(get("/bodies.json")).body);
        for (const auto& one : *bodies->find("bodies")->array())
            if (one.text_of("name") == name) return *governance::BodyId::parse(one.text_of("id"));
        throw std::runtime_error{"no body " + name};
    }

    Result<AssessmentId> require_from(governance::BodyId assessor, const Principal& who) {
        return try_write([&](db::Transaction& transaction) {
            return require_assessment({transaction, world.services, who, now()}, case_id, {assessor, body});
        });
    }
    AssessmentId required() { return good(require_from(experts, world.system)); }

    static NewAssessment a_checklist() {
        NewAssessment sent;
        sent.conclusion = Prose<20000>{std::string{"Kan gå videre."}};
        for (const auto layer : json::enumerator_values<Layer>)
            sent.layers.push_back({layer, Verdict::in_order, {}});
        return sent;
    }
    Result<void> deliver(AssessmentId id, const NewAssessment& sent, const Principal& who) {
        return try_write([&](db::Transaction& transaction) {
            return deliver_assessment({transaction, world.services, who, now()}, id, sent);
        });
    }
    std::vector<governance::Hold> holds() {
        return read([&](db::Reader& reader) { return governance::holds_of(reader, case_id); });
    }
    Principal expert() {
        auto who = world::World::person("Fagperson", {});
        who.grants = {{std::string{hearings::right::assess.name}, experts.to_string()}};
        return who;
    }

    governance::BodyId experts, group, body;
    governance::CaseId case_id;
};
EACH_DATABASE(Assessments);

TEST_P(Assessments, HoldTheCaseFromTheBodyThatWaitsAndNameAllThatIsMissing) {
    required();
    good(require_from(group, world.system));

    const auto held = holds();

    ASSERT_EQ(held.size(), 2U);
    EXPECT_EQ(held[0].body, body);
    EXPECT_EQ(held[0].missing, "vurdering fra Faggruppe for arkiv");
    EXPECT_EQ(held[1].missing, "vurdering fra Fagråd for arkitektur");
    EXPECT_NE(good(get("/cases/" + case_number)).body.find("Fagråd for arkitektur"), std::string::npos);
}

TEST_P(Assessments, ReleaseTheCaseWhenTheChecklistIsDelivered) {
    const auto id = required();
    auto sent = a_checklist();
    sent.layers[4] = {Layer::privacy, Verdict::reservation, Prose<10000>{std::string{"DPIA må gjøres først."}}};
    good(deliver(id, sent, expert()));

    EXPECT_TRUE(holds().empty());
    const auto shown = good(get("/assessments/" + id.to_string())).body;
    EXPECT_NE(shown.find("DPIA må gjøres først."), std::string::npos);
    EXPECT_NE(shown.find("Personvern"), std::string::npos);
    EXPECT_NE(good(get("/assessments/" + id.to_string() + ".json")).body.find("\"state\":\"delivered\""),
              std::string::npos);
}

TEST_P(Assessments, AreRefusedWhenALayerIsMissingOrAReservationIsNotExplained) {
    const auto id = required();
    auto sent = a_checklist();
    sent.layers.pop_back();
    EXPECT_EQ(code_of(deliver(id, sent, expert())), layers_missing.name);
    sent = a_checklist();
    sent.layers[0].verdict = Verdict::not_in_order;
    EXPECT_EQ(code_of(deliver(id, sent, expert())), reservation_unexplained.name);
    EXPECT_EQ(holds().size(), 1U);
}

TEST_P(Assessments, AreDeliveredOnceByTheBodyThatWasAsked) {
    const auto id = required();
    auto other = world::World::person("En annen", {});
    other.grants = {{std::string{hearings::right::assess.name}, group.to_string()}};
    EXPECT_EQ(code_of(deliver(id, a_checklist(), other)), platform::right_missing.name);
    good(deliver(id, a_checklist(), expert()));
    EXPECT_EQ(code_of(deliver(id, a_checklist(), expert())), assessment_settled.name);
}

TEST_P(Assessments, AreRequiredFromExpertBodiesForABodyOnThePath) {
    EXPECT_EQ(code_of(require_from(body, world.system)), assessor_faulty.name);
    EXPECT_EQ(
        code_of(try_write([&](db::Transaction& transaction) {
            return require_assessment({transaction, world.services, world.system, now()}, case_id, {experts, group});
        })),
        body_not_on_path.name);
    EXPECT_EQ(code_of(require_from(experts, world::World::person("Kari", {}))), platform::right_missing.name);
    required();
    EXPECT_EQ(code_of(require_from(experts, world.system)), assessment_required_already.name);
}

TEST_P(Assessments, AreWithdrawnWithAReasonThatEverybodySees) {
    const auto id = required();
    EXPECT_EQ(
        good(post("/assessments/" + id.to_string() + "/withdrawal", "reason=Vurdert+i+fjor.", world.system)).status,
        303);
    EXPECT_TRUE(holds().empty());
    EXPECT_NE(good(get("/assessments/" + id.to_string())).body.find("Vurdert i fjor."), std::string::npos);
}

TEST_P(Assessments, AreNotFoundUnderAnotherId) {
    EXPECT_EQ(code_of(get("/assessments/tull")), assessment_not_found.name);
}

TEST_P(Assessments, ComeThroughTheirForms) {
    EXPECT_NE(good(get("/cases/" + case_number + "/assessments/new", world.system)).body.find("Fagråd for arkitektur"),
              std::string::npos);
    const auto made = good(post("/cases/" + case_number + "/assessments",
                                "assessor=" + experts.to_string() + "&before=" + body_id, world.system));
    const std::string path{*made.header("location")};
    EXPECT_NE(good(get(path + "/delivery", expert())).body.find("layers[0].verdict"), std::string::npos);
    std::string form = "conclusion=Greit.";
    int place = 0;
    for (const auto layer : json::enumerator_values<Layer>) {
        form += fmt::format("&layers[{0}].layer={1}&layers[{0}].verdict=in_order&layers[{0}].text=", place++,
                            json::name_of(layer));
    }
    EXPECT_EQ(good(post(path + "/delivery", "conclusion=", expert())).status, 422);
    const auto delivered = good(post(path + "/delivery", form, expert()));
    EXPECT_EQ(delivered.status, 303);
}
