// What people who act for an organisation see of its post, and who of them has seen what.
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/mailbox_world.hpp"

#include <algorithm>

namespace {

class OrganisationMailbox : public post::Mailbox {
protected:
    Principal jorunn = employee("Jorunn Leser", ks.to_string());
    Principal per = employee("Per Leser", ks.to_string());
};
EACH_DATABASE(OrganisationMailbox);

} // namespace

TEST_P(OrganisationMailbox, ShowsItsLettersToThoseWithTheRightAloneAndByWhomTheyWereOpened) {
    const auto id = sent_to_organisation("Tilskudd");
    const auto path = "/mailbox/" + id;
    EXPECT_EQ(status_of(id), "VARSLET");
    const auto list = browser.get("/mailbox?box=organisation", jorunn);
    EXPECT_NE(list.body.find("Tilskudd"), std::string::npos);
    EXPECT_NE(list.body.find("Ulest"), std::string::npos);
    EXPECT_NE(browser.get(path, jorunn).body.find("kollegene dine ser"), std::string::npos);

    EXPECT_EQ(browser.post(path + "/opening", {}, jorunn).status, 303);
    EXPECT_EQ(status_of(id), "LEST");
    EXPECT_EQ(browser.get(path + "/documents/1", jorunn).body, post::pdf_saying("to"));
    EXPECT_NE(browser.get("/mailbox?box=organisation", per).body.find("Åpnet av Jorunn Leser"), std::string::npos);
    EXPECT_EQ(browser.get(path + "/documents/0", per).status, 409) << "each opens for themselves";
    EXPECT_EQ(browser.post(path + "/opening", {}, per).status, 303);
    EXPECT_EQ(browser.post(path + "/opening", {}, per).status, 303);
    const auto view = *json::parse(browser.get(path + ".json", jorunn).body);
    ASSERT_EQ(view.find("openings")->array()->size(), 2U);
    EXPECT_EQ(view.find("openings")->array()->at(1).text_of("name"), "Per Leser");
}

TEST_P(OrganisationMailbox, IsClosedToColleaguesWithoutTheRightAndToOtherOrganisations) {
    const auto path = "/mailbox/" + sent_to_organisation("Tilskudd");
    auto colleague = per;
    colleague.grants.clear();
    auto outsider = per;
    outsider.organisation_id = "01890000-0000-7000-8000-000000000000";
    for (const auto& reader : {colleague, outsider, kari}) {
        EXPECT_EQ(browser.get("/mailbox?box=organisation", reader).status, 403);
        EXPECT_EQ(browser.get(path, reader).status, 404);
        EXPECT_EQ(browser.post(path + "/opening", {}, reader).status, 404);
    }
}

TEST_P(OrganisationMailbox, HasEachOpeningInTheJournal) {
    const auto id = sent_to_organisation("Tilskudd");
    browser.post("/mailbox/" + id + "/opening", {}, jorunn);
    browser.post("/mailbox/" + id + "/opening", {}, per);
    browser.post("/mailbox/" + id + "/opening", {}, per);
    const auto lease = world.database->reader();
    const auto events = world.journal->about(**lease, {"letter", id}, world.system, 10);
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 2U);
    EXPECT_EQ(events->front().type, "dispatch.letter_opened");
    EXPECT_EQ(events->front().actor_id, per.id);
    EXPECT_EQ(events->back().actor_id, jorunn.id);
}

TEST_P(OrganisationMailbox, LiesBesideOnesOwn) {
    const auto own = "/mailbox/" + delivered("Til Kari");
    const auto shared = "/mailbox/" + sent_to_organisation("Til virksomheten");
    kari.organisation_id = ks.to_string();
    kari.grants = jorunn.grants;
    const auto first = browser.get("/mailbox", kari).body;
    EXPECT_NE(first.find(own), std::string::npos);
    EXPECT_EQ(first.find(shared), std::string::npos);
    const auto second = browser.get("/mailbox?box=organisation", kari).body;
    EXPECT_EQ(second.find(own), std::string::npos);
    EXPECT_NE(second.find(shared), std::string::npos);
    EXPECT_EQ(browser.get(own, kari).status, 200);
    EXPECT_EQ(browser.get(shared, kari).status, 200);
}
