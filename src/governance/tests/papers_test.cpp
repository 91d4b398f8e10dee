#include "governance/actions/documents.hpp"
#include "governance/governance.hpp"
#include "governance/store/body_store.hpp"
#include "governance/tests/meeting_world.hpp"
#include "platform/testing/browser.hpp"

using namespace governance;
using namespace governance::tests;

class Papers : public MeetingWorld {
protected:
    void SetUp() override {
        MeetingWorld::SetUp();
        matter_id = case_for_board();
        meeting = plan_a_meeting();
        item = put_case(meeting, matter_id);
    }
    DocumentId add_text_document(CaseId id) {
        const auto digest = *world.blobs->put("Rent.");
        NewDocument sent;
        sent.title = std::string{"Notat"};
        sent.dated = today();
        const auto added = write([&](db::Transaction& transaction) {
            return add_document(transaction, world.services, world.system, id, sent,
                                {"notat.txt", "text/plain", 5, digest}, Scanning::off, now());
        });
        EXPECT_TRUE(added.has_value()) << (added ? "" : describe(added.error()));
        return *added;
    }
    std::string refused(DocumentId document) {
        const auto added = act([&](const Acting& acting) {
            return add_paper(acting, meeting, item, {document, {}}, {});
        });
        return added ? "accepted" : std::string{added.error().code};
    }
};
EACH_DATABASE(Papers);

TEST_P(Papers, AreDocumentsOfTheItemsOwnCase) {
    EXPECT_EQ(refused(DocumentId::make(now(), *world.random)), "governance.paper_faulty");
}

TEST_P(Papers, AreAddedOnce) {
    const auto document = add_text_document(matter_id);
    EXPECT_EQ(refused(document), "accepted");
    EXPECT_EQ(refused(document), "governance.paper_already_added");
}

TEST_P(Papers, ThatComeLateNeedSomebodysConsent) {
    NewRules week;
    week.valid_from = today();
    week.adopted_by = std::string{"Landstinget"};
    week.rules.paper_days_min = 7;
    must([&](const Acting& acting) { return adopt_rules(acting, board, week); });
    ASSERT_TRUE(try_notice(meeting).has_value());
    const auto document = add_text_document(matter_id);
    world.clock.set(meeting_now(meeting).starts_at - std::chrono::hours{24});
    EXPECT_EQ(refused(document), "governance.paper_too_late");
}

TEST_P(Papers, OfABodyDoNotIncludeAMandateThatItNeverHad) {
    world::Browser browser{world, [](http::Router& router) { add_routes(router); }};
    auto reader = *world.database->reader();
    const auto path = load_body(*reader, board)->path();
    reader.reset();
    const auto answer = browser.get(path + "/mandates/9.json");
    EXPECT_EQ(answer.status, 404);
    EXPECT_NE(answer.body.find("governance.mandate_not_found"), std::string::npos) << answer.body;
}
