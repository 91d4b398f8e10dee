#include "platform/journal/journal_routes.hpp"

#include "platform/errors.hpp"
#include "platform/journal/tests/builders.hpp"
#include "platform/journal/verification.hpp"
#include "platform/rights.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"

namespace {

using journal::Visibility;
using journal::testing::append;
using journal::testing::planned;

class JournalPages : public ::testing::Test {
protected:
    JournalPages() {
        append(world, kari, planned("A"));
        append(world, kari, planned("A", Visibility::internal));
        append(world, kari, planned("B"));
    }
    world::World world{db::Dialect::sqlite, {&platform::text::catalogue}};
    world::Browser browser{world, journal::add_routes};
    const Principal kari = world::World::person("Kari", {});
    const Principal operator_of_it = world::World::person("Ola", {platform::right::operate});
};

bool holds(const http::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

TEST_F(JournalPages, ShowWhatIsOpenToEverybody) {
    const auto page = browser.get("/journal");

    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(holds(page, "nr. 3"));
    EXPECT_FALSE(holds(page, "nr. 2<"));
    EXPECT_TRUE(holds(page, world.journal->signing_key().public_key().fingerprint()));
    EXPECT_TRUE(holds(browser.get("/journal", operator_of_it), "nr. 2<"));
}

TEST_F(JournalPages, AreJsonAndAtomToo) {
    const auto json = browser.get("/journal.json");
    EXPECT_TRUE(holds(json, R"("sequence":3)")) << json.body;
    EXPECT_TRUE(holds(json, R"x("who":"Kari (test)")x")) << json.body;
    EXPECT_TRUE(holds(browser.get("/journal.atom"), "<entry>"));
}

TEST_F(JournalPages, AreReadFiftyAtATime) {
    for (int i = 0; i < 60; ++i)
        append(world, kari, planned("C"));

    const auto first = browser.get("/journal.json");
    EXPECT_TRUE(holds(first, R"("olderUrl":"/journal?before=14")")) << first.body;
    const auto second = browser.get("/journal.json?before=14");
    EXPECT_TRUE(holds(second, R"("sequence":13)"));
    EXPECT_FALSE(holds(second, "olderUrl"));
}

TEST_F(JournalPages, ShowWhatHappenedToOneSubject) {
    const auto json = browser.get("/journal.json?kind=case&subject=A");

    EXPECT_TRUE(holds(json, R"("sequence":1)"));
    EXPECT_FALSE(holds(json, R"("sequence":3)"));
}

TEST_F(JournalPages, RefuseAFilterThatIsNone) {
    EXPECT_EQ(browser.get("/journal.json?before=yesterday").status, 422);
}

TEST_F(JournalPages, ShowAnEventWithItsProof) {
    const auto page = browser.get("/journal/1");
    const auto proof = *journal::proof(**world.database->reader(), 1);

    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(holds(page, journal::hex(proof.leaf)));
    EXPECT_TRUE(holds(page, journal::hex(proof.batch.seal)));
    EXPECT_TRUE(holds(page, "/journal/bundles/case/A"));
    EXPECT_TRUE(holds(browser.get("/journal/1.json"), journal::hex(proof.batch.root)));
}

TEST_F(JournalPages, HideTheExistenceOfWhatIsNotForTheReader) {
    for (const auto* path : {"/journal/2.json", "/journal/4.json", "/journal/0.json", "/journal/x.json"}) {
        const auto answer = browser.get(path);
        EXPECT_EQ(answer.status, 404) << path;
        EXPECT_TRUE(holds(answer, platform::event_not_found.name)) << answer.body;
    }
    EXPECT_EQ(browser.get("/journal/2", operator_of_it).status, 200);
    auto secretary = kari;
    secretary.grants.push_back({"journal.read_internal", "A"});
    EXPECT_EQ(browser.get("/journal/2", secretary).status, 200);
}

TEST_F(JournalPages, SendTheExportInPieces) {
    const auto answer = browser.get("/journal/export");
    const auto report = journal::verify_bytes(answer.body);

    EXPECT_TRUE(report.holds()) << answer.body;
    EXPECT_EQ(report.events, 2);
    EXPECT_EQ(report.closed, 1);
    EXPECT_EQ(journal::verify_bytes(browser.get("/journal/export", operator_of_it).body).closed, 0);
}

TEST_F(JournalPages, SendABundleAndTheKeyThatSignedIt) {
    const auto report = journal::verify_bytes(browser.get("/journal/bundles/case/A").body);
    const auto key = crypto::PublicKey::from_pem(browser.get("/journal/key").body);

    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.events, 1);
    ASSERT_TRUE(key);
    EXPECT_EQ(report.fingerprint, key->fingerprint());
    EXPECT_EQ(browser.get("/journal/bundles/case/Z").status, 404);
}

TEST_F(JournalPages, AreThereInNynorsk) {
    EXPECT_TRUE(holds(browser.get("/nn/journal"), "Eldre hendingar") ||
                holds(browser.get("/nn/journal"), "Kontroller sjølv"));
}

} // namespace
