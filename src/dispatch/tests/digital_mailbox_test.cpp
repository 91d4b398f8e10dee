// Letters to people's mailboxes with providers: from a sender to an access point that opens what it is handed, and its
// receipts back.
#include "dispatch/actions/digital_mailbox.hpp"
#include "dispatch/domain/patience.hpp"
#include "dispatch/jobs/read_mailbox_receipts.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/register_world.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "registers/development_mailboxes.hpp"
#include "registers/errors.hpp"

#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

// One of each for all tests: making keys takes long.
const crypto::BusinessKeyFiles& our_files() {
    static const auto files = crypto::make_business_key("Samband", "971032146", 20);
    return files;
}
const crypto::BusinessKeyFiles& provider_files() {
    static const auto files = crypto::make_business_key("Postkassen", "310000008", 20);
    return files;
}
const crypto::BusinessKeyFiles& stranger_files() {
    static const auto files = crypto::make_business_key("En annen", "310000016", 20);
    return files;
}
const json::Value& token_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}
crypto::BusinessKey key_in(const crypto::BusinessKeyFiles& files) {
    return *crypto::BusinessKey::from_pem(files.private_key_pem, files.certificates_pem);
}

class DigitalMailbox : public post::RegisterOffice {
protected:
    DigitalMailbox() {
        registers::TokenGrant grant{"https://i.example/", "klient", token_key(), {}, {}};
        const auto trusted = provider_files().authority_pem + stranger_files().authority_pem;
        registers::DigitalMailboxes::Client client{"https://ap.example", key_in(our_files()),
                                                   *crypto::TrustedCertificates::from_pem(trusted), std::move(grant)};
        office.digital_mailboxes = std::make_shared<registers::DigitalMailboxes>(
            std::move(client), world.clock, *world.random,
            [this](const net::Request& request) { return answer_to(request); });
        use_mailboxes(true);
        person = with_mailbox("NEI");
    }

    registers::DevelopmentMailboxes::Sources sources(const crypto::BusinessKeyFiles& files) {
        return {[](std::string_view token) -> Result<json::Value> {
                    if (token != "t") return platform::token_signature_wrong.error();
                    return json::Value{json::Object{{"scope", registers::DigitalMailboxes::scope}}};
                },
                key_in(files), *crypto::TrustedCertificates::from_pem(our_files().authority_pem), post::receivers_key(),
                *world.random};
    }
    static std::string with_mailbox(std::string_view reserved) {
        std::string pem;
        for (const char letter : post::receivers_key().certificate_pem)
            letter == '\n' ? pem += "\\n" : pem += letter;
        return fmt::format(R"("reservasjon":"{}","status":"AKTIV","varslingsstatus":"KAN_IKKE_VARSLES","digital_post":)"
                           R"({{"postkasseadresse":"kari.eksempel#1ABC","postkasseleverandoeradresse":"310000008"}},)"
                           R"("sertifikat":"{}","spraak":"nn")",
                           reserved, pem);
    }
    void use_mailboxes(bool uses) {
        EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) {
            return transaction.execute("UPDATE dispatch_account SET uses_digital_mailboxes = $1", {uses});
        }));
    }

    static net::Answer failed(const Error& error) {
        const auto status = error.code == registers::token_refused.name           ? 401
                            : error.code == registers::mailbox_message_taken.name ? 409
                                                                                  : 422;
        return {status, error.code.data(), {}};
    }
    /// The access point over HTTP, which may be away, or take a letter and be gone before it says so.
    Result<net::Answer> answer_to(const net::Request& request) {
        asked.push_back(request);
        if (request.url.starts_with("https://i.example/")) {
            if (request.method == "GET")
                return net::Answer{
                    200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
            return net::Answer{200, R"({"access_token":"t","expires_in":120})", {}};
        }
        if (is_silent) return platform::outside_unreachable.error({{"url", request.url}, {"why", "borte"}});
        if (status != 0) return net::Answer{status, {}, {}};
        return handed_on(request);
    }
    Result<net::Answer> handed_on(const net::Request& request) {
        std::string authorization, type;
        for (const auto& [name, value] : request.headers) {
            if (name == "authorization") authorization = value;
            if (name == "content-type") type = value;
        }
        const auto path = request.url.substr(std::string_view{"https://ap.example"}.size());
        const auto now = world.clock.now();
        if (path == "/messages/out") {
            const auto taken = server.take(authorization, type, request.body, now);
            if (!taken) return failed(taken.error());
            if (is_lost_on_the_way_back) return platform::outside_unreachable.error({{"url", ""}, {"why", "brudd"}});
            return net::Answer{201, {}, {}};
        }
        if (path == "/messages/in") return net::Answer{200, json::to_string(*server.incoming(authorization, now)), {}};
        const auto id = path.substr(path.find('/', 10) + 1, 36);
        if (path.ends_with("/statuses"))
            return net::Answer{200, json::to_string(*server.statuses(authorization, id)), {}};
        EXPECT_TRUE(path.ends_with("/read")) << path;
        EXPECT_TRUE(server.mark_read(authorization, id));
        return net::Answer{200, {}, {}};
    }

    void read_receipts() {
        const auto done = dispatch::read_mailbox_receipts(office);
        EXPECT_TRUE(done) << describe(done.error());
    }
    std::string handed_over(std::string_view title, std::string_view more = {}) {
        const auto id = sent(title, more);
        work();
        return id;
    }
    void receive(const std::string& id, const std::string& type) {
        server.give_receipt(id, type, world.clock.now());
        read_receipts();
    }
    int waiting_receipts() { return static_cast<int>(server.incoming("Bearer t", world.clock.now())->array()->size()); }
    /// Lets time go, with everything that comes again by itself.
    void pass(std::chrono::minutes time, std::chrono::minutes step) {
        for (auto passed = 0min; passed < time; passed += step) {
            world.clock.advance(step);
            work();
            EXPECT_TRUE(dispatch::tend_post(office));
        }
    }

    registers::DevelopmentMailboxes server{sources(provider_files())};
    std::vector<net::Request> asked;
    bool is_silent = false, is_lost_on_the_way_back = false;
    int status = 0; ///< What is answered to everything; 0: as it should be.
};
EACH_DATABASE(DigitalMailbox);

} // namespace

TEST_P(DigitalMailbox, GetsTheLetterAndItsReceiptsComeBack) {
    const auto id = handed_over("Vedtak om barnehageplass");
    EXPECT_EQ(status_of(id), "SENDT_SDP");
    const auto letters = server.letters();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].id, id);
    EXPECT_EQ(letters[0].address, "kari.eksempel#1ABC");
    EXPECT_EQ(letters[0].sender_number, "971032146");
    EXPECT_EQ(letters[0].level, 3);
    EXPECT_EQ(letters[0].titles, std::vector<std::string>{"Vedtak om barnehageplass"});
    receive(id, "leveringskvittering");
    EXPECT_EQ(status_of(id), "LEVERT_SDP");
    receive(id, "aapningskvittering");
    EXPECT_EQ(status_of(id), "LEST");
    const auto said = history(id);
    for (const auto* line : {"Sendt til digital postkasse", "Levert til digital postkasse", "Lest i digital postkasse"})
        EXPECT_EQ(times(said, line), 1) << said;
    EXPECT_EQ(said.find("kari.eksempel"), std::string::npos);
    EXPECT_EQ(waiting_receipts(), 0);
}

TEST_P(DigitalMailbox, IsHandedNothingThatCanBeReadOnTheWay) {
    handed_over("Vedtak om barnehageplass");
    for (const auto& request : asked) {
        EXPECT_EQ(request.url.find("kari"), std::string::npos);
        EXPECT_EQ(request.body.find("barnehageplass"), std::string::npos);
        EXPECT_EQ(request.body.find(post::kari), std::string::npos);
    }
}

TEST_P(DigitalMailbox, NeverLeavesPaperBehindOnceItWasDelivered) {
    const auto id = handed_over("Vedtak");
    receive(id, "leveringskvittering");
    pass(60 * 24h, 24h);
    EXPECT_EQ(status_of(id), "LEVERT_SDP");
    receive(id, "feil");
    EXPECT_EQ(status_of(id), "LEVERT_SDP");
}

TEST_P(DigitalMailbox, ThatFailsLeavesTheLetterToTheOneHere) {
    const auto id = handed_over("Vedtak");
    receive(id, "feil");
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_EQ(stored(id)->channel, dispatch::Channel::mailbox);
    EXPECT_EQ(times(history(id), "Kunne ikke leveres til digital postkasse"), 1);
    work();
    EXPECT_EQ(server.letters().size(), 1U);
}

TEST_P(DigitalMailbox, IsNotUsedForThoseWhoAreReservedNorForAccountsThatDidNotAsk) {
    person = with_mailbox("JA");
    EXPECT_EQ(stored(handed_over("Vedtak"))->channel, dispatch::Channel::print);
    person = with_mailbox("NEI");
    use_mailboxes(false);
    EXPECT_EQ(status_of(handed_over("Vedtak igjen")), "VARSLET");
    EXPECT_TRUE(server.letters().empty());
}

TEST_P(DigitalMailbox, IsNotUsedForWhatWouldBeLostThere) {
    const auto id = handed_over("Vedtak", R"(,"lenker":[{"urlLenke":"https://a.example","urlTekst":"Les"}])");
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_TRUE(server.letters().empty());
}

TEST_P(DigitalMailbox, ThatIsAwayGetsTheLetterLaterAndOnce) {
    is_silent = true;
    const auto id = handed_over("Vedtak");
    pass(5h, 10min);
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    EXPECT_EQ(times(history(id), "Digital postkasse svarer ikke"), 1);
    is_silent = false;
    pass(1h, 10min);
    EXPECT_EQ(status_of(id), "SENDT_SDP");
    EXPECT_EQ(server.letters().size(), 1U);
}

TEST_P(DigitalMailbox, ThatRefusesOrStaysAwayLeavesTheLetterToTheOneHere) {
    status = 400;
    EXPECT_EQ(status_of(handed_over("Avvist")), "VARSLET");
    status = 503;
    const auto id = handed_over("Borte");
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    pass(dispatch::carrier_patience + 1h, 20min);
    EXPECT_EQ(stored(id)->channel, dispatch::Channel::mailbox);
}

TEST_P(DigitalMailbox, IsAskedBeforeALetterWhoseEndNobodySawIsSentAgain) {
    is_lost_on_the_way_back = true;
    const auto id = handed_over("Vedtak");
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    is_lost_on_the_way_back = false;
    asked.clear();
    pass(10min, 5min);
    EXPECT_EQ(status_of(id), "SENDT_SDP");
    EXPECT_EQ(server.letters().size(), 1U);
    for (const auto& request : asked)
        EXPECT_FALSE(request.url.ends_with("/messages/out"));
}

TEST_P(DigitalMailbox, ThatNeverSaysAWordIsGivenUpAndItsLateWordStillCounts) {
    const auto id = handed_over("Vedtak");
    world.clock.advance(8 * 24h);
    EXPECT_TRUE(dispatch::tend_post(office));
    EXPECT_EQ(status_of(id), "VARSLET");
    receive(id, "leveringskvittering");
    EXPECT_EQ(status_of(id), "LEVERT_SDP");
}

TEST_P(DigitalMailbox, ReceiptThatComesTwiceCountsOnce) {
    const auto id = handed_over("Vedtak");
    server.give_receipt(id, "varslingfeiletkvittering", world.clock.now());
    const auto kept = *server.incoming("Bearer t", world.clock.now())->array();
    const auto receipt = *office.digital_mailboxes->open(kept.front().text_of("forretningsmelding"));
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) {
            return dispatch::settle_receipt({transaction, office, world.system, world.clock.now()}, receipt);
        }));
    }
    read_receipts();
    EXPECT_EQ(times(history(id), "Mottaker kan ikke varsles"), 1);
    EXPECT_EQ(waiting_receipts(), 0);
    EXPECT_EQ(status_of(id), "SENDT_SDP");
}

TEST_P(DigitalMailbox, ReceiptAboutNothingKnownIsReadAndForgotten) {
    server.give_receipt("0198c0de-0000-7000-8000-00000000dead", "leveringskvittering", world.clock.now());
    read_receipts();
    EXPECT_EQ(waiting_receipts(), 0);
}

TEST_P(DigitalMailbox, ReceiptThatIsNotBelievedChangesNothingAndStaysForTheOperator) {
    const auto id = handed_over("Vedtak");
    registers::DevelopmentMailboxes stranger{sources(stranger_files())};
    stranger.give_receipt(id, "leveringskvittering", world.clock.now());
    const auto foreign = *stranger.incoming("Bearer t", world.clock.now())->array();
    std::string text{foreign.front().text_of("forretningsmelding")};
    const auto receipt = office.digital_mailboxes->open(text);
    ASSERT_TRUE(receipt) << "signed in order, though by another than the letter's provider";
    const auto settled = world.database->write([&](db::Transaction& transaction) {
        return dispatch::settle_receipt({transaction, office, world.system, world.clock.now()}, *receipt);
    });
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, registers::receipt_faulty.name);
    auto& letter = text[text.size() - 20];
    letter = letter == 'A' ? 'B' : 'A';
    EXPECT_EQ(office.digital_mailboxes->open(text).error().code, platform::token_signature_wrong.name);
    EXPECT_FALSE(office.digital_mailboxes->open("nei"));
    EXPECT_EQ(status_of(id), "SENDT_SDP");
}

TEST_P(DigitalMailbox, CannotBeCalledBackFrom) {
    is_silent = true;
    const auto id = handed_over("Vedtak");
    auto found = stored(id);
    ASSERT_TRUE(found);
    const auto answer = ask("POST", "/dispatches/" + id + "/recall", "{}", "application/json");
    EXPECT_NE(answer.body.find("fetched"), std::string::npos) << answer.status << answer.body;
}

TEST_P(DigitalMailbox, IsTurnedOnByTheAccountsOwnPeople) {
    use_mailboxes(false);
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    auto keeper = world::World::person("Jorunn", {});
    keeper.organisation_id = ks.to_string();
    keeper.grants = {{std::string{dispatch::right::keep_systems.name}, ks.to_string()}};
    const auto opened =
        browser.send_json("POST", "/post-systems/accounts", R"({"name":"Barnehage","userName":"barnehage"})", keeper);
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string url{json::parse(opened.body)->text_of("url")};
    const auto shown = [&] { return browser.get(url + ".json", keeper).body; };
    EXPECT_NE(shown().find(R"("usesDigitalMailboxes":false)"), std::string::npos) << shown();
    const auto changed =
        browser.send_json("POST", url + "/settings", R"({"name":"Barnehage","usesDigitalMailboxes":true})", keeper);
    EXPECT_EQ(changed.status, 204) << changed.body;
    EXPECT_NE(shown().find(R"("usesDigitalMailboxes":true)"), std::string::npos);
    EXPECT_NE(browser.get(url, keeper).body.find("Digipost"), std::string::npos);
}
