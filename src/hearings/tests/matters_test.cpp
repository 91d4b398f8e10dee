#include "hearings/tests/hearing_world.hpp"

#include "hearings/actions/change_hearing.hpp"

using namespace hearings;
using namespace hearings::tests;

class Matters : public HearingWorld {
protected:
    json::Value matters_of(const std::string& organisation) {
        return *json::parse(good(get("/organisations/" + organisation + "/matters.json")).body);
    }
    static const json::Value& first(const json::Value& view) { return (*view.find("matters")->array())[0]; }
};
EACH_DATABASE(Matters);

TEST_P(Matters, AreThoseThatConcernAnOrganisationThoughNobodyHasAskedIt) {
    const auto view = matters_of("4601");
    ASSERT_EQ(view.find("matters")->array()->size(), 1U);
    EXPECT_EQ(first(view).text_of("number"), case_number.substr(0, 2) + "/" + case_number.substr(3));
    EXPECT_EQ(first(view).find("hearing"), nullptr);
    EXPECT_EQ(view.integer_of("notOpened"), 1);
    EXPECT_EQ(view.integer_of("notAnswered"), 0);
}

TEST_P(Matters, AreOpenedWhenSomebodyWhoActsForTheOrganisationReadsTheCase) {
    good(get("/cases/" + case_number));
    good(get("/cases/" + case_number, speaker("4602")));
    EXPECT_EQ(matters_of("4601").integer_of("notOpened"), 1);

    good(get("/cases/" + case_number, speaker("4601")));
    good(get("/cases/" + case_number, speaker("4601")));

    EXPECT_EQ(matters_of("4601").integer_of("notOpened"), 0);
    EXPECT_NE(good(get("/organisations/4601/matters.csv")).body.find(",true,"), std::string::npos);
    const auto case_id = read([&](db::Reader& reader) { return governance::case_by_number(reader, case_number); });
    const auto events = read([&](db::Reader& reader) {
        return world.journal->about(reader, {"case", case_id.to_string()}, world.system, 100);
    });
    EXPECT_EQ(std::ranges::count(events, std::string{"hearings.case_opened"}, &journal::StoredEvent::type), 2);
}

TEST_P(Matters, AreOpenedByReadingTheHearingToo) {
    const auto hearing = plan();
    good(get("/hearings/2026-1", speaker("4601")));
    EXPECT_EQ(matters_of("4601").integer_of("notOpened"), 0);
    EXPECT_EQ(matters_of("4602").integer_of("notOpened"), 1);
    good(answer(hearing, an_answer("4602", Stance::support), speaker("4602")));
    EXPECT_EQ(matters_of("4602").integer_of("notOpened"), 0) << "whoever answers has read";
}

TEST_P(Matters, SayWhatClosesThisWeekAndWhatWaitsForAnAnswer) {
    const auto hearing = plan();
    EXPECT_EQ(matters_of("4601").integer_of("closingThisWeek"), 0);
    pass_days(days_min - 6);
    EXPECT_EQ(matters_of("4601").integer_of("closingThisWeek"), 1);
    EXPECT_EQ(matters_of("4601").integer_of("notAnswered"), 1);

    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    EXPECT_EQ(matters_of("4601").integer_of("notAnswered"), 0);
    EXPECT_EQ(first(matters_of("4601")).text_of("stance"), "support");
    const auto page = good(get("/organisations/4602/matters")).body;
    EXPECT_NE(page.find("Stenger innen en uke"), std::string::npos);
    EXPECT_NE(page.find("Ikke besvart"), std::string::npos);
    EXPECT_NE(good(get("/organisations/4602/matters.csv")).body.find(",true,false,"), std::string::npos);
}

TEST_P(Matters, OfANetworkSayWhichMembersAreSilentOnWhat) {
    const auto hearing = plan();
    good(answer(hearing, an_answer("4601", Stance::support), speaker("4601")));
    const auto view = matters_of("nettverk-vestland");
    const auto& rows = *view.find("silentMembers")->array();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].integer_of("asked"), 43);
    EXPECT_EQ(rows[0].find("silent")->array()->size(), 42U);
    EXPECT_EQ(rows[0].find("hearing")->text_of("title"), hearing.title);
    pass_days(days_min + 1);
    EXPECT_TRUE(matters_of("nettverk-vestland").find("silentMembers")->array()->empty());
}

TEST_P(Matters, StandInShortOnThePageOfTheOrganisation) {
    plan();
    http::Request asked;
    const http::Call call{asked, world.system, texts.in(i18n::Language::nb), now(), site, public_url};
    const auto lease = good(world.database->reader());
    const http::Query query{call, *lease, *world.journal, *world.blobs};

    const auto own = good(concerns_of_organisation(query, id_of("4601"))).bytes();
    EXPECT_NE(own.find("Ikke åpnet"), std::string::npos);
    EXPECT_NE(own.find("Ikke besvart"), std::string::npos);
    EXPECT_NE(own.find("/organisations/4601/matters"), std::string::npos);
    EXPECT_NE(good(concerns_of_organisation(query, id_of("nettverk-vestland"))).bytes().find("Bergen"),
              std::string::npos);
}

TEST_P(Matters, GiveTheirClosingDaysToACalendarThatFollowsThem) {
    const auto hearing = plan();
    for (const auto* target : {"/hearings.ics", "/openness.ics", "/organisations/4601/matters.ics",
                               "/organisations/nettverk-vestland/matters.ics"}) {
        auto asked = request(http::Method::get, target);
        const auto file = good(dispatch(asked, {})).body;
        EXPECT_NE(file.find("UID:" + hearing.id.to_string()), std::string::npos) << target;
        EXPECT_NE(file.find("DTSTART;VALUE=DATE:"), std::string::npos) << target;
    }
    write([&](db::Transaction& transaction) {
        return withdraw_hearing({transaction, world.services, world.system, now()}, hearing,
                                {Line<500>{std::string{"Delt."}}});
    });
    auto asked = request(http::Method::get, "/hearings.ics");
    const auto file = good(dispatch(asked, {})).body;
    EXPECT_NE(file.find("STATUS:CANCELLED"), std::string::npos);
    EXPECT_NE(file.find("SEQUENCE:1"), std::string::npos);
}
