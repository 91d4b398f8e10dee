// What is shielded stands in nothing that leaves the program: page, JSON, CSV, feeds, search, journal, file names.
#include "governance/actions/documents.hpp"
#include "governance/actions/shields.hpp"
#include "governance/domain/errors.hpp"
#include "governance/tests/case_calls.hpp"
#include "platform/search/search.hpp"

using namespace governance;
using namespace governance::tests;

class ShieldLeak : public CaseCalls {
protected:
    static constexpr const char* secret = "kvitbjørn";

    NewCase a_secret_case() {
        auto sent = a_case();
        sent.title = sent.summary = std::string{secret} + " i tittelen";
        sent.background = std::string{secret} + " i bakgrunnen";
        sent.points = {PointText{std::string{secret} + " i forslaget"}};
        sent.handler_id = secret_person();
        for (const auto field : {ShieldField::title, ShieldField::summary, ShieldField::background,
                                 ShieldField::proposal, ShieldField::handler}) {
            sent.shields.push_back({field, Line<200>{std::string{"offl. § 23"}}, in_days(30)});
        }
        return sent;
    }

    directory::PersonId secret_person() {
        return *write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, now()};
            return directory::register_person(transaction, doer, {},
                                              {.name = std::string{"Kari "} + secret, .identity_number = {}});
        });
    }

    void add_secret_document(CaseId id) {
        const auto digest = *world.blobs->put(std::string{secret} + " i filen");
        NewDocument sent;
        sent.title = std::string{secret} + " i dokumentet";
        sent.dated = today();
        sent.legal_basis = Line<200>{std::string{"offl. § 13"}};
        sent.until = in_days(30);
        const auto added = write([&](db::Transaction& transaction) {
            return add_document(transaction, world.services, world.system, id, sent,
                                {std::string{secret} + ".txt", "text/plain", 20, digest}, Scanning::off, now());
        });
        ASSERT_TRUE(added.has_value()) << describe(added.error());
    }

    /// Everything that an anonymous reader can fetch about the case, in one text.
    std::string everything() {
        std::string all;
        for (const auto* target : {"/cases", "/cases.json", "/cases.csv", "/cases.atom", "/cases/26-00001",
                                   "/cases/26-00001.json", "/cases/26-00001.atom"}) {
            all += body(target);
        }
        return all;
    }

    std::int64_t hits() {
        return read([](db::Reader& reader) { return search::find(reader, {.words = secret, .kind = {}}); })->total;
    }
};
EACH_DATABASE(ShieldLeak);

TEST_P(ShieldLeak, LeavesNoTraceForThoseWithoutTheRight) {
    const auto id = plan(a_secret_case());
    add_secret_document(id);
    prepare(id);

    const auto all = everything();

    EXPECT_EQ(all.find(secret), std::string::npos);
    EXPECT_EQ(hits(), 0);
    EXPECT_NE(body("/cases.json?q=kvitbj%C3%B8rn").find(R"("total":0)"), std::string::npos);
    for (const auto& event : events_of(id)) {
        EXPECT_EQ(event.body.find(secret), std::string::npos) << event.type;
    }
}

TEST_P(ShieldLeak, ShowsThatItIsThereAndWhyAndUntilWhen) {
    const auto id = plan(a_secret_case());
    add_secret_document(id);

    const auto page = body("/cases/26-00001"), json = body("/cases/26-00001.json");

    EXPECT_NE(page.find("offl. § 23"), std::string::npos);
    EXPECT_NE(page.find("offl. § 13"), std::string::npos);
    EXPECT_NE(page.find("3. april 2026"), std::string::npos);
    EXPECT_NE(json.find(R"("shielded":{"legalBasis":"offl. § 13","until":"2026-04-03"})"), std::string::npos);
    EXPECT_NE(json.find(R"("field":"title","shielded":{"legalBasis":"offl. § 23","until":"2026-04-03"})"),
              std::string::npos);
    EXPECT_NE(json.find(R"("kind":"vedlegg")"), std::string::npos);
}

TEST_P(ShieldLeak, RefusesTheBytesOfAShieldedDocument) {
    const auto id = plan(a_secret_case());
    add_secret_document(id);
    const auto path = "/cases/26-00001/documents/" + file(id).documents.front().id.to_string();

    const auto refused = get(path);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, document_shielded.name);

    const auto reader = world::World::person("Ola", {governance::right::see_shielded});
    EXPECT_EQ(whole(*get(path, reader)), std::string{secret} + " i filen");
}

TEST_P(ShieldLeak, ShowsAllToThoseWithTheRightForTheBody) {
    plan(a_secret_case());
    auto reader = world::World::person("Ola", {});
    reader.grants = {{std::string{governance::right::see_shielded.name}, advisers.to_string()}};

    EXPECT_NE(body("/cases/26-00001", reader).find(std::string{secret} + " i tittelen"), std::string::npos);
    EXPECT_NE(body("/cases/26-00001", reader).find("Skjermet for andre"), std::string::npos);
}

TEST_P(ShieldLeak, OpensByItselfOnTheDay) {
    const auto id = plan(a_secret_case());
    add_secret_document(id);
    world.clock.advance(std::chrono::hours{24 * 30});

    EXPECT_NE(body("/cases/26-00001").find(std::string{secret} + " i tittelen"), std::string::npos);
    EXPECT_NE(body("/cases.csv").find(std::string{secret} + " i tittelen"), std::string::npos);
    const auto path = "/cases/26-00001/documents/" + file(id).documents.front().id.to_string();
    EXPECT_EQ(whole(*get(path)), std::string{secret} + " i filen");

    EXPECT_EQ(hits(), 0); // Until the night's job has come round.
    ASSERT_TRUE(write([&](db::Transaction& transaction) { return open_expired(transaction, id, now()); }).has_value());
    EXPECT_EQ(hits(), 1);
}

TEST_P(ShieldLeak, HidesWhatWasPublicBeforeTheShieldWasSet) {
    const auto id = plan();
    const auto set = [&](ShieldField field) {
        return write([&](db::Transaction& transaction) {
            return set_shield(transaction, world.services, world.system, id,
                              {.field = field,
                               .document_id = {},
                               .legal_basis = Line<200>{std::string{"offl. § 23"}},
                               .until = in_days(10)},
                              now());
        });
    };
    const auto shield = set(ShieldField::title);
    ASSERT_TRUE(shield.has_value());
    EXPECT_EQ(set(ShieldField::title).error().code, shield_exists.name);
    EXPECT_EQ(everything().find("Felles søknad"), std::string::npos);

    const auto lift = [&] {
        return write([&](db::Transaction& transaction) {
            return lift_shield(transaction, world.services, world.system, id, *shield, now());
        });
    };
    ASSERT_TRUE(lift().has_value());
    EXPECT_EQ(lift().error().code, shield_not_found.name);
    EXPECT_NE(everything().find("Felles søknad"), std::string::npos);
}
