#include "governance/actions/documents.hpp"
#include "governance/actions/shields.hpp"
#include "governance/domain/job_kinds.hpp"
#include "governance/jobs/case_jobs.hpp"
#include "governance/tests/case_world.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/search/search.hpp"

using namespace governance;
using namespace governance::tests;

class CaseJobs : public CaseWorld {
protected:
    jobs::Runner runner(const std::string& clamd) {
        return {world.services, {}, job_handlers(world.services, clamd), {}};
    }
};
EACH_DATABASE(CaseJobs);

TEST_P(CaseJobs, HoldADocumentWhileTheScannerIsAway) {
    const auto id = plan();
    NewDocument sent;
    sent.title = std::string{"Notat"};
    sent.dated = today();
    const auto digest = *world.blobs->put("Rent.");
    ASSERT_TRUE(write([&](db::Transaction& transaction) {
                    return add_document(transaction, world.services, world.system, id, sent,
                                        {"notat.txt", "text/plain", 5, digest}, Scanning::on, now());
                }).has_value());

    auto background = runner("/tmp/no-such-socket-of-clamd");
    EXPECT_EQ(*background.run_due(), 1);

    EXPECT_EQ(file(id).documents.front().state, DocumentState::held);
    EXPECT_EQ(*background.run_due(), 0); // Due again after a pause.
    world.clock.advance(std::chrono::minutes{5});
    EXPECT_EQ(*background.run_due(), 1);
}

TEST_P(CaseJobs, PutIntoTheSearchWhatHasOpened) {
    auto sent = a_case();
    sent.title = std::string{"Kvitbjørn"};
    const auto id = plan(sent);
    ASSERT_TRUE(write([&](db::Transaction& transaction) {
                    return set_shield(transaction, world.services, world.system, id,
                                      {.field = ShieldField::title,
                                       .document_id = {},
                                       .legal_basis = Line<200>{std::string{"offl. § 23"}},
                                       .until = in_days(2)},
                                      now());
                }).has_value());
    const auto hits = [&] {
        return read([](db::Reader& reader) { return search::find(reader, {.words = "kvitbjørn", .kind = {}}); })->total;
    };
    EXPECT_EQ(hits(), 0);

    auto background = runner("");
    EXPECT_EQ(*background.run_due(), 0);
    world.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(*background.run_due(), 1);
    EXPECT_EQ(hits(), 1);
}

TEST_P(CaseJobs, PutIntoTheSearchWhatWasShieldedFromTheStart) {
    auto sent = a_case();
    sent.title = std::string{"Kvitbjørn"};
    sent.shields = {{ShieldField::title, Line<200>{std::string{"offl. § 23"}}, in_days(2)}};
    plan(sent);
    const auto hits = [&] {
        return read([](db::Reader& reader) { return search::find(reader, {.words = "kvitbjørn", .kind = {}}); })->total;
    };
    EXPECT_EQ(hits(), 0);

    world.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(*runner("").run_due(), 1);
    EXPECT_EQ(hits(), 1);
}
