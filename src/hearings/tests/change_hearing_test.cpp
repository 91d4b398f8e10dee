#include "hearings/actions/change_hearing.hpp"

#include "hearings/jobs/tend_hearings.hpp"
#include "hearings/tests/hearing_world.hpp"

using namespace hearings;
using namespace hearings::tests;

class ChangeHearing : public HearingWorld {
protected:
    void SetUp() override {
        HearingWorld::SetUp();
        hearing = plan();
    }
    Result<void> extend(Date closes_on, const Principal& who, std::string reason = "Ferien kom i veien.") {
        return try_write([&](db::Transaction& transaction) {
            return extend_hearing({transaction, world.services, who, now()}, again(),
                                  {closes_on, Line<500>{std::move(reason)}});
        });
    }
    Result<void> call_off(const Principal& who, std::string reason = "Saken er delt i to.") {
        return try_write([&](db::Transaction& transaction) {
            return withdraw_hearing({transaction, world.services, who, now()}, again(), {Line<500>{std::move(reason)}});
        });
    }
    Result<void> lay_before(std::vector<governance::DocumentId> documents) {
        return try_write([&](db::Transaction& transaction) {
            return add_documents({transaction, world.services, world.system, now()}, again(), {std::move(documents)});
        });
    }
    Hearing again() {
        return read([&](db::Reader& reader) { return load_hearing(reader, hearing.id); });
    }
    Hearing hearing;
};
EACH_DATABASE(ChangeHearing);

TEST_P(ChangeHearing, MovesTheClosingDayWithTheReasonAndKeepsTheAnswers) {
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    good(extend(in_days(30), world.system));

    const auto kept = again();
    EXPECT_EQ(kept.closes_on, in_days(30));
    ASSERT_EQ(kept.extensions.size(), 1U);
    EXPECT_EQ(kept.extensions.front().from, hearing.closes_on);
    EXPECT_EQ(kept.extensions.front().reason, "Ferien kom i veien.");
    EXPECT_EQ(said(hearing, "4601")->stance, Stance::support);
    const auto event = events_of(hearing).front();
    EXPECT_EQ(event.type, "hearings.hearing_extended");
    EXPECT_EQ(event.subjects.size(), 2U + 43U) << "the hearing, the case and each that is asked";
    pass_days(days_min + 5);
    good(answer(again(), an_answer("4602", Stance::against, "Nei."), speaker("4602")));
    EXPECT_NE(good(get("/hearings/2026-1")).body.find("Ferien kom i veien."), std::string::npos);
}

TEST_P(ChangeHearing, NeverGivesLessTimeThanWasTold) {
    for (const auto day : {days_min, days_min - 1, 0})
        EXPECT_EQ(code_of(extend(in_days(day), world.system)), closes_not_later.name);
    EXPECT_EQ(again().closes_on, hearing.closes_on);
}

TEST_P(ChangeHearing, NeverGoesBelowTheDaysThatTheRulesAskForNow) {
    const auto stricter = R"({"adoptedBy":"test","validFrom":")" + to_string(today()) +
                          R"(","rules":{"majority":"simple","isPolitical":false,"hearingDaysMin":40}})";
    good(post_json("/bodies/kommit/rules.json", stricter, world.system));
    EXPECT_EQ(code_of(extend(in_days(20), world.system)), closes_too_soon.name);
    good(extend(in_days(40), world.system));
}

TEST_P(ChangeHearing, SaysAllThatIsWrongWithAnExtensionAtOnce) {
    const auto refused = extend(in_days(1), world.system, "");
    ASSERT_FALSE(refused.has_value());
    ASSERT_EQ(refused.error().faults.size(), 2U);
    EXPECT_EQ(refused.error().faults[1].code, platform::field_missing.name);
}

TEST_P(ChangeHearing, IsForThoseWhoMayHoldHearings) {
    EXPECT_EQ(code_of(extend(in_days(30), speaker("4601"))), platform::right_missing.name);
    EXPECT_EQ(code_of(call_off(speaker("4601"))), platform::right_missing.name);
}

TEST_P(ChangeHearing, IsRefusedOnceTheHearingHasClosed) {
    pass_days(days_min + 1);
    EXPECT_EQ(code_of(extend(in_days(30), world.system)), hearing_is_over.name);
    EXPECT_EQ(code_of(call_off(world.system)), hearing_is_over.name);
}

TEST_P(ChangeHearing, CallsItOffWithTheReasonAndKeepsWhatWasAnswered) {
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    good(call_off(world.system));

    EXPECT_EQ(again().state_on(today()), HearingState::withdrawn);
    EXPECT_EQ(events_of(hearing).front().type, "hearings.hearing_withdrawn");
    EXPECT_EQ(said(hearing, "4601")->stance, Stance::support);
    EXPECT_EQ(code_of(answer(again(), an_answer("4602", Stance::support), speaker("4602"))), hearing_is_withdrawn.name);
    EXPECT_EQ(code_of(call_off(world.system)), hearing_is_withdrawn.name);
    EXPECT_EQ(code_of(extend(in_days(60), world.system)), hearing_is_withdrawn.name);
    EXPECT_NE(good(get("/hearings/2026-1")).body.find("Saken er delt i to."), std::string::npos);
    EXPECT_EQ(json::parse(good(get("/hearings.json?state=open")).body)->integer_of("total"), 0);
    EXPECT_EQ(json::parse(good(get("/hearings.json?state=withdrawn")).body)->integer_of("total"), 1);
}

TEST_P(ChangeHearing, CountsNothingOfAWithdrawnHearingInTheAnchoring) {
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    good(call_off(world.system));
    const auto view = *json::parse(good(get("/cases/" + case_number + "/anchoring.json")).body);
    EXPECT_EQ(view.find("municipalities")->find("addressed")->integer_of("organisations"), 0);
}

TEST_P(ChangeHearing, RefusesDocumentsThatAreNotOpenInTheCase) {
    const auto unknown = governance::DocumentId::make(now(), *world.random);
    EXPECT_EQ(code_of(lay_before({unknown})), document_unknown.name);
    EXPECT_EQ(code_of(lay_before({})), platform::field_missing.name);
}

TEST_P(ChangeHearing, ComesFromTheForms) {
    EXPECT_NE(good(get("/hearings/2026-1/extension", world.system)).body.find("name=\"closesOn\""), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1/withdrawal", world.system)).body.find("name=\"reason\""), std::string::npos);
    EXPECT_EQ(good(get("/hearings/2026-1/documents/new", world.system)).status, 200);
    const auto later = to_string(in_days(30));
    EXPECT_EQ(good(post("/hearings/2026-1/extension", "closesOn=" + later + "&reason=", world.system)).status, 422);
    EXPECT_EQ(good(post("/hearings/2026-1/extension", "closesOn=" + later + "&reason=Ferie", world.system)).status,
              303);
    EXPECT_EQ(good(post("/hearings/2026-1/withdrawal", "reason=Delt", world.system)).status, 303);
    EXPECT_EQ(code_of(get("/hearings/2026-1/extension", speaker("4601"))), platform::right_missing.name);
    EXPECT_EQ(again().state_on(today()), HearingState::withdrawn);
}

TEST_P(ChangeHearing, RemindsAnewBeforeTheNewDayAndShowsBothTimes) {
    auto sent = a_hearing();
    sent.remind_days = 5;
    hearing = plan(sent);
    pass_days(days_min - 5);
    good(tend_hearings(world.services, {}));
    good(extend(in_days(20), world.system));
    good(tend_hearings(world.services, {}));
    const auto reminders = [&] { return read([&](db::Reader& reader) { return reminders_of(reader, hearing.id); }); };
    ASSERT_EQ(reminders().size(), 1U) << "the new day is far off";
    good(answer(again(), an_answer("4601", Stance::support), speaker("4601")));
    pass_days(15);
    good(tend_hearings(world.services, {}));

    ASSERT_EQ(reminders().size(), 2U);
    EXPECT_EQ(reminders()[0].organisations, 43);
    EXPECT_EQ(reminders()[1].organisations, 42);
    const auto page = good(get("/hearings/2026-2")).body;
    EXPECT_NE(page.find("43 som ikke hadde svart, ble påminnet"), std::string::npos);
    EXPECT_NE(page.find("42 som ikke hadde svart, ble påminnet"), std::string::npos);
}
