// Hearings that the state holds: the answer's way, the answer as a position, and what the state did with it.
#include "governance/case_standing.hpp"
#include "governance/lookups.hpp"
#include "voice/demonstration.hpp"
#include "voice/domain/answer_path.hpp"
#include "voice/domain/errors.hpp"
#include "voice/tests/voice_world.hpp"

#include <rapidcheck/gtest.h>

using namespace voice;

namespace {

class StateHearings : public voice::tests::VoiceWorld {
protected:
    [[nodiscard]] std::string a_hearing(const std::string& more = "") const {
        return R"({"language":"nb","title":"Ny forskrift","summary":"Om brev.","sender":"kdd","reference":"26/1",)"
               R"("address":"https://www.regjeringen.no/hoering","sentOn":")" +
               yesterday + R"(","deadline":")" + in_days(30) + "\"" + more + "}";
    }
    std::string registered(const std::string& more = "") { return make("/state-hearings", a_hearing(more)); }
    [[nodiscard]] std::string an_answer(const std::string& more = "") const {
        return R"({"statement":"Vi støtter.","answeredOn":")" + to_string(today()) + "\"" + more + "}";
    }
    /// The first document of the case that everybody may read.
    std::string open_document() {
        auto lease = world.database->reader();
        const auto id = governance::case_by_number(**lease, "19/03109");
        const auto standing = governance::case_standing(**lease, *id, today());
        EXPECT_FALSE(standing->documents.empty());
        return standing->documents.front().id.to_string();
    }
};
EACH_DATABASE(StateHearings);

Date day_number(int count) {
    return Date{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + std::chrono::days{count}};
}

/// Whether some choice of one meeting each, none before the one before it, ends by the deadline: all choices tried.
bool can_end_by(const std::vector<std::vector<int>>& bodies, std::size_t at, int from, int deadline) {
    if (at == bodies.size()) return true;
    for (const int day : bodies[at]) {
        if (day >= from && day <= deadline && can_end_by(bodies, at + 1, day, deadline)) return true;
    }
    return false;
}

} // namespace

TEST_P(StateHearings, TheAnswerBecomesAPositionAndTheStatesResultStandsOnBoth) {
    const auto path = registered(R"(,"caseNumber":"19/03109")");
    EXPECT_EQ(read(path + ".json").text_of("path"), "decided");
    EXPECT_EQ(code_of(try_json(path + "/result", R"({"result":"followed","words":"Ja.","happenedOn":"2026-03-04"})")),
              state_hearing_unanswered.name);
    const auto stranger = governance::AppointmentId::make(world.clock.now(), *world.random).to_string();
    const auto refused =
        try_json(path + "/answer", R"({"statement":" ","answeredOn":")" + to_string(today()) + R"(","document":")" +
                                       stranger + R"(","speaker":")" + stranger + "\"}");
    for (const auto& code : {document_not_open.name, speaker_not_appointed.name, std::string_view{"#/statement"}})
        EXPECT_NE(refused.body.find(code), std::string::npos) << code << refused.body;
    EXPECT_EQ(try_json(path + "/answer", an_answer(R"(,"document":")" + open_document() + "\"")).status, 204);
    EXPECT_EQ(code_of(try_json(path + "/answer", an_answer())), state_hearing_closed.name);
    EXPECT_EQ(read("/positions/P-2026-1.json").text_of("occasion"), "Høringssvar, H-2026-1");

    const auto result = [&](const std::string& source) {
        return R"({"result":"partly","words":"Delvis tatt inn.","source":")" + source + R"(","happenedOn":")" +
               to_string(today()) + "\"}";
    };
    EXPECT_NE(try_json(path + "/result", result("regjeringen.no")).body.find(not_an_address.name), std::string::npos);
    EXPECT_EQ(try_json(path + "/result", result("https://www.regjeringen.no/lov")).status, 204);
    EXPECT_EQ(code_of(try_json(path + "/result", result("https://www.regjeringen.no/lov"))),
              state_hearing_settled.name);
    EXPECT_EQ(read("/positions/P-2026-1.json").text_of("response"), "Delvis tatt inn.");
    EXPECT_NE(browser.get(path).body.find("Delvis fulgt"), std::string::npos);
    for (const auto* list : {"/state-hearings?state=settled", "/state-hearings.json?sender=kdd", "/state-hearings.csv",
                             "/state-hearings.atom"})
        EXPECT_NE(browser.get(list).body.find("Ny forskrift"), std::string::npos) << list;
    EXPECT_EQ(browser.get("/state-hearings.json?sender=nav").body.find("Ny forskrift"), std::string::npos);
    EXPECT_EQ(code_of(browser.get("/state-hearings/H-1.json")), state_hearing_not_found.name);
}

TEST_P(StateHearings, AnswersRestOnADecidedCaseAndWarnWhenNoMeetingComesInTime) {
    ASSERT_TRUE(load_demonstration(world.services));
    const auto path = registered();
    EXPECT_EQ(read(path + ".json").text_of("path"), "no_case");
    EXPECT_EQ(code_of(try_json(path + "/answer", an_answer())), answer_without_case.name);

    auto lease = world.database->reader();
    const auto soon = governance::decided_soon(**lease, today(), 1, i18n::Language::nb);
    ASSERT_TRUE(soon && !soon->empty());
    const auto change = [&](int days) {
        return R"({"deadline":")" + in_days(days) + R"(","caseNumber":")" + soon->front().number + "\"}";
    };
    EXPECT_EQ(try_json(path + "/change", change(700)).status, 204);
    EXPECT_FALSE(read(path + ".json").find("stops")->array()->empty());
    EXPECT_EQ(try_json(path + "/change", change(0)).status, 204);
    EXPECT_EQ(read(path + ".json").text_of("path"), "too_late");
    EXPECT_NE(browser.get(path).body.find("møte i tide. Flytt et"), std::string::npos);
    EXPECT_EQ(code_of(try_json(path + "/answer", an_answer())), basis_not_decided.name);
    EXPECT_NE(try_json(path + "/change", change(-9)).body.find(deadline_before_sent.name), std::string::npos);
    EXPECT_NE(browser.get("/state-hearings.ics").body.find("DTSTART;VALUE=DATE:20260304"), std::string::npos);

    EXPECT_EQ(try_json(path + "/decline", R"({"reason":"Gjelder oss ikke."})").status, 204);
    EXPECT_EQ(code_of(try_json(path + "/decline", R"({"reason":"Igjen."})")), state_hearing_closed.name);
    EXPECT_NE(browser.get(path).body.find("Gjelder oss ikke."), std::string::npos);
}

TEST_P(StateHearings, AreRefusedWithEverythingThatIsWrong) {
    const auto faulty = try_json("/state-hearings",
                                 R"({"language":"nb","title":"T","summary":"","sender":"ks","address":"javascript:x",)"
                                 R"("sentOn":"2027-01-01","deadline":"2026-01-01","caseNumber":"99/99999"})");
    EXPECT_EQ(faulty.status, 422);
    for (const auto* pointer : {"#/sender", "#/address", "#/sentOn", "#/deadline", "#/caseNumber"})
        EXPECT_NE(faulty.body.find(pointer), std::string::npos) << pointer << faulty.body;
    for (const auto& code : {counterpart_not_state.name, not_an_address.name, day_in_future.name})
        EXPECT_NE(faulty.body.find(code), std::string::npos) << code;
    EXPECT_EQ(browser.send_json("POST", "/state-hearings", a_hearing(), director).status, 403);
}

RC_GTEST_PROP(AnswerPath, IsInTimeExactlyWhenSomeChoiceOfMeetingsIs, ()) {
    std::vector<std::vector<int>> bodies(*rc::gen::inRange<std::size_t>(1, 5));
    for (auto& days : bodies)
        days = *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(0, 5), rc::gen::inRange(0, 40));
    const int today = *rc::gen::inRange(0, 20), deadline = *rc::gen::inRange(0, 45);
    std::vector<PathBody> shown;
    for (const auto& days : bodies) {
        PathBody body{"organ", "/bodies/organ", {}};
        for (const int day : days)
            body.meetings.push_back(day_number(day));
        shown.push_back(std::move(body));
    }
    const auto path = answer_path(shown, day_number(today), day_number(deadline));
    RC_ASSERT((path.verdict == PathVerdict::in_time) == can_end_by(bodies, 0, today, deadline));
    RC_ASSERT(path.stops.size() == bodies.size());
}
