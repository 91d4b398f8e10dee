// Stopping a dispatch: only while nobody has had what is inside, and with proof of either.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/recall.hpp"
#include "dispatch/receipts.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/compact_signature.hpp"

namespace {

class Recall : public post::Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    Principal kari = citizen();

    Principal citizen() {
        const auto made = world.database->write([&](db::Transaction& transaction) {
            const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
            return directory::register_person(
                transaction, doer, office.person_key,
                {.name = "Kari Eksempel", .identity_number = std::string{post::kari}, .is_invented = true});
        });
        EXPECT_TRUE(made) << describe(made.error());
        Principal somebody = world::World::person("Kari Eksempel", {});
        somebody.id = made->to_string();
        somebody.assurance = "substantial";
        return somebody;
    }
    Principal worker() {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = ks.to_string();
        for (const auto& each : {dispatch::right::see_outbox, dispatch::right::recall}) {
            somebody.grants.push_back({std::string{each.name}, somebody.organisation_id});
        }
        return somebody;
    }
    std::string delivered(std::string_view title) {
        const auto id = sent(title);
        work();
        return id;
    }
    std::string recalled(const std::string& id) {
        const auto answer = ask("POST", "/dispatches/" + id + "/recall");
        const auto value = json::parse(answer.body);
        EXPECT_TRUE(value) << answer.body;
        return std::string{value->text_of(answer.status == 200 ? "outcome" : "code")};
    }
    /// The type and the outcome of the last step that the receipt proves.
    std::string last_step_of(const std::string& id) {
        const auto receipt = ask("GET", "/dispatches/" + id + "/receipt").body;
        EXPECT_TRUE(dispatch::verify_receipt({receipt, ask("GET", "/receipt-keys").body, {}}).holds());
        const auto said = *json::parse(crypto::open_compact(receipt, 1 << 20)->payload);
        const auto& step = said.find("steps")->array()->back();
        return std::string{step.text_of("type")} + " " + std::string{step.text_of("outcome")};
    }
};
EACH_DATABASE(Recall);

} // namespace

TEST_P(Recall, StopsWhatNobodyHasOpenedAndTheReceiptProvesIt) {
    const auto id = delivered("Feil mottaker");
    EXPECT_EQ(recalled(id), "in_time");
    EXPECT_EQ(recalled(id), "in_time");
    EXPECT_EQ(status_of(id), "MANUELT_HANDTERT");
    EXPECT_EQ(last_step_of(id), "dispatch.post_recalled in_time");
    EXPECT_EQ(browser.get("/mailbox", kari).body.find("Feil mottaker"), std::string::npos);
    EXPECT_EQ(browser.post("/mailbox/" + id + "/opening", {}, kari).status, 404);
}

TEST_P(Recall, StopsWhatIsNotYetChecked) {
    const auto id = sent("Feil mottaker");
    EXPECT_EQ(recalled(id), "in_time");
    work();
    EXPECT_EQ(status_of(id), "MANUELT_HANDTERT");
}

TEST_P(Recall, IsTooLateOnceItIsOpened) {
    const auto id = delivered("Vedtak");
    ASSERT_EQ(browser.post("/mailbox/" + id + "/opening", {}, kari).status, 303);
    EXPECT_EQ(recalled(id), "read");
    EXPECT_EQ(status_of(id), "LEST");
    EXPECT_EQ(last_step_of(id), "dispatch.recall_refused read");
    EXPECT_EQ(browser.get("/mailbox/" + id + "/documents/0", kari).status, 200);
}

TEST_P(Recall, IsTooLateOnceAReceiverWasHandedIt) {
    open_receiver("Postmottak", post::receivers_key().certificate_pem);
    const auto body = R"({"title":"Svar","recipient":{"address":{"name":"Eksempel"},"organisationNumber":"971032146"},)"
                      R"("isDigitalOnly":true,"documents":[{"name":"brev.pdf"}]})";
    const auto send_one = [&](std::string_view title) {
        auto metadata = std::string{body};
        metadata.replace(metadata.find("Svar"), 4, title);
        const auto answer =
            ask("POST", "/dispatches", post::multipart({post::metadata(metadata), post::file("brev.pdf")}),
                post::multipart_type);
        EXPECT_EQ(answer.status, 201) << answer.body;
        work();
        return std::string{json::parse(answer.body)->text_of("id")};
    };
    const auto fetch = [&](const std::string& id) {
        return ask("GET", "/tjenester/svarinn/forsendelse/" + id, {}, {}, post::basic("Postmottak", post::secret))
            .status;
    };
    const auto fetched = send_one("En");
    EXPECT_EQ(fetch(fetched), 200);
    EXPECT_EQ(fetch(fetched), 200);
    EXPECT_EQ(recalled(fetched), "fetched");
    EXPECT_EQ(status_of(fetched), "KLAR_FOR_MOTTAK");
    const auto stopped = send_one("To");
    EXPECT_EQ(recalled(stopped), "in_time");
    EXPECT_EQ(fetch(stopped), 404);
    const auto waiting =
        ask("GET", "/tjenester/svarinn/mottaker/hentNyeForsendelser", {}, {}, post::basic("Postmottak", post::secret));
    EXPECT_EQ(waiting.body.find(stopped), std::string::npos);
}

TEST_P(Recall, NeedsSomethingThatWentSomewhere) {
    const auto answer =
        send({post::metadata(letter("Låst")), post::file("brev.pdf", "%PDF-1.4\n<</Encrypt 4 0 R>>\n%%EOF")});
    work();
    EXPECT_EQ(recalled(std::string{json::parse(answer.body)->text_of("id")}), dispatch::nothing_to_recall.name);
    EXPECT_EQ(*dispatch::recall_outcome(dispatch::Status::sent_to_print, false, false),
              dispatch::RecallOutcome::printed);
    EXPECT_EQ(*dispatch::recall_outcome(dispatch::Status::printed, false, false), dispatch::RecallOutcome::printed);
}

TEST_P(Recall, IsForTheSendersPeopleWithThatRight) {
    const auto id = delivered("Feil mottaker");
    const auto path = "/outbox/" + id;
    auto onlooker = worker();
    onlooker.grants.pop_back();
    EXPECT_EQ(browser.get(path, onlooker).body.find("Stopp forsendelsen"), std::string::npos);
    EXPECT_EQ(browser.post(path + "/recall", {}, onlooker).status, 403);
    auto stranger = worker();
    stranger.organisation_id = "01890000-0000-7000-8000-000000000000";
    for (auto& grant : stranger.grants) {
        grant.scope = stranger.organisation_id;
    }
    EXPECT_EQ(browser.post(path + "/recall", {}, stranger).status, 404);
    EXPECT_NE(browser.get(path, worker()).body.find("Stopp forsendelsen"), std::string::npos);
    EXPECT_EQ(browser.post(path + "/recall", {}, worker()).status, 303);
    EXPECT_NE(browser.get(path, worker()).body.find("Stoppet av avsenderen"), std::string::npos);
}
