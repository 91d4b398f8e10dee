// Rule R19: the sector has at least two weeks for an application for co-funding, and its comment follows the
// application.
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "voice/domain/co_funding.hpp"
#include "voice/domain/errors.hpp"
#include "voice/tests/voice_world.hpp"

#include <rapidcheck/gtest.h>

using namespace voice;

namespace {

class RuleR19 : public voice::tests::VoiceWorld {
protected:
    [[nodiscard]] std::string a_request(int days, const std::string& more = "") const {
        return R"({"language":"nb","project":"Felles innsyn","summary":"Om prosjektet.","recipient":"digdir",)"
               R"("applyBy":")" +
               in_days(days) + "\"" + more + "}";
    }
    http::Response ask(const Principal& who, int days, const std::string& more = "") {
        return browser.send_json("POST", "/co-funding-statements", a_request(days, more), who);
    }
    std::string asked(int days) {
        const auto made = ask(director, days);
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string{made.header("location").value_or("")};
    }
};
EACH_DATABASE(RuleR19);

CoFundingStatement received(std::string_view on, std::string_view apply_by) {
    CoFundingStatement asked;
    asked.received_on = *parse_date(on);
    asked.apply_by = *parse_date(apply_by);
    return asked;
}

} // namespace

TEST_P(RuleR19, HoldsWhenTwoWeeksAreLeftAndTheCommentFollowsTheApplication) {
    const auto path = asked(14);
    EXPECT_EQ(path, "/co-funding-statements/M-2026-1");
    EXPECT_EQ(code_of(browser.get(path + "/document")), statement_not_given.name);
    const auto comment = R"({"advice":"supports_if","comment":"På *vilkår*.","caseNumber":"19/03109"})";
    EXPECT_EQ(browser.send_json("POST", path + "/comment", comment, director).status, 403);
    EXPECT_EQ(browser.send_json("POST", path + "/comment", comment, secretariat, {{"if-match", "\"7\""}}).status, 412);
    EXPECT_EQ(try_json(path + "/comment", comment).status, 204);
    EXPECT_EQ(code_of(try_json(path + "/comment", comment)), comment_given_already.name);

    const auto view = read(path + ".json");
    EXPECT_EQ(view.text_of("state"), "given");
    EXPECT_EQ(view.integer_of("daysGiven"), 14);
    const auto document = browser.get(path + "/document");
    EXPECT_EQ(document.status, 200);
    for (const auto* words : {"M-2026-1", "Felles innsyn", "Digitaliseringsdirektoratet", "På *vilkår*."})
        EXPECT_NE(document.body.find(words), std::string::npos) << words << document.body;
    EXPECT_EQ(view.text_of("documentSha256"), crypto::to_hex(crypto::sha256(document.body)));
    for (const auto* list : {"/co-funding-statements", "/co-funding-statements.json?state=given",
                             "/co-funding-statements.csv", "/co-funding-statements.atom"})
        EXPECT_NE(browser.get(list).body.find("Felles innsyn"), std::string::npos) << list;
    EXPECT_EQ(code_of(browser.get("/co-funding-statements/M-1.json")), co_funding_statement_not_found.name);
}

TEST_P(RuleR19, RefusesWhatComesTooLateAndSaysWhatToDo) {
    const auto refused = ask(director, 13);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(code_of(refused), too_short_notice.name);
    EXPECT_NE(refused.body.find("Det er 13 dager igjen"), std::string::npos) << refused.body;
    EXPECT_NE(refused.body.find("18. mars 2026"), std::string::npos) << refused.body;
    EXPECT_EQ(code_of(ask(director, -1)), deadline_passed.name);
    // Neither by dating it back, nor by an exemption that one may not give.
    EXPECT_EQ(code_of(ask(director, 13, R"(,"receivedOn":"2026-01-01")")), too_short_notice.name);
    EXPECT_EQ(ask(director, 13, R"(,"exemptionReason":"Det haster.")").status, 403);
    EXPECT_EQ(ask(director, 30, R"(,"applicant":"4601")").status, 403);
    const auto faulty = ask(secretariat, 30, R"(,"applicant":"nobody","receivedOn":"2027-01-01")");
    for (const auto* pointer : {"#/applicant", "#/receivedOn"})
        EXPECT_NE(faulty.body.find(pointer), std::string::npos) << pointer << faulty.body;
    EXPECT_TRUE(read("/co-funding-statements.json").find("statements")->array()->empty());

    const auto path = asked(14);
    world.clock.advance(std::chrono::hours{24 * 15});
    EXPECT_EQ(code_of(try_json(path + "/comment", R"({"advice":"supports","comment":"Ja."})")), deadline_passed.name);
    EXPECT_EQ(read(path + ".json").text_of("state"), "lapsed");
}

TEST_P(RuleR19, IsSetAsideOnlyByAnExemptionThatIsRecordedAndShown) {
    const auto made = ask(secretariat, 5, R"(,"applicant":"1820","exemptionReason":"Staten flyttet fristen.")");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto path = std::string{*made.header("location")};
    const auto page = browser.get(path).body;
    EXPECT_NE(page.find("Staten flyttet fristen."), std::string::npos);
    EXPECT_NE(page.find("Tatt imot med for kort frist"), std::string::npos);
    EXPECT_NE(page.find("5 dager der regelen krever 14"), std::string::npos);
    EXPECT_NE(browser.get("/co-funding-statements").body.find("Unntak fra fristen"), std::string::npos);
    EXPECT_NE(browser.get("/co-funding-statements.ics").body.find("DTSTART;VALUE=DATE:20260309"), std::string::npos);
    // An exemption that is not needed is none.
    const auto early = ask(secretariat, 30, R"(,"applicant":"1820","exemptionReason":"For sikkerhets skyld.")");
    EXPECT_EQ(read(std::string{*early.header("location")} + ".json").text_of("exemptionReason"), "");

    const auto stranger = governance::AppointmentId::make(world.clock.now(), *world.random).to_string();
    const auto unappointed = try_json(path + "/comment", R"({"advice":"supports","comment":" ","speaker":")" +
                                                             stranger + R"(","caseNumber":"99/99999"})");
    for (const auto& words :
         {speaker_not_appointed.name, std::string_view{"#/caseNumber"}, std::string_view{"#/comment"}})
        EXPECT_NE(unappointed.body.find(words), std::string::npos) << words << unappointed.body;
}

TEST_P(RuleR19, MeasuresByTheRuleOfTheDayTheApplicationCame) {
    const auto rule = [&](const std::string& from, int days) {
        return try_json("/co-funding-rules",
                        fmt::format(R"({{"validFrom":"{}","daysMin":{},"basis":"Ny ordning"}})", from, days));
    };
    EXPECT_EQ(code_of(rule(in_days(0), 21)), comment_rule_not_ahead.name);
    EXPECT_EQ(rule(in_days(5), 0).status, 422);
    EXPECT_EQ(rule(in_days(5), 21).status, 201);
    EXPECT_EQ(code_of(rule(in_days(5), 22)), comment_rule_not_ahead.name);
    EXPECT_EQ(browser.send_json("POST", "/co-funding-rules", "{}", director).status, 403);
    const auto before = asked(14);
    world.clock.advance(std::chrono::hours{24 * 5});
    EXPECT_EQ(code_of(ask(director, 14)), too_short_notice.name);
    EXPECT_EQ(ask(director, 21).status, 201);
    EXPECT_EQ(read(before + ".json").integer_of("daysMin"), 14);
    EXPECT_NE(browser.get("/co-funding-rules").body.find("Ny ordning"), std::string::npos);
    EXPECT_EQ(read("/co-funding-rules.json").find("rules")->array()->size(), 2U);
}

RC_GTEST_PROP(RuleR19OfAnyDays, TakesExactlyWhatLeavesEnough, ()) {
    const int days = *rc::gen::inRange(0, 60);
    const int days_min = *rc::gen::inRange(1, 60);
    auto asked = received("2026-03-01", "2026-03-01");
    asked.apply_by = Date{std::chrono::sys_days{asked.received_on} + std::chrono::days{days}};
    const CommentRule rule{*parse_date("2016-01-01"), days_min, "x"};
    const auto plain = taken(asked, rule);
    RC_ASSERT(plain.has_value() == (days >= days_min));
    if (!plain) RC_ASSERT(plain.error().code == too_short_notice.name);
    asked.exemption_reason = "Grunn";
    const auto exempted = taken(asked, rule);
    RC_ASSERT(exempted.has_value());
    RC_ASSERT(exempted->exemption_reason.empty() == (days >= days_min));
}
