#include "hearings/jobs/tend_hearings.hpp"
#include "hearings/tests/hearing_world.hpp"
#include "identity/identity.hpp"

using namespace hearings;
using namespace hearings::tests;

class GiveAnswer : public HearingWorld {
protected:
    void SetUp() override {
        HearingWorld::SetUp();
        hearing = plan();
        coordinator = speaker("nettverk-vestland");
    }
    Hearing hearing;
    Principal coordinator;
};
EACH_DATABASE(GiveAnswer);

TEST_P(GiveAnswer, KeepsStanceTextAndReplies) {
    auto sent = an_answer("4601", Stance::support_if, "Når arkivet er klart.");
    sent.replies = {{1, 2, {}}, {2, {}, Prose<10000>{std::string{"Opplæring."}}}};
    good(answer(hearing, sent, speaker("4601")));

    const auto kept = *said(hearing, "4601");

    EXPECT_EQ(kept.stance, Stance::support_if);
    EXPECT_EQ(kept.text, "Når arkivet er klart.");
    ASSERT_EQ(kept.replies.size(), 2U);
    EXPECT_EQ(kept.replies[0].option, 2);
    EXPECT_EQ(kept.replies[1].text, "Opplæring.");
    EXPECT_FALSE(kept.network.has_value());
    EXPECT_TRUE(addressee(hearing, "4601").opened_at.has_value());
    EXPECT_EQ(events_of(hearing).front().type, "hearings.answer_given");
}

TEST_P(GiveAnswer, IsChangedByTheOneWhoGaveItAndKeepsWhenItFirstCame) {
    good(answer(hearing, an_answer("4601", Stance::against, "Nei."), speaker("4601")));
    const auto first = said(hearing, "4601")->answered_at;
    pass_days(1);
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));

    const auto kept = *said(hearing, "4601");
    EXPECT_EQ(kept.stance, Stance::support);
    EXPECT_EQ(kept.answered_at, first);
    EXPECT_EQ(kept.version, 2);
    EXPECT_EQ(events_of(hearing).front().type, "hearings.answer_changed");
}

TEST_P(GiveAnswer, SpeaksThroughANetworkForTheMembersItNamesAndNoOthers) {
    auto sent = an_answer("4601", Stance::support);
    sent.organisations.push_back(Line<40>{std::string{"4602"}});
    good(answer(hearing, sent, coordinator));

    EXPECT_EQ(said(hearing, "4602")->network, id_of("nettverk-vestland"));
    EXPECT_FALSE(said(hearing, "4611").has_value());
    EXPECT_EQ(anchoring_of(everyone(hearing)).whole.support.organisations, 2);
}

TEST_P(GiveAnswer, LetsTheMunicipalityChangeWhatWasSaidForItAndThenSpeakForItself) {
    good(answer(hearing, an_answer("4601", Stance::support), coordinator));
    good(answer(hearing, an_answer("4601", Stance::against, "Ikke vi."), speaker("4601")));

    EXPECT_EQ(said(hearing, "4601")->stance, Stance::against);
    EXPECT_FALSE(said(hearing, "4601")->network.has_value());
    EXPECT_EQ(code_of(answer(hearing, an_answer("4601", Stance::support), coordinator)), speaks_for_itself.name);
}

TEST_P(GiveAnswer, LetsTheMunicipalityWithdrawWhatWasSaidForItAndBeSilentAgain) {
    good(answer(hearing, an_answer("4601", Stance::support), coordinator));
    good(withdraw(hearing, "4601", speaker("4601")));

    EXPECT_FALSE(said(hearing, "4601").has_value());
    EXPECT_EQ(anchoring_of(everyone(hearing)).whole.answered.organisations, 0);
    EXPECT_EQ(code_of(answer(hearing, an_answer("4601", Stance::support), coordinator)), speaks_for_itself.name);
    EXPECT_EQ(code_of(withdraw(hearing, "4601", speaker("4601"))), answer_not_found.name);
}

TEST_P(GiveAnswer, RefusesThoseWhoSpeakForSomebodyElse) {
    EXPECT_EQ(code_of(answer(hearing, an_answer("4602", Stance::support), speaker("4601"))),
              platform::right_missing.name);
    EXPECT_EQ(code_of(answer(hearing, an_answer("4601", Stance::support), speaker("nettverk-rogaland"))),
              platform::right_missing.name);
}

TEST_P(GiveAnswer, RefusesWhoWasNotAskedAndWhoIsUnknown) {
    EXPECT_EQ(code_of(answer(hearing, an_answer("0301", Stance::support), speaker("0301"))), not_addressed.name);
    EXPECT_EQ(code_of(answer(hearing, an_answer("9999", Stance::support), world.system)), organisation_unknown.name);
}

TEST_P(GiveAnswer, RefusesSupportOnAConditionThatIsNotSaid) {
    EXPECT_EQ(code_of(answer(hearing, an_answer("4601", Stance::support_if), speaker("4601"))), condition_missing.name);
}

TEST_P(GiveAnswer, RefusesRepliesThatFitNoQuestion) {
    for (const auto& reply : {NewReply{3, {}, {}}, NewReply{1, 3, {}}, NewReply{0, {}, {}}}) {
        auto sent = an_answer("4601", Stance::support);
        sent.replies = {reply};
        EXPECT_EQ(code_of(answer(hearing, sent, speaker("4601"))), reply_faulty.name);
    }
}

TEST_P(GiveAnswer, KeepsNothingOfAnAnswerForManyWhenOneOfThemIsRefused) {
    auto sent = an_answer("4601", Stance::support);
    sent.organisations.push_back(Line<40>{std::string{"0301"}});
    EXPECT_FALSE(answer(hearing, sent, coordinator).has_value());
    EXPECT_FALSE(said(hearing, "4601").has_value());
}

TEST_P(GiveAnswer, WithholdsTextUnderALegalBasisButNeverTheStance) {
    auto sent = an_answer("4601", Stance::against, "Om en navngitt leverandør.");
    sent.legal_basis = Line<200>{std::string{"offl. § 23"}};
    good(answer(hearing, sent, speaker("4601")));

    for (const auto* target : {"/hearings/2026-1.json", "/hearings/2026-1.csv", "/hearings/2026-1/answers/4601",
                               "/hearings/2026-1/answers/4601.json"}) {
        const auto body = good(get(target)).body;
        EXPECT_EQ(body.find("navngitt leverandør"), std::string::npos) << target;
        EXPECT_NE(body.find("offl. § 23"), std::string::npos) << target;
    }
    EXPECT_NE(good(get("/hearings/2026-1.csv")).body.find("against"), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1/answers/4601", speaker("4601"))).body.find("navngitt"), std::string::npos);
    EXPECT_NE(good(get("/hearings/2026-1/answers/4601", world.system)).body.find("navngitt"), std::string::npos);
}

TEST_P(GiveAnswer, ComesFromTheFormForOneOrForManyMembers) {
    const auto form = good(get("/hearings/2026-1/answers/new", coordinator)).body;
    EXPECT_NE(form.find("value=\"4601\""), std::string::npos);
    const auto sent = good(post("/hearings/2026-1/answers",
                                "organisations=4601&organisations=4602&stance=support&text=&replies[0].question=1"
                                "&replies[0].option=1&replies[0].text=&replies[1].question=2&replies[1].text=",
                                coordinator));
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(said(hearing, "4602")->replies.size(), 1U);

    const auto own = speaker("4601");
    EXPECT_NE(good(get("/hearings/2026-1/answers/new", own)).body.find("type=\"hidden\" name=\"organisations\""),
              std::string::npos);
    EXPECT_EQ(good(post("/hearings/2026-1/answers", "organisations=4601&text=", own)).status, 422);
    EXPECT_EQ(good(post("/hearings/2026-1/answers/4601/withdrawal", "", own)).status, 303);
    EXPECT_FALSE(said(hearing, "4601").has_value());
}

TEST_P(GiveAnswer, ShowsTheFormToNobodyWhoWasNotAsked) {
    EXPECT_EQ(code_of(get("/hearings/2026-1/answers/new", speaker("0301"))), platform::right_missing.name);
    EXPECT_EQ(code_of(get("/hearings/2026-1/answers/4601")), answer_not_found.name);
}

class Reach : public HearingWorld {};
EACH_DATABASE(Reach);

TEST_P(Reach, CountsAReadingOnceAndOnlyBySomebodyWhoActsForTheOrganisation) {
    const auto hearing = plan();
    good(get("/hearings/2026-1"));
    good(get("/hearings/2026-1", speaker("4602")));
    good(get("/hearings/2026-1", speaker("4602")));

    EXPECT_FALSE(addressee(hearing, "4601").opened_at.has_value());
    EXPECT_TRUE(addressee(hearing, "4602").opened_at.has_value());
    EXPECT_TRUE(addressee(hearing, "4602").reached_at.has_value());
    EXPECT_EQ(std::ranges::count(events_of(hearing), std::string{"hearings.hearing_read"}, &journal::StoredEvent::type),
              1);
}

TEST_P(Reach, IsRecordedForThoseWhoGotTheNotice) {
    const auto hearing = plan();
    const auto bergen = id_of("4601").to_string();
    std::int64_t asked_for = 0;
    const Told told = [&](db::Reader&, std::int64_t sequence) -> Result<std::vector<std::string>> {
        asked_for = sequence;
        return std::vector{bergen};
    };
    good(tend_hearings(world.services, told));

    EXPECT_EQ(asked_for, hearing.planned_sequence);
    EXPECT_TRUE(addressee(hearing, "4601").reached_at.has_value());
    EXPECT_FALSE(addressee(hearing, "4602").reached_at.has_value());
}

TEST_P(Reach, RemindsEachOfTheSilentOnceWhenItIsTime) {
    auto sent = a_hearing();
    sent.remind_days = 5;
    const auto hearing = plan(sent);
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    pass_days(days_min - 6);
    good(tend_hearings(world.services, {}));
    EXPECT_FALSE(addressee(hearing, "4602").reminded_at.has_value());

    pass_days(1);
    good(tend_hearings(world.services, {}));
    good(tend_hearings(world.services, {}));

    EXPECT_TRUE(addressee(hearing, "4602").reminded_at.has_value());
    EXPECT_FALSE(addressee(hearing, "4601").reminded_at.has_value());
    const auto events = events_of(hearing);
    ASSERT_EQ(events.front().type, "hearings.silent_reminded");
    EXPECT_EQ(events.front().subjects.size(), 1U + 42U);
    EXPECT_EQ(std::ranges::count(events, std::string{"hearings.silent_reminded"}, &journal::StoredEvent::type), 1);
}

TEST_P(Reach, TellsThoseWhoMayAnswerThoughTheyFollowNothing) {
    const auto hearing = plan();
    const auto director = write([&](db::Transaction& transaction) -> Result<directory::PersonId> {
        const directory::Doer doer{*world.journal, world.system, *world.random, now()};
        const auto person = TRY(directory::register_person(transaction, doer, {}, {.name = "Kari Nordmann"}));
        TRY(identity::give_role(transaction, doer,
                                {person,
                                 identity::Role::municipal_director,
                                 id_of("4601").to_string(),
                                 id_of("4601").to_string(),
                                 "kommunedirektør",
                                 today(),
                                 {}}));
        TRY(identity::give_role(transaction, doer,
                                {person,
                                 identity::Role::network_coordinator,
                                 id_of("nettverk-vestland").to_string(),
                                 id_of("nettverk-vestland").to_string(),
                                 "koordinator",
                                 today(),
                                 {}}));
        return person;
    });
    const auto planned = events_of(hearing).front();
    ASSERT_EQ(planned.type, "hearings.hearing_planned");
    const auto told = read([&](db::Reader& reader) { return addressed_by(reader, planned); });

    ASSERT_EQ(told.size(), 2U) << "Bergen, and the network that may answer for it; nobody acts for the others";
    for (const auto& one : told) {
        EXPECT_TRUE(one.organisation == id_of("4601") || one.organisation == id_of("nettverk-vestland"));
        EXPECT_EQ(one.people, std::vector{director.to_string()});
        EXPECT_EQ(one.path, hearing.path());
    }
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    const auto answered = events_of(hearing).front();
    EXPECT_TRUE(read([&](db::Reader& reader) { return addressed_by(reader, answered); }).empty());
}
