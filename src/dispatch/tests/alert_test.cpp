// When post needs somebody, the people of its account or receiver are written to: soon, seldom, and without secrets.
#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/domain/alert.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/jobs/mail_alerts.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>
#include <utility>

namespace {

using namespace std::chrono_literals;
using dispatch::AlertSide;

class Alerts : public post::Office {
protected:
    Alerts() {
        office.send_mail = [this](const mail::Message& message) -> Result<void> {
            if (trouble) return *trouble;
            mails.push_back(message);
            return {};
        };
        account = open_account("barnehage").to_string();
        is_written_to(AlertSide::account, account, "post@eksempel.example");
    }
    void is_written_to(AlertSide side, const std::string& id, std::optional<std::string> mail) {
        const auto done = world.database->write(
            [&](db::Transaction& transaction) { return dispatch::store::set_alert_mail(transaction, side, id, mail); });
        ASSERT_TRUE(done) << describe(done.error());
    }
    /// A letter with a faulty document; gives its id.
    std::string failed(std::string_view title = "Hemmelig tittel") {
        const auto answer =
            ask("POST", "/tjenester/api/forsendelse/v1/sendForsendelse",
                post::multipart({post::metadata(letter(title, {"hemmelig.pdf"}, R"(,"eksternref":"ref-9")")),
                                 post::file("hemmelig.pdf", "%PDF-1.4\n<</Encrypt 4 0 R>>\n%%EOF")}),
                post::multipart_type, post::basic("barnehage", post::secret));
        EXPECT_EQ(answer.status, 200) << answer.body;
        work();
        return std::string{json::parse(answer.body)->text_of("id")};
    }
    Result<void> write() { return dispatch::mail_alerts(office); }
    void tend() { ASSERT_TRUE(dispatch::tend_post(office)); }
    /// From the account that is written to, to whom the receiver fetches for.
    void waits_at_receiver(int many = 1) {
        for (int i = 0; i < many; ++i) {
            const auto metadata =
                fmt::format(R"({{"title":"Svar {}","recipient":{{"address":{{"name":"Eksempel","town":"OSLO",)"
                            R"("postalCode":"0010"}},"organisationNumber":"971032146"}},)"
                            R"("documents":[{{"name":"brev.pdf"}}]}})",
                            ++sent_so_far);
            const auto answer =
                ask("POST", "/dispatches", post::multipart({post::metadata(metadata), post::file("brev.pdf")}),
                    post::multipart_type, post::basic("barnehage", post::secret));
            EXPECT_EQ(answer.status, 201) << answer.body;
        }
        work();
    }
    std::vector<mail::Message> written_to(std::string_view address) const {
        std::vector<mail::Message> found;
        for (const auto& each : mails)
            if (each.to == address) found.push_back(each);
        return found;
    }
    [[nodiscard]] Principal keeper_of_systems() const {
        auto keeper = world::World::person("Jorunn", {});
        keeper.organisation_id = ks.to_string();
        keeper.grants = {{std::string{dispatch::right::keep_systems.name}, keeper.organisation_id}};
        return keeper;
    }
    static world::Browser::Fields terms(std::string_view mail) {
        return {{"name", "barnehage"},
                {"readDeadlineHours", "40"},
                {"retentionDays", "90"},
                {"duplicateWindowHours", "24"},
                {"alertMail", std::string{mail}}};
    }
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    std::string account;
    int sent_so_far = 0; // Two with the same title would be taken for one sent twice.
    std::vector<mail::Message> mails;
    std::optional<Error> trouble;
};
EACH_DATABASE(Alerts);

} // namespace

TEST_P(Alerts, SayThatALetterFailedAndWhyAndNothingOfWhatItIs) {
    const auto id = failed();
    ASSERT_TRUE(write());
    ASSERT_EQ(mails.size(), 1U);
    const auto& mail = mails.front();
    EXPECT_EQ(mail.to, "post@eksempel.example");
    EXPECT_EQ(mail.subject, "barnehage: 1 forsendelse kom ikke fram");
    for (const auto& wanted : {std::string{"Forsendelsen ble avvist. Rett feilene, og send på nytt."}, "/outbox/" + id,
                               "/post-systems/accounts/" + account})
        EXPECT_NE(mail.text.find(wanted), std::string::npos) << mail.text;
    for (const auto* secret : {"Hemmelig", "hemmelig", "Kari", "ref-9"})
        EXPECT_EQ((mail.subject + mail.text).find(secret), std::string::npos) << secret;
}

TEST_P(Alerts, ComeOnceAnHourWithAllThatCameMeanwhile) {
    failed("en");
    ASSERT_TRUE(write());
    for (int i = 0; i < 12; ++i)
        failed(fmt::format("nr. {}", i));
    ASSERT_TRUE(write());
    EXPECT_EQ(mails.size(), 1U);
    world.clock.advance(1h);
    ASSERT_TRUE(write());
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails.back().subject, "barnehage: 12 forsendelser kom ikke fram");
    EXPECT_NE(mails.back().text.find("og 2 til"), std::string::npos) << mails.back().text;
    world.clock.advance(2h);
    ASSERT_TRUE(write());
    EXPECT_EQ(mails.size(), 2U) << "each is told of once";
}

TEST_P(Alerts, WaitWhileTheMailServerIsAway) {
    failed();
    trouble = platform::mail_unavailable.error();
    EXPECT_TRUE(write()) << "one that is not answered is no reason for the job to rest";
    trouble.reset();
    world.clock.advance(2min);
    EXPECT_TRUE(write());
    EXPECT_TRUE(mails.empty()) << "it is not tried each time";
    world.clock.advance(10min);
    EXPECT_TRUE(write());
    EXPECT_EQ(mails.size(), 1U);
}

TEST_P(Alerts, AreNotHeldUpByOneAddressThatIsNotAnswered) {
    const auto slow = open_account("skole").to_string();
    is_written_to(AlertSide::account, slow, "treg@eksempel.example");
    office.send_mail = [this](const mail::Message& message) -> Result<void> {
        if (message.to == "treg@eksempel.example") return platform::mail_unavailable.error();
        mails.push_back(message);
        return {};
    };
    const auto told = world.database->write([&](db::Transaction& transaction) {
        return dispatch::store::raise(transaction, {slow, dispatch::AlertKind::dispatch_failed, "x", "faulty"},
                                      world.clock.now());
    });
    ASSERT_TRUE(told);
    failed();
    EXPECT_TRUE(write());
    EXPECT_EQ(written_to("post@eksempel.example").size(), 1U);
}

TEST_P(Alerts, RestWhenSeveralAddressesInATurnAreNotAnswered) {
    for (const auto* name : {"en", "to", "tre"}) {
        const auto system = open_account(name).to_string();
        is_written_to(AlertSide::account, system, fmt::format("{}@eksempel.example", name));
        ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
            return dispatch::store::raise(transaction, {system, dispatch::AlertKind::dispatch_failed, "x", "faulty"},
                                          world.clock.now());
        }));
    }
    trouble = platform::mail_unavailable.error();
    EXPECT_EQ(write().error().code, platform::mail_unavailable.name);
}

TEST_P(Alerts, StopWhenTheAddressIsRefusedUntilItIsChanged) {
    failed();
    trouble = platform::mail_refused.error();
    EXPECT_TRUE(write());
    trouble.reset();
    world.clock.advance(2h);
    EXPECT_TRUE(write());
    EXPECT_TRUE(mails.empty());
    is_written_to(AlertSide::account, account, "post@eksempel.example");
    EXPECT_TRUE(write());
    EXPECT_TRUE(mails.empty()) << "the same address is refused again";
    is_written_to(AlertSide::account, account, "ny@eksempel.example");
    EXPECT_TRUE(write());
    EXPECT_EQ(written_to("ny@eksempel.example").size(), 1U) << "what was not told is told now";
}

TEST_P(Alerts, TryARefusedAddressAgainAWeekLater) {
    failed();
    trouble = platform::mail_refused.error();
    EXPECT_TRUE(write());
    trouble.reset();
    world.clock.advance(24h * 6);
    EXPECT_TRUE(write());
    EXPECT_TRUE(mails.empty());
    world.clock.advance(24h);
    EXPECT_TRUE(write());
    EXPECT_EQ(mails.size(), 1U);
}

TEST_P(Alerts, GoToBothSidesWhenAReceiverDoesNotFetchAndThreeTimesADay) {
    const auto receiver = open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----").to_string();
    is_written_to(AlertSide::receiver, receiver, "mottak@eksempel.example");
    waits_at_receiver(2);
    for (int hour = 0; hour < 24; ++hour) {
        world.clock.advance(1h);
        tend();
        ASSERT_TRUE(write());
    }
    const auto own = written_to("mottak@eksempel.example"), senders = written_to("post@eksempel.example");
    EXPECT_EQ(own.size(), 3U);
    EXPECT_EQ(senders.size(), 3U);
    EXPECT_EQ(own.front().subject, "Postmottak: Posten blir ikke hentet: 2 forsendelser venter");
    EXPECT_NE(own.front().text.find("Se om systemet går"), std::string::npos);
    EXPECT_NE(senders.front().text.find("Mottakeren får også beskjed"), std::string::npos);
}

TEST_P(Alerts, SayNothingOfWhatHasComeRightMeanwhile) {
    const auto receiver = open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----").to_string();
    is_written_to(AlertSide::receiver, receiver, "mottak@eksempel.example");
    waits_at_receiver();
    world.clock.advance(3h);
    tend();
    const auto closed = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        return transaction.enqueue("UPDATE dispatch_dispatch SET status = 'read' WHERE 1 = $1", {1});
    });
    ASSERT_TRUE(closed);
    ASSERT_TRUE(write());
    EXPECT_TRUE(mails.empty());
    const auto reader = *world.database->reader();
    EXPECT_FALSE((*dispatch::store::alert_mail(*reader, receiver))->mailed_at) << "nobody was written to";
}

TEST_P(Alerts, TellAReceiversPeopleThatItsCertificateRunsOut) {
    const auto receiver = open_receiver("Postmottak", post::receivers_key().certificate_pem).to_string();
    is_written_to(AlertSide::receiver, receiver, "mottak@eksempel.example");
    const auto end = *crypto::end_of_certificate(post::receivers_key().certificate_pem);
    const auto at = [&](Instant when) {
        world.clock.advance(std::chrono::duration_cast<std::chrono::seconds>(when - world.clock.now()));
        tend();
        ASSERT_TRUE(write());
    };
    at(end - std::chrono::days{29});
    at(end - std::chrono::days{20});
    at(end + 1h);
    const auto told = written_to("mottak@eksempel.example");
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told.front().subject, "Postmottak: Sertifikatet går snart ut");
    EXPECT_EQ(told.back().subject, "Postmottak: Sertifikatet har gått ut");
}

TEST_P(Alerts, TellAnOrganisationOfLettersInItsMailboxThatNobodyHasOpened) {
    is_written_to(AlertSide::mailbox, ks.to_string(), "innboks@eksempel.example");
    waits_at_receiver(2);
    ASSERT_TRUE(write());
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails.front().to, "innboks@eksempel.example");
    EXPECT_TRUE(mails.front().subject.ends_with(": 2 nye brev i innboksen")) << mails.front().subject;
    EXPECT_NE(mails.front().text.find("/mailbox?box=organisation"), std::string::npos);
    EXPECT_EQ(mails.front().text.find("Svar"), std::string::npos) << "what it is about stands in the letter";
    waits_at_receiver(4);
    world.clock.advance(1h);
    const auto opened = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        return transaction.enqueue("UPDATE dispatch_dispatch SET status = 'read' WHERE 1 = $1", {1});
    });
    ASSERT_TRUE(opened);
    ASSERT_TRUE(write());
    EXPECT_EQ(mails.size(), 1U) << "all are opened already";
}

TEST_P(Alerts, FollowAnOrganisationThatBecomesPartOfAnother) {
    is_written_to(AlertSide::mailbox, "gammel", "gammel@eksempel.example");
    const auto moved = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(dispatch::store::raise(transaction, {"gammel", dispatch::AlertKind::letter_arrived, "x"},
                                   world.clock.now()));
        return dispatch::store::move_alert_mail(transaction, "gammel", "ny");
    });
    ASSERT_TRUE(moved) << describe(moved.error());
    const auto reader = *world.database->reader();
    EXPECT_EQ((*dispatch::store::alert_mail(*reader, "ny"))->mail, "gammel@eksempel.example");
    EXPECT_FALSE(*dispatch::store::alert_mail(*reader, "gammel"));
}

TEST_P(Alerts, AreKeptForNobodyWhereThereIsNoAddress) {
    is_written_to(AlertSide::account, account, std::nullopt);
    failed();
    is_written_to(AlertSide::account, account, "post@eksempel.example");
    ASSERT_TRUE(write());
    EXPECT_TRUE(mails.empty());
}

TEST_P(Alerts, AreWrittenInTheLanguageOfThePageWhereTheAddressWasSet) {
    const auto keeper = keeper_of_systems();
    const auto set_on = [&](std::string_view pages, std::string_view mail) {
        return browser.post(fmt::format("{}/post-systems/accounts/{}/settings", pages, account), terms(mail), keeper);
    };
    EXPECT_EQ(set_on("/nn", "varsel@eksempel.example").status, 303);
    const auto id = failed();
    ASSERT_TRUE(write());
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails.front().language, "nn");
    EXPECT_EQ(mails.front().subject, "barnehage: 1 sending kom ikkje fram");
    EXPECT_NE(mails.front().text.find("/nn/outbox/" + id), std::string::npos) << mails.front().text;
    EXPECT_NE(mails.front().text.find("Du får denne e-posten fordi adressa"), std::string::npos) << mails.front().text;

    const auto language_after = [&](std::string_view pages, std::string_view mail) {
        EXPECT_EQ(set_on(pages, mail).status, 303);
        world.clock.advance(1h);
        failed(fmt::format("{} {}", pages, mail));
        EXPECT_TRUE(write());
        return mails.back().language;
    };
    EXPECT_EQ(language_after("", "varsel@eksempel.example"), "nn") << "the address was not set there, only saved";
    EXPECT_EQ(language_after("/en", "annen@eksempel.example"), "nb") << "there are no alerts in English";
}

TEST_P(Alerts, GoToAnAddressThatTheAccountsPeopleSetAndSee) {
    const auto keeper = keeper_of_systems();
    const auto path = "/post-systems/accounts/" + account;
    const auto set = [&](std::string_view mail) { return browser.post(path + "/settings", terms(mail), keeper); };
    const auto wrong = set("post hos eksempel");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_NE(wrong.body.find("Skriv én e-postadresse"), std::string::npos) << dispatch::alert_mail_faulty.name;
    EXPECT_EQ(set("varsel@eksempel.example").status, 303);
    failed();
    trouble = platform::mail_refused.error();
    ASSERT_TRUE(write());
    EXPECT_NE(browser.get(path, keeper).body.find("E-postserveren avviste varsel@eksempel.example"), std::string::npos);
    const auto plain = R"({"name":"barnehage","readDeadlineHours":40,"retentionDays":90,"duplicateWindowHours":24})";
    EXPECT_EQ(browser.send_json("POST", path + "/settings", plain, keeper).status, 204);
    EXPECT_EQ(json::parse(browser.get(path + ".json", keeper).body)->text_of("alertMail"), "varsel@eksempel.example")
        << "a system that says nothing of it leaves it";
    const auto faulty = browser.post(path + "/secret", {{"overlapHours", "mange"}}, keeper);
    EXPECT_NE(faulty.body.find("varsel@eksempel.example\""), std::string::npos)
        << "the forms that were not sent stand as they were";
    EXPECT_EQ(browser.get(path, keeper).body.find("Varsler blir ikke sendt"), std::string::npos);
    const auto send_mail = std::exchange(office.send_mail, nullptr);
    EXPECT_NE(browser.get(path, keeper).body.find("Varsler blir ikke sendt"), std::string::npos);
    EXPECT_NE(browser.get("/post-systems", keeper).body.find("Varsler blir ikke sendt"), std::string::npos);
    office.send_mail = send_mail;
    EXPECT_EQ(set("").status, 303);
    EXPECT_FALSE(json::parse(browser.get(path + ".json", keeper).body)->find("alertMail"));
    EXPECT_EQ(browser.post("/post-systems/mailbox", {{"alertMail", "feil"}}, keeper).status, 422);
    EXPECT_EQ(browser.post("/post-systems/mailbox", {{"alertMail", "innboks@eksempel.example"}}, keeper).status, 303);
    EXPECT_NE(browser.get("/post-systems", keeper).body.find("innboks@eksempel.example"), std::string::npos);
    const auto receiver = "/post-systems/receivers/" + open_receiver("mottak", "x").to_string();
    EXPECT_EQ(browser.post(receiver + "/settings", {{"alertMail", "mottak@eksempel.example"}}, keeper).status, 303);
    EXPECT_NE(browser.get(receiver, keeper).body.find("mottak@eksempel.example"), std::string::npos);
}
