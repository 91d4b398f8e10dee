#include "dispatch/tests/post_world.hpp"

#include "directory/testing/sector.hpp"
#include "dispatch/domain/example_pdf.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "identity/texts.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/jose.hpp"

#include <fmt/format.h>

namespace post {

std::string basic(std::string_view name, std::string_view given) {
    return "Basic " + crypto::to_base64(std::string{name} + ":" + std::string{given});
}

std::string pdf_saying(std::string_view words) {
    return dispatch::example_pdf(words, "En side.");
}

const std::string& a_pdf() {
    static const auto pdf = pdf_saying("Eksempel");
    return pdf;
}

Part metadata(std::string json) {
    return {R"(content-disposition: form-data; name="forsendelse")", std::move(json)};
}

Part file(std::string name, std::string content) {
    return {R"(content-disposition: form-data; name="filer"; filename=")" + std::move(name) + "\"\r\n" +
                "content-type: application/octet-stream",
            std::move(content)};
}

std::string multipart(const std::vector<Part>& parts) {
    std::string body;
    for (const auto& part : parts) {
        body += "--grense\r\n" + part.headers + "\r\n\r\n" + part.content + "\r\n";
    }
    return body + "--grense--\r\n";
}

static dispatch::Vault vault_of(world::World& world) {
    std::map<std::uint8_t, crypto::Key> wrapping;
    wrapping.emplace(std::uint8_t{1}, *crypto::Key::from_bytes(std::string(32, 'w')));
    return {std::move(wrapping), *crypto::Key::from_bytes(std::string(32, 'l')), *world.random};
}

static dispatch::ReceiptKeys receipt_keys() {
    std::vector<crypto::SigningKey> keys;
    keys.push_back(crypto::SigningKey::from_seed(*crypto::Key::from_bytes(std::string(32, 'r'))));
    return dispatch::ReceiptKeys{std::move(keys)};
}

static directory::OrganisationId sending_organisation(world::World& world, bool has_sector) {
    if (has_sector) {
        const auto lease = world.database->reader();
        return directory::find_organisation_by_key(**lease, "ks")->id;
    }
    const auto made = world.database->write([&](db::Transaction& transaction) {
        const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
        return directory::register_organisation(
            transaction, doer,
            {.kind = directory::OrganisationKind::company, .name = "Eksempel", .organisation_number = "971032146"});
    });
    EXPECT_TRUE(made) << describe(made.error());
    return *made;
}

static http::DispatcherOptions without_rates() {
    http::DispatcherOptions options;
    options.page_cache_bytes = 0;
    return options;
}

/// One for all tests: making a key takes long.
static const json::Value& issuers_key() {
    static const auto key = crypto::make_signing_key("RSA", "utsteder");
    return key;
}

static identity::Outside trusting(world::World& world) {
    identity::Outside outside{{},
                              {"https://issuer.example/", {}, "https://samband.example"},
                              {},
                              crypto::Key::make(*world.random),
                              std::make_unique<identity::IssuerKeys>("", world.clock),
                              std::make_unique<identity::IssuerKeys>("", world.clock)};
    outside.machine_keys->set_keys(json::Object{{"keys", json::Array{crypto::public_part(issuers_key())}}});
    return outside;
}

Office::Office(bool has_sector)
    : world{GetParam(),
            {&platform::text::catalogue, &directory::text::catalogue, &identity::text::catalogue,
             &dispatch::catalogue()},
            has_sector ? directory::sector : nullptr},
      ks{sending_organisation(world, has_sector)}, office{world.services, vault_of(world), {}, receipt_keys()},
      outside{trusting(world)}, door{office, outside}, authenticator_{door, nobody_} {
    dispatch::add_routes(router, office);
    dispatcher_ = std::make_unique<http::Dispatcher>(http::Foundation{router, world.services, site, authenticator_},
                                                     without_rates());
    open_account("avsender");
}

dispatch::AccountId Office::open_account(const std::string& name, std::chrono::seconds window) {
    const auto now = world.clock.now();
    dispatch::Account account{dispatch::AccountId::make(now, *world.random), name, ks, window, true, now};
    const auto credential =
        dispatch::hashed(office, {name, std::string{secret}, account.id}, {.memory_kib = 64, .passes = 1});
    EXPECT_TRUE(credential);
    const auto opened = world.database->write([&](db::Transaction& transaction) {
        return dispatch::open_account(transaction, office, world.system, account, *credential);
    });
    EXPECT_TRUE(opened) << describe(opened.error());
    return account.id;
}

std::string Office::open_integration(const std::vector<dispatch::AccountId>& accounts,
                                     const std::string& consumer_number, dispatch::StatusWords words) {
    const auto now = world.clock.now();
    dispatch::Integration fresh;
    fresh.id = dispatch::IntegrationId::make(now, *world.random);
    fresh.name = "fagsystem";
    fresh.organisation_id = ks;
    fresh.consumer_number = consumer_number;
    fresh.secret_hash = *dispatch::hashed_secret(office, secret, {.memory_kib = 64, .passes = 1});
    fresh.status_words = words;
    fresh.opened_at = now;
    fresh.accounts = accounts;
    const auto opened = world.database->write([&](db::Transaction& transaction) {
        return dispatch::open_integration(transaction, office, world.system, fresh);
    });
    EXPECT_TRUE(opened) << describe(opened.error());
    return fresh.id.to_string();
}

std::string Office::token(const std::string& scope, const std::string& number, std::int64_t expires_s) const {
    const auto now = std::chrono::floor<std::chrono::seconds>(world.clock.now()).time_since_epoch().count();
    const json::Value claims =
        json::Object{{"iss", "https://issuer.example/"},
                     {"iat", now},
                     {"exp", now + expires_s},
                     {"scope", scope},
                     {"consumer", json::Object{{"authority", "iso6523-actorid-upis"}, {"ID", "0192:" + number}}}};
    return *crypto::sign_token(claims, issuers_key(), "RS256");
}

world::Browser::Fields Office::integration_headers(const std::string& id, const std::string& given_token,
                                                   std::string_view given) const {
    return {{"authorization", "Bearer " + (given_token.empty() ? token() : given_token)},
            {"integrasjonid", id},
            {"integrasjonpassord", std::string{given}}};
}

dispatch::ReceiverId Office::open_receiver(const std::string& name, const std::string& certificate,
                                           std::string dispatch_type, std::int64_t level) {
    const auto now = world.clock.now();
    const auto id = dispatch::ReceiverId::make(now, *world.random);
    const dispatch::Receiver receiver{id, name, ks, certificate, true, now};
    const auto credential =
        dispatch::hashed(office, {name, std::string{secret}, {}, id}, {.memory_kib = 64, .passes = 1});
    EXPECT_TRUE(credential);
    const auto opened = world.database->write([&](db::Transaction& transaction) {
        return dispatch::open_receiver(transaction, office, world.system, receiver,
                                       {{"971032146", std::move(dispatch_type), level, id}}, *credential);
    });
    EXPECT_TRUE(opened) << describe(opened.error());
    return id;
}

std::string Office::letter(std::string_view title, const std::vector<std::string>& documents, std::string_view more) {
    std::string list;
    for (const auto& name : documents) {
        list += fmt::format(R"({}{{"filnavn":"{}","mimeType":"application/pdf"}})", list.empty() ? "" : ",", name);
    }
    return fmt::format(R"({{"tittel":"{}","mottaker":{{"postAdresse":{{"navn":"Kari Eksempel","adresse1":"Gata 1",)"
                       R"("postNummer":"0010","postSted":"OSLO","land":"Norge"}},)"
                       R"("digitalAdresse":{{"fodselsNummer":"{}"}}}},"dokumenter":[{}]{}}})",
                       title, kari, list, more);
}

http::Response Office::ask(std::string_view method, std::string_view path, std::string body,
                           std::string_view content_type, std::string authorization, world::Browser::Fields headers) {
    http::Head head;
    head.method = method;
    head.target = path;
    head.headers = std::move(headers);
    head.headers.emplace_back("host", "samband.example");
    if (!authorization.empty()) head.headers.emplace_back("authorization", std::move(authorization));
    if (!content_type.empty()) head.headers.emplace_back("content-type", std::string{content_type});
    if (method != "GET") head.content_length = body.size();
    head.remote_address = "192.0.2.1";
    auto begun = dispatcher_->begin(head);
    if (begun.answer) return world::received(*std::move(begun.answer));
    if (auto refused = begun.exchange->admit()) return world::received(*std::move(refused));
    return world::received(begun.exchange->finish(std::move(body)));
}

void Office::vanish(std::string_view method, std::string_view path, world::Browser::Fields headers,
                    const std::vector<std::string>& pieces, std::size_t length) {
    http::Head head;
    head.method = method;
    head.target = path;
    head.headers = std::move(headers);
    head.headers.emplace_back("host", "samband.example");
    head.headers.emplace_back("authorization", basic("avsender", secret));
    head.content_length = length;
    head.remote_address = "192.0.2.1";
    auto begun = dispatcher_->begin(head);
    ASSERT_FALSE(begun.answer);
    for (const auto& piece : pieces)
        EXPECT_FALSE(begun.exchange->take(piece));
}

http::Response Office::send(const std::vector<Part>& parts, std::string path, world::Browser::Fields headers) {
    if (path.empty()) path = "/tjenester/api/forsendelse/v1/sendForsendelse";
    return ask("POST", path, multipart(parts), multipart_type, basic("avsender", secret), std::move(headers));
}

std::string Office::sent(std::string_view title, std::string_view more) {
    const auto answer = send({metadata(letter(title, {"brev.pdf"}, more)), file("brev.pdf")});
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto value = json::parse(answer.body);
    return value ? std::string{value->text_of("id")} : std::string{};
}

const crypto::CmsKey& receivers_key() {
    static const auto key = crypto::make_cms_key("Mottak", 1);
    return key;
}

std::string Office::sent_to_organisation(std::string_view title, std::string_view more) {
    const auto letter =
        fmt::format(R"({{"tittel":"{}","mottaker":{{"postAdresse":{{"navn":"Eksempel","postNummer":"0010",)"
                    R"("postSted":"OSLO"}},"digitalAdresse":{{"organisasjonsNummer":"971032146"}}}},)"
                    R"("dokumenter":[{{"filnavn":"først.pdf","mimeType":"application/pdf"}},)"
                    R"({{"filnavn":"annet.pdf","mimeType":"application/pdf"}}]{}}})",
                    title, more);
    const auto answer =
        send({metadata(letter), file("først.pdf", pdf_saying("en")), file("annet.pdf", pdf_saying("to"))});
    EXPECT_EQ(answer.status, 200) << answer.body;
    work();
    return std::string{json::parse(answer.body)->text_of("id")};
}

void Office::work() {
    jobs::Runner runner{world.services, {}, dispatch::job_handlers(office), {}};
    const auto done = runner.run_due();
    EXPECT_TRUE(done) << describe(done.error());
}

std::string Office::status_of(const std::string& id) {
    const auto answer = ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/status");
    const auto value = json::parse(answer.body);
    return value ? std::string{value->text_of("status")} : std::string{};
}

std::optional<dispatch::Dispatch> Office::stored(const std::string& id) {
    const auto lease = world.database->reader();
    const auto found = dispatch::store::find(**lease, *dispatch::DispatchId::parse(id));
    EXPECT_TRUE(found);
    return *found;
}

} // namespace post
