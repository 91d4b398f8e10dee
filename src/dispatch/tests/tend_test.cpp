// No dispatch waits for ever, what fails says why, and senders are told.
#include "dispatch/actions/failure.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/patience.hpp"
#include "dispatch/domain/post_system.hpp"
#include "dispatch/domain/webhook.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/jobs/tell_sender.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

class Tend : public post::Office {
protected:
    void tend() {
        const auto done = dispatch::tend_post(office);
        EXPECT_TRUE(done) << describe(done.error());
    }
    std::string send_own(std::string_view title, std::string_view recipient, std::string_view more = {}) {
        const auto metadata =
            fmt::format(R"({{"title":"{}","recipient":{{"address":{{"name":"Eksempel","town":"OSLO","postalCode":)"
                        R"("0010"}}{}}},"documents":[{{"name":"brev.pdf"}}]{}}})",
                        title, recipient, more);
        const auto answer =
            ask("POST", "/dispatches", post::multipart({post::metadata(metadata), post::file("brev.pdf")}),
                post::multipart_type);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string{json::parse(answer.body)->text_of("id")};
    }
    json::Value shown(const std::string& id) { return *json::parse(ask("GET", "/dispatches/" + id).body); }
    std::string cause_of(const std::string& id) {
        const auto view = shown(id);
        const auto* failure = view.find("failure");
        return failure == nullptr ? "" : std::string{failure->text_of("cause")};
    }
    static constexpr std::string_view organisation = R"(,"organisationNumber":"971032146")";
    static constexpr std::string_view digital = R"(,"isDigitalOnly":true)";
    const std::string person = fmt::format(R"(,"identityNumber":"{}")", post::kari);
};
EACH_DATABASE(Tend);

class Webhook : public Tend {
protected:
    Webhook() {
        office.fetch = [this](const net::Request& request) -> Result<net::Answer> {
            told.push_back(request);
            if (failure) return *failure;
            net::Answer answer;
            answer.status = status;
            return answer;
        };
    }
    http::Response set(std::string_view url) {
        return ask("PUT", "/dispatches/webhook", fmt::format(R"({{"url":"{}"}})", url), "application/json");
    }
    /// Lets the follower of the journal and the jobs run until nothing is due.
    void run() {
        jobs::Runner runner{world.services, {}, dispatch::job_handlers(office), {dispatch::webhook_consumer(office)}};
        for (int i = 0; i < 4; ++i) {
            EXPECT_TRUE(runner.run_due());
            EXPECT_TRUE(runner.feed());
        }
    }
    static std::string header(const net::Request& request, std::string_view name) {
        for (const auto& [each, value] : request.headers) {
            if (each == name) return value;
        }
        return {};
    }
    std::vector<net::Request> told;
    std::optional<Error> failure;
    int status = 204;
};
EACH_DATABASE(Webhook);

} // namespace

TEST_P(Tend, WhatIsNeverCheckedFailsWithCauseAndRemedy) {
    const auto id = send_own("Vedtak", person);
    world.clock.advance(23h);
    tend();
    EXPECT_EQ(shown(id).text_of("status"), "received");
    world.clock.advance(2h);
    tend();
    EXPECT_EQ(shown(id).text_of("status"), "failed_in_reception");
    EXPECT_EQ(cause_of(id), "check_stuck");
    EXPECT_NE(shown(id).find("failure")->text_of("remedy"), "");
}

TEST_P(Tend, WhatIsHeldForTheScannerOutlivesALongWeekendAndIsAcceptedAfterIt) {
    office.clamd = "/finnes/ikke/clamd.sock";
    const auto id = send_own("Holdt", person);
    work();
    for (int hour = 0; hour < 64; ++hour) {
        world.clock.advance(1h);
        tend();
        work();
    }
    EXPECT_EQ(shown(id).text_of("status"), "received");
    office.clamd.clear();
    world.clock.advance(3min);
    work();
    EXPECT_EQ(shown(id).text_of("status"), "notified");
}

TEST_P(Tend, WhatIsHeldForEverComesToAnEndAfterAWeek) {
    office.clamd = "/finnes/ikke/clamd.sock";
    const auto id = send_own("Holdt", person);
    work();
    world.clock.advance(8 * 24h);
    tend();
    EXPECT_EQ(shown(id).text_of("status"), "failed_in_reception");
}

TEST(Patience, OutlastsTheLongestDeadlineForReadingOverChristmasToo) {
    const auto& unread =
        *std::ranges::find(dispatch::patiences, dispatch::Status::notified, &dispatch::Patience::status);
    for (int day = 0; day < 365; ++day) {
        const auto sent = *parse_instant("2026-01-01T12:00:00Z") + std::chrono::days{day};
        const auto paper = dispatch::after_working_hours(sent, std::chrono::hours{dispatch::read_deadline_hours_max});
        ASSERT_LT(paper, sent + unread.hours) << day;
    }
}

TEST_P(Tend, WhatAReceiverNeverFetchesGoesOnByTheNextWay) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----");
    const auto id = send_own("Svar", organisation);
    work();
    EXPECT_EQ(shown(id).text_of("status"), "ready_for_receiver");
    world.clock.advance(15 * 24h);
    tend();
    EXPECT_EQ(shown(id).text_of("status"), "notified");
    EXPECT_EQ(shown(id).text_of("channel"), "mailbox");
}

TEST_P(Tend, EveryDispatchReachesAnEnd) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----", "nav.digisos");
    const auto to_receiver = R"(,"dispatchType":"nav.digisos")";
    std::vector<std::string> all{send_own("a", person), send_own("b", person, digital), send_own("c", ""),
                                 send_own("d", organisation, digital), send_own("e", organisation, to_receiver)};
    work();
    all.push_back(send_own("f", person)); // Nobody looks at this one.
    for (int day = 0; day < 100; ++day) {
        world.clock.advance(24h);
        tend();
    }
    for (const auto& id : all) {
        const auto dispatch = stored(id);
        EXPECT_TRUE(dispatch::is_final(dispatch->status)) << id << " " << shown(id).text_of("status");
    }
    EXPECT_EQ(cause_of(all[0]), "unread");
    EXPECT_EQ(shown(all[0]).text_of("channel"), "mailbox");
    EXPECT_EQ(shown(all[1]).text_of("status"), "sent_digitally");
    EXPECT_EQ(cause_of(all[1]), "");
    EXPECT_EQ(cause_of(all[2]), "paper_stuck");
    EXPECT_EQ(cause_of(all[5]), "check_stuck");
}

TEST_P(Tend, ARejectionTellsItsReasons) {
    const auto answer =
        send({post::metadata(letter("Låst")), post::file("brev.pdf", "%PDF-1.4\n<</Encrypt 4 0 R>>\n%%EOF")});
    work();
    const std::string id{json::parse(answer.body)->text_of("id")};
    EXPECT_EQ(cause_of(id), "faulty");
    EXPECT_NE(shown(id).find("failure")->text_of("reason").find("brev.pdf"), std::string_view::npos);
}

TEST_P(Tend, AReceiverThatDoesNotFetchIsShownToStaffAndToldOfOnce) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----");
    const auto id = send_own("Svar", organisation);
    work();
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    auto worker = world::World::person("Jorunn", {});
    worker.organisation_id = ks.to_string();
    worker.grants = {{std::string{dispatch::right::see_receivers.name}, worker.organisation_id}};
    const auto listed = [&] {
        const auto value = *json::parse(browser.get("/silent-receivers.json", worker).body);
        return value.find("receivers")->array()->size();
    };
    EXPECT_EQ(listed(), 0U);
    EXPECT_NE(browser.get("/silent-receivers", worker).body.find("Alle henter"), std::string::npos);
    world.clock.advance(3h);
    tend();
    tend();
    EXPECT_EQ(listed(), 1U);
    const auto page = browser.get("/silent-receivers", worker).body;
    EXPECT_NE(page.find("Postmottak"), std::string::npos);
    EXPECT_EQ(page.find("Svar"), std::string::npos);
    const auto told = [&](std::string_view type) {
        const auto lease = world.database->reader();
        const auto events = world.journal->after(**lease, 0, 1000);
        return std::ranges::count(*events, type, &journal::StoredEvent::type);
    };
    EXPECT_EQ(told("dispatch.receiver_silent"), 1);
    EXPECT_EQ(ask("POST", "/tjenester/svarinn/kvitterMottak/forsendelse/" + id, {}, {},
                  post::basic("Postmottak", post::secret))
                  .status,
              200);
    tend();
    EXPECT_EQ(listed(), 0U);
    EXPECT_EQ(told("dispatch.receiver_back"), 1);
    EXPECT_EQ(browser.get("/silent-receivers", world::World::person("Ola", {})).status, 403);
}

TEST_P(Webhook, TellsEachChangeSignedAndWithoutContent) {
    ASSERT_EQ(set("https://sender.example/post").status, 200);
    const auto id = send_own("Hemmelig tittel", person, R"(,"externalReference":"sak 7")");
    run();
    ASSERT_EQ(told.size(), 1U);
    const auto& request = told.front();
    EXPECT_EQ(request.url, "https://sender.example/post");
    EXPECT_FALSE(request.may_be_private);
    const auto body = *json::parse(request.body);
    EXPECT_EQ(body.text_of("dispatch"), id);
    EXPECT_EQ(body.text_of("status"), "notified");
    EXPECT_EQ(body.text_of("reference"), "sak 7");
    EXPECT_EQ(request.body.find("Hemmelig"), std::string::npos);
    EXPECT_EQ(request.body.find("Eksempel"), std::string::npos);

    const auto signed_text =
        header(request, "webhook-id") + "." + header(request, "webhook-timestamp") + "." + request.body;
    const auto& key = office.receipt_keys.newest();
    const auto wanted = key.sign(signed_text);
    EXPECT_EQ(header(request, "webhook-signature"),
              "v1a," + crypto::to_base64({reinterpret_cast<const char*>(wanted.data()), wanted.size()}));
    EXPECT_EQ(header(request, "webhook-key-id"), crypto::thumbprint(key.public_key()));

    run();
    EXPECT_EQ(told.size(), 1U);
    const auto view = *json::parse(ask("GET", "/dispatches/webhook").body);
    EXPECT_EQ(view.integer_of("toldStatus"), 204);
}

TEST_P(Webhook, TellsCauseAndRemedyOfAFailure) {
    ASSERT_EQ(set("https://sender.example/post").status, 200);
    send_own("Vedtak", person);
    world.clock.advance(25h);
    tend();
    jobs::Runner runner{world.services, {}, dispatch::job_handlers(office), {dispatch::webhook_consumer(office)}};
    ASSERT_TRUE(runner.feed());
    ASSERT_TRUE(runner.run_due());
    ASSERT_EQ(told.size(), 1U);
    const auto body = *json::parse(told.front().body);
    EXPECT_EQ(body.find("failure")->text_of("cause"), "check_stuck");
    EXPECT_TRUE(*body.find("isFinal")->boolean());
}

TEST_P(Webhook, IsTriedAgainWhenItIsNotTaken) {
    ASSERT_EQ(set("https://sender.example/post").status, 200);
    status = 500;
    send_own("Vedtak", person);
    run();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(dispatch::tell_sender(office, {.payload = R"({"dispatch":"x"})"}).has_value(), false);
    world.clock.advance(1min);
    status = 200;
    run();
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(header(told[0], "webhook-id"), header(told[1], "webhook-id"));
    EXPECT_EQ(dispatch::webhook_refused.name, "dispatch.webhook_refused");
}

TEST_P(Webhook, ThatLeadsInsideIsNotTriedAgain) {
    ASSERT_EQ(set("https://sender.example/post").status, 200);
    failure = platform::outside_address_refused.error({{"url", "https://sender.example/post"}});
    send_own("Vedtak", person);
    run();
    world.clock.advance(48h);
    run();
    EXPECT_EQ(told.size(), 1U);
    // What the program asks with really refuses such addresses.
    net::Request inside;
    inside.url = "https://127.0.0.1:1/";
    inside.may_be_private = false;
    EXPECT_EQ(net::fetch(inside).error().code, platform::outside_address_refused.name);
}

TEST_P(Webhook, ThatIsGoneIsForgotten) {
    ASSERT_EQ(set("https://sender.example/post").status, 200);
    status = 410;
    send_own("Vedtak", person);
    run();
    const auto answer = ask("GET", "/dispatches/webhook");
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(json::parse(answer.body)->text_of("code"), dispatch::webhook_missing.name);
    EXPECT_EQ(ask("DELETE", "/dispatches/webhook").status, 404);
}

TEST_P(Webhook, IsSetRemovedAndCheckedByItsAccount) {
    for (const auto* faulty : {"http://sender.example/", "https://", "https://:443/", "https://user:secret@host/",
                               "https://host/ a", "https://host/#x", "https://host\\\\@inside/", "ftp://host/"}) {
        const auto answer = set(faulty);
        EXPECT_EQ(answer.status, 422) << faulty << answer.body;
        EXPECT_EQ(json::parse(answer.body)->text_of("code"), dispatch::webhook_address_faulty.name) << faulty;
    }
    EXPECT_FALSE(dispatch::check_webhook_url("https://h/" + std::string(500, 'x')));
    EXPECT_EQ(set("https://sender.example:8443/a?b=c").status, 200);
    EXPECT_EQ(ask("DELETE", "/dispatches/webhook").status, 204);
    send_own("Vedtak", person);
    run();
    EXPECT_TRUE(told.empty());
}
