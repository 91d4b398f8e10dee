// The same content to several: a letter each, files kept once, all of them or none.
#include "dispatch/actions/clean_documents.hpp"
#include "dispatch/actions/send_mailing.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/jobs/give_space_back.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

constexpr std::string_view to_kari = R"({"address":{"name":"Kari Eksempel","town":"OSLO","postalCode":"0010"},)"
                                     R"("identityNumber":"13814520077"})";
constexpr std::string_view to_the_municipality = R"({"address":{"name":"Eksempel kommune","town":"OSLO",)"
                                                 R"("postalCode":"0010"},"organisationNumber":"971032146"})";
constexpr std::string_view to_ola = R"({"address":{"name":"Ola Eksempel","line1":"Gata 1","town":"OSLO",)"
                                    R"("postalCode":"0010"}})";

class Mailing : public post::Office {
protected:
    static std::string mailing(const std::vector<std::string_view>& recipients, std::string_view title = "Til alle",
                               std::string_view document = R"({"name":"brev.pdf"})") {
        return fmt::format(R"({{"title":"{}","recipients":[{}],"documents":[{}]}})", title, fmt::join(recipients, ","),
                           document);
    }
    http::Response post_json(std::string json) {
        return ask("POST", "/dispatches/mailings", std::move(json), "application/json");
    }
    http::Response post(std::string json, std::string_view query = {}, world::Browser::Fields headers = {}) {
        return ask("POST", fmt::format("/dispatches/mailings{}", query),
                   post::multipart({post::metadata(std::move(json)), post::file("brev.pdf")}), post::multipart_type,
                   post::basic("avsender", post::secret), std::move(headers));
    }
    static json::Value read(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        EXPECT_TRUE(value) << answer.body;
        return value ? *value : json::Value{};
    }
    static std::vector<std::string> letters_in(const http::Response& answer) {
        std::vector<std::string> ids;
        const auto value = read(answer);
        const auto* letters = value.find("letters");
        EXPECT_NE(letters, nullptr) << answer.body;
        if (letters == nullptr) return ids;
        for (const auto& letter : *letters->array())
            ids.emplace_back(letter.text_of("id"));
        return ids;
    }
    static std::vector<std::string> faults_in(const http::Response& answer, std::string_view list = "errors") {
        std::vector<std::string> codes;
        const auto value = read(answer);
        const auto* faults = value.find(list);
        if (faults == nullptr) return {answer.body};
        for (const auto& fault : *faults->array())
            codes.push_back(fmt::format("{} {}", fault.text_of("pointer"), fault.text_of("code")));
        std::ranges::sort(codes);
        return codes;
    }
    std::int64_t count(std::string_view table) {
        const auto lease = world.database->reader();
        return (*lease)->query(fmt::format("SELECT count(*) FROM {}", table), {})->front().number(0);
    }
    std::string content_of(const std::string& id) {
        const auto reader = world.database->reader();
        const auto opened = dispatch::open_dispatch(**reader, office, *stored(id));
        if (!opened) return opened.error().code == dispatch::content_gone.name ? "gone" : "sealed";
        const auto bytes = dispatch::document_bytes(*world.blobs, *opened, 0);
        return bytes ? *bytes : std::string{bytes.error().code};
    }
    std::size_t contents_kept() { return world.blobs->passing(Instant{}, world.clock.now() + 1h)->size(); }
    /// Ended and past its retention, and whatever space that frees given back.
    void forget(const std::string& id) {
        EXPECT_TRUE(world.database->write([&](db::Transaction& transaction) {
            return transaction.execute("UPDATE dispatch_dispatch SET status = 'read' WHERE id = $1", {id});
        }));
        world.clock.advance(24h * 91);
        EXPECT_TRUE(dispatch::tend_post(office));
        world.clock.advance(25h);
        EXPECT_TRUE(dispatch::give_space_back(office));
    }
};
EACH_DATABASE(Mailing);

} // namespace

TEST_P(Mailing, EachRecipientGetsALetterOfTheirOwnAndTheFilesAreKeptOnce) {
    const auto answer = post(mailing({to_kari, to_the_municipality, to_ola}));
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto letters = letters_in(answer);
    ASSERT_EQ(letters.size(), 3U);
    work();
    EXPECT_EQ(status_of(letters[0]), "VARSLET");
    EXPECT_EQ(status_of(letters[2]), "AKSEPTERT") << "waits to be printed";
    for (const auto& letter : letters)
        EXPECT_EQ(content_of(letter), post::a_pdf());
    EXPECT_EQ(contents_kept(), 1U);
    EXPECT_NE(*stored(letters[0])->wrapped_key, *stored(letters[1])->wrapped_key);

    const auto shown = read(ask("GET", std::string{*answer.header("location")}));
    EXPECT_EQ(shown.find("letters")->array()->size(), 3U);
    EXPECT_EQ(shown.find("letters")->array()->at(2).text_of("recipient"), "Ola Eksempel");
    std::int64_t counted = 0;
    for (const auto& each : *shown.find("statuses")->array())
        counted += each.integer_of("letters");
    EXPECT_EQ(counted, 3);
    EXPECT_EQ(read(ask("GET", "/dispatches/" + letters[1])).text_of("mailing"), read(answer).text_of("id"));
    open_account("en annen");
    const auto foreign =
        ask("GET", std::string{*answer.header("location")}, {}, {}, post::basic("en annen", post::secret));
    EXPECT_EQ(read(foreign).text_of("code"), dispatch::mailing_not_found.name);
}

TEST_P(Mailing, AFileGoesWithTheLastLetterThatHoldsIt) {
    const auto letters = letters_in(post(mailing({to_kari, to_the_municipality})));
    ASSERT_EQ(letters.size(), 2U);
    forget(letters[0]);
    EXPECT_EQ(content_of(letters[0]), "gone");
    EXPECT_EQ(content_of(letters[1]), post::a_pdf());
    EXPECT_EQ(contents_kept(), 1U);
    forget(letters[1]);
    EXPECT_EQ(content_of(letters[1]), "gone");
    EXPECT_EQ(contents_kept(), 0U);
}

TEST_P(Mailing, EveryFaultIsToldAtOnceAndWhatIsWrongForAllIsToldOnce) {
    const auto answer = post(mailing({to_kari, R"({"address":{"name":"X"},"identityNumber":"123"})", to_kari}, ""));
    EXPECT_EQ(answer.status, 422);
    const std::vector<std::string> wanted{"#/recipients/1/identityNumber directory.identity_number_faulty",
                                          "#/recipients/2 dispatch.recipient_twice", "#/title platform.field_missing"};
    const auto faults = faults_in(answer);
    for (const auto& each : wanted)
        EXPECT_EQ(std::ranges::count(faults, each), 1) << each << " in " << answer.body;
    EXPECT_EQ(count("dispatch_dispatch"), 0);
    EXPECT_EQ(faults_in(post(mailing({}))), std::vector<std::string>{"#/recipients platform.number_out_of_range"});
    const std::vector many(dispatch::mailing_recipients_max + 1, to_ola);
    EXPECT_EQ(std::ranges::count(faults_in(post(mailing(many))), "#/recipients platform.number_out_of_range"), 1);
}

TEST_P(Mailing, NobodyGetsItWhenSomebodyHasGotItBefore) {
    ASSERT_EQ(post(mailing({to_kari})).status, 201);
    const auto refused = post(mailing({to_the_municipality, to_kari}));
    EXPECT_EQ(faults_in(refused), std::vector<std::string>{"#/recipients/1 dispatch.duplicate"});
    EXPECT_EQ(count("dispatch_dispatch"), 1);
    EXPECT_EQ(count("dispatch_mailing"), 1);
}

TEST_P(Mailing, TheSameKeyCountsOnceAndTellsWhatBecameOfAll) {
    const world::Browser::Fields key{{"idempotency-key", "utsending-7"}};
    const auto first = post(mailing({to_kari, to_ola}), {}, key);
    const auto again = post(mailing({to_kari, to_ola}), {}, key);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(count("dispatch_dispatch"), 2);
    const auto found = read(ask("GET", "/dispatches/keys/utsending-7"));
    ASSERT_NE(found.find("mailing"), nullptr);
    EXPECT_EQ(found.find("mailing")->text_of("id"), read(first).text_of("id"));
}

TEST_P(Mailing, ALookAheadCountsTheWaysAndSendsNothing) {
    office.terms.paper_prices = {1500, 3900, std::nullopt};
    const auto found = read(post(mailing({to_kari, to_the_municipality, to_ola}), "?dryRun=true"));
    EXPECT_TRUE(*found.find("wouldBeAccepted")->boolean());
    const auto& ways = *found.find("ways")->array();
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways[0].text_of("channel"), "mailbox");
    EXPECT_EQ(ways[0].integer_of("letters"), 2);
    EXPECT_EQ(ways[1].text_of("channel"), "print");
    EXPECT_EQ(ways[1].integer_of("costOere"), 1500);
    EXPECT_EQ(count("dispatch_dispatch"), 0);
    ASSERT_EQ(post(mailing({to_kari})).status, 201);
    EXPECT_EQ(faults_in(post(mailing({to_ola, to_kari}), "?dryRun=true"), "faults"),
              std::vector<std::string>{"#/recipients/1 dispatch.duplicate"});
}

TEST_P(Mailing, ALookAheadAddsUpWhatPaperCostsInEachPartOfTheWorld) {
    constexpr std::string_view abroad =
        R"({{"address":{{"name":"Eksempel","line1":"1 Road","town":"{}","country":"{}"}}}})";
    const auto to_paris = fmt::format(fmt::runtime(abroad), "75001 PARIS", "Frankrike");
    const auto to_york = fmt::format(fmt::runtime(abroad), "NEW YORK", "USA");
    office.terms.paper_prices = {1500, 3900, std::nullopt};
    const auto ways = [&](const std::vector<std::string_view>& recipients) {
        const auto answer = post(mailing(recipients), "?dryRun=true");
        return read(answer).find("ways")->array()->front();
    };
    EXPECT_EQ(ways({to_ola, to_paris}).integer_of("letters"), 2);
    EXPECT_EQ(ways({to_ola, to_paris}).integer_of("costOere"), 5400);
    EXPECT_EQ(ways({to_york, to_ola, to_paris}).find("costOere"), nullptr) << "the price of one is not known";
    office.terms.paper_prices.world = 5000;
    EXPECT_EQ(ways({to_york, to_ola, to_paris}).integer_of("costOere"), 10400);
}

TEST_P(Mailing, TakesAFileThatCameBefore) {
    const auto who = post::basic("avsender", post::secret);
    const auto length = std::to_string(post::a_pdf().size());
    const auto begun =
        ask("POST", "/dispatches/uploads", {}, {}, who, {{"tus-resumable", "1.0.0"}, {"upload-length", length}});
    ASSERT_EQ(begun.status, 201) << begun.body;
    const std::string path{*begun.header("location")};
    ASSERT_EQ(ask("PATCH", path, post::a_pdf(), "application/offset+octet-stream", who,
                  {{"tus-resumable", "1.0.0"}, {"upload-offset", "0"}})
                  .status,
              204);
    const auto document = fmt::format(R"({{"name":"brev.pdf","upload":"{}"}})", path.substr(path.rfind('/') + 1));
    const auto letters = letters_in(post_json(mailing({to_kari, to_ola}, "Til alle", document)));
    ASSERT_EQ(letters.size(), 2U);
    for (const auto& letter : letters)
        EXPECT_EQ(content_of(letter), post::a_pdf());
    const auto again = post_json(mailing({to_kari, to_ola}, "Til alle igjen", document));
    EXPECT_EQ(std::ranges::count(faults_in(again), "#/documents/0/upload dispatch.upload_not_found"), 1) << again.body;
}

TEST_P(Mailing, AnOrganisationIsOneRecipientHoweverItsNumberIsWritten) {
    std::string spaced{to_the_municipality};
    spaced.replace(spaced.find("971032146"), 9, "971 032 146");
    EXPECT_EQ(faults_in(post(mailing({to_the_municipality, spaced}))),
              std::vector<std::string>{"#/recipients/1 dispatch.recipient_twice"});
    ASSERT_EQ(post(mailing({to_the_municipality})).status, 201);
    EXPECT_EQ(faults_in(post(mailing({spaced}))), std::vector<std::string>{"#/recipients/0 dispatch.duplicate"});
}

TEST_P(Mailing, TakesFewerRecipientsTheMoreEachLetterHolds) {
    dispatch::Envelope content;
    EXPECT_EQ(dispatch::recipients_max_of(content), dispatch::mailing_recipients_max);
    content.documents.resize(999);
    EXPECT_EQ(dispatch::recipients_max_of(content), 20U);
    std::string shown;
    for (int i = 0; i < 101; ++i)
        shown += fmt::format(R"({}{{"address":{{"name":"Nr. {}"}}}})", i > 0 ? "," : "", i);
    const auto answer = post(
        fmt::format(R"({{"title":"Til alle","recipients":[{}],"exposedTo":[{}],"documents":[{{"name":"brev.pdf"}}]}})",
                    to_kari, shown));
    EXPECT_EQ(faults_in(answer), std::vector<std::string>{"#/exposedTo platform.too_many_items"});
}

namespace {

/// Left to the register to find the address of.
std::string without_address(std::string_view number) {
    return fmt::format(R"({{"address":{{"name":"Eksempel"}},"organisationNumber":"{}"}})", number);
}

/// A register of organisations that does something else too before it says that it knows nobody.
std::shared_ptr<registers::OrganisationRegister> register_that(const Clock& clock, std::function<void()> does) {
    return std::make_shared<registers::OrganisationRegister>(
        "https://register.example/api", clock, [does = std::move(does)](const net::Request&) -> Result<net::Answer> {
            does();
            return net::Answer{404, {}, {}};
        });
}

/// What a register says of the number that stands last in the address it is asked at.
net::Answer registered_answer(const net::Request& request) {
    const auto number = request.url.substr(request.url.rfind('/') + 1);
    return {200,
            fmt::format(R"({{"organisasjonsnummer":"{}","navn":"Eksempel","postadresse":)"
                        R"({{"adresse":["Gata 1"],"postnummer":"0010","poststed":"OSLO"}}}})",
                        number),
            {}};
}

/// A register of organisations that have all the same address.
std::shared_ptr<registers::OrganisationRegister> register_of_addresses(const Clock& clock) {
    return std::make_shared<registers::OrganisationRegister>(
        "https://register.example/api", clock,
        [](const net::Request& request) -> Result<net::Answer> { return registered_answer(request); });
}

} // namespace

TEST_P(Mailing, ASlowRegisterIsNotWaitedForWithoutEndAndWhatItSaidIsRemembered) {
    int asked = 0;
    office.organisations = register_that(world.clock, [&] {
        ++asked;
        world.clock.advance(8s);
    });
    const std::vector<std::string> recipients{without_address("971032146"), without_address("964338531"),
                                              without_address("958935420")};
    const auto send_all = [&] { return post(mailing({recipients.begin(), recipients.end()})); };
    const auto answer = send_all();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(read(answer).text_of("code"), dispatch::addresses_not_found_yet.name);
    EXPECT_EQ(answer.header("retry-after"), "1");
    EXPECT_EQ(count("dispatch_dispatch"), 0);
    EXPECT_EQ(send_all().status, 422) << "each has been looked up, and none has an address";
    EXPECT_EQ(asked, 6) << "each once, among main units and below them";
}

TEST_P(Mailing, TheAddressesOfAListAreLookedUpThoughOneIsListedTwice) {
    office.organisations = register_of_addresses(world.clock);
    const auto one = without_address("971032146"), other = without_address("964338531");
    EXPECT_EQ(faults_in(post(mailing({one, other, one}))),
              std::vector<std::string>{"#/recipients/2 dispatch.recipient_twice"});
}

TEST_P(Mailing, ALookAheadThatTheRegisterIsTooSlowForIsToBeAskedAgain) {
    office.organisations = register_that(world.clock, [&] { world.clock.advance(11s); });
    const auto one = without_address("971032146"), other = without_address("964338531");
    const auto answer = post(mailing({one, other}), "?dryRun=true");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(read(answer).text_of("code"), dispatch::addresses_not_found_yet.name);
}

TEST_P(Mailing, ALookAheadGoesOnWithoutARegisterThatIsAway) {
    int asked = 0;
    office.organisations = std::make_shared<registers::OrganisationRegister>(
        "https://register.example/api", world.clock, [&](const net::Request&) -> Result<net::Answer> {
            ++asked;
            return net::Answer{500, {}, {}};
        });
    const auto one = without_address("971032146"), other = without_address("964338531");
    const auto answer = post(mailing({one, other}), "?dryRun=true");
    EXPECT_EQ(faults_in(answer, "faults"), std::vector<std::string>{})
        << "no address is missing for the sender's fault";
    EXPECT_NE(answer.body.find(R"("unanswered":["organisation_register"])"), std::string::npos) << answer.body;
    EXPECT_EQ(asked, 1) << "one that is away is not asked about each";
}

TEST_P(Mailing, IsNotRefusedForWhatTheSameRequestTookAMomentBefore) {
    const auto who = post::basic("avsender", post::secret);
    const auto begun = ask("POST", "/dispatches/uploads", {}, {}, who,
                           {{"tus-resumable", "1.0.0"}, {"upload-length", std::to_string(post::a_pdf().size())}});
    const std::string path{*begun.header("location")};
    ASSERT_EQ(ask("PATCH", path, post::a_pdf(), "application/offset+octet-stream", who,
                  {{"tus-resumable", "1.0.0"}, {"upload-offset", "0"}})
                  .status,
              204);
    const auto json = mailing({without_address("971032146"), to_kari}, "Til alle",
                              fmt::format(R"({{"name":"brev.pdf","upload":"{}"}})", path.substr(path.rfind('/') + 1)));
    const auto send_once = [&] {
        return ask("POST", "/dispatches/mailings", json.substr(0, json.size() - 1) + R"(,"isDigitalOnly":false})",
                   "application/json", who, {{"idempotency-key", "samme"}});
    };
    std::optional<http::Response> first;
    office.organisations = std::make_shared<registers::OrganisationRegister>(
        "https://register.example/api", world.clock, [&](const net::Request& request) -> Result<net::Answer> {
            if (!first) {
                first.emplace(); // What it asks is answered below.
                first = send_once();
            }
            return registered_answer(request);
        });
    const auto second = send_once();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->status, 201) << first->body;
    EXPECT_EQ(second.status, 201) << second.body;
    EXPECT_EQ(second.body, first->body);
    EXPECT_EQ(count("dispatch_dispatch"), 2);
}

TEST(CleanDocuments, AreKnownForTenMinutes) {
    dispatch::CleanDocuments known;
    const Instant now{std::chrono::hours{1}};
    EXPECT_FALSE(known.knows("a", now));
    known.remember("a", now);
    EXPECT_TRUE(known.knows("a", now + 9min));
    EXPECT_FALSE(known.knows("a", now + 10min));
    EXPECT_FALSE(known.knows("b", now));
}
