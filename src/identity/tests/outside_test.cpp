#include "identity/actions/provider_login.hpp"
#include "identity/domain/machine_token.hpp"
#include "identity/tests/builders.hpp"
#include "identity/texts.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/testing/browser.hpp"
#include "platform/testing/line_server.hpp"
#include "platform/texts.hpp"

using namespace identity;
using namespace identity::tests;

static std::string http_answer(int status, const std::string& body) {
    return fmt::format(
        "HTTP/1.1 {} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}", status,
        body.size(), body);
}

/// A party outside that says the same to everybody.
static std::function<void(world::Conversation&)> always(int status, std::string body) {
    return [status, body = std::move(body)](world::Conversation& client) {
        while (const auto line = client.line()) {
            if (*line == "\r\n") break;
        }
        client.say(http_answer(status, body));
    };
}

static std::string address(const world::LineServer& server) {
    return fmt::format("http://127.0.0.1:{}", server.port());
}

class OutsideWorld : public ::testing::TestWithParam<db::Dialect> {
protected:
    world::World world{GetParam(), {&platform::text::catalogue, &identity::text::catalogue}};
    Outside outside{{},
                    {},
                    {},
                    crypto::Key::make(*world.random),
                    std::make_unique<IssuerKeys>("", world.clock),
                    std::make_unique<IssuerKeys>("", world.clock)};
    template <class T>
    static std::string refused(const Result<T>& result) {
        return result ? "accepted" : std::string{result.error().code};
    }
};
EACH_DATABASE(OutsideWorld);

// --- Machines ---

TEST_P(OutsideWorld, TakesNoTokensWithoutAnIssuer) {
    EXPECT_EQ(refused(authenticate_machine(world.services, outside, "a.b.c")), "identity.tokens_not_taken");
}

TEST_P(OutsideWorld, KnowsASystemByTheKeysOfItsIssuer) {
    const auto key = crypto::make_signing_key("RSA", "one");
    world::LineServer issuer{
        always(200, json::to_string(json::Object{{"keys", json::Array{crypto::public_part(key)}}}))};
    outside.machine = {"https://issuer.example", address(issuer), ""};
    outside.machine_keys->set_url(address(issuer));
    const auto now = std::chrono::floor<std::chrono::seconds>(world.clock.now()).time_since_epoch().count();
    const json::Value claims =
        json::Object{{"iss", "https://issuer.example"},
                     {"exp", now + 60},
                     {"iat", now},
                     {"scope", "samband:cases.write"},
                     {"consumer", json::Object{{"authority", "iso6523-actorid-upis"}, {"ID", "0192:971032081"}}}};
    const auto token = *crypto::sign_token(claims, key, "RS256");

    EXPECT_EQ(refused(authenticate_machine(world.services, outside, token)), "identity.organisation_unknown");
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return directory::register_organisation(
            transaction, doer(world), {.name = "Prøve AS", .organisation_number = "971032081", .is_invented = true});
    }));
    const auto principal = authenticate_machine(world.services, outside, token);
    ASSERT_TRUE(principal) << describe(principal.error());
    EXPECT_EQ(principal->kind, PrincipalKind::client);
    EXPECT_TRUE(principal->may(Right{"governance.plan_case"}, principal->organisation_id));
    EXPECT_FALSE(principal->may(Right{"governance.plan_case"}));
}

/// An issuer whose key can be exchanged; says how often it was asked.
class RotatingIssuer {
public:
    RotatingIssuer() : server_{[this](world::Conversation& client) { answer(client); }} {}
    [[nodiscard]] std::string url() const { return address(server_); }
    [[nodiscard]] std::string token() {
        const std::lock_guard lock{mutex_};
        return *crypto::sign_token(json::Object{{"sub", "x"}}, key_, "RS256");
    }
    void exchange(std::string_view key_id) {
        const std::lock_guard lock{mutex_};
        key_ = crypto::make_signing_key("RSA", key_id);
    }
    std::atomic<int> asked = 0;
    std::atomic<bool> is_away = false;

private:
    void answer(world::Conversation& client) {
        ++asked;
        const std::lock_guard lock{mutex_};
        const json::Value keys = json::Object{{"keys", json::Array{crypto::public_part(key_)}}};
        always(is_away ? 503 : 200, json::to_string(keys))(client);
    }
    std::mutex mutex_;
    json::Value key_ = crypto::make_signing_key("RSA", "first");
    world::LineServer server_;
};

TEST_P(OutsideWorld, AsksTheIssuerAgainForAKeyItDoesNotKnowButOnceAMinute) {
    RotatingIssuer issuer;
    IssuerKeys keys{issuer.url(), world.clock};
    ASSERT_TRUE(keys.verify(issuer.token()));
    issuer.exchange("second");
    EXPECT_TRUE(keys.verify(issuer.token())) << "a new key, a moment after the first was fetched";
    issuer.exchange("third");
    EXPECT_FALSE(keys.verify(issuer.token())) << "a minute has not passed since it was asked again";
    world.clock.advance(std::chrono::seconds{61});
    EXPECT_TRUE(keys.verify(issuer.token()));
    EXPECT_EQ(issuer.asked, 3);
}

TEST_P(OutsideWorld, BelievesAWithdrawnKeyForAnHourAtMost) {
    RotatingIssuer issuer;
    IssuerKeys keys{issuer.url(), world.clock};
    const auto token = issuer.token();
    ASSERT_TRUE(keys.verify(token));
    issuer.exchange("second");
    world.clock.advance(std::chrono::minutes{59});
    EXPECT_TRUE(keys.verify(token));
    world.clock.advance(std::chrono::minutes{2});
    EXPECT_EQ(refused(keys.verify(token)), "platform.token_key_unknown");
}

TEST_P(OutsideWorld, GoesOnWithTheKeysItHasWhileTheIssuerIsAway) {
    RotatingIssuer issuer;
    IssuerKeys keys{issuer.url(), world.clock};
    ASSERT_TRUE(keys.verify(issuer.token()));
    issuer.is_away = true;
    world.clock.advance(std::chrono::hours{2});
    EXPECT_TRUE(keys.verify(issuer.token()));
    EXPECT_TRUE(keys.verify(issuer.token()));
    EXPECT_EQ(issuer.asked, 2) << "and it is left alone for a minute";
}

TEST_P(OutsideWorld, ForgetsTheKeysOfAnAddressThatIsLeft) {
    RotatingIssuer old_issuer, new_issuer;
    new_issuer.exchange("first");
    IssuerKeys keys{old_issuer.url(), world.clock};
    ASSERT_TRUE(keys.verify(old_issuer.token()));
    keys.set_url(new_issuer.url());
    EXPECT_TRUE(keys.verify(new_issuer.token()));
    EXPECT_EQ(refused(keys.verify(old_issuer.token())), "platform.token_signature_wrong");
}

// --- The provider ---

TEST_P(OutsideWorld, CannotBeginLoggingInWithoutAProvider) {
    EXPECT_EQ(refused(discover({})), "identity.provider_missing");
}

TEST_P(OutsideWorld, SaysWhatIsWrongWithAProvidersAnswer) {
    for (const auto& [status, body] :
         {std::pair<int, std::string>{500, "{}"}, {200, "no json"}, {200, R"({"issuer":"https://other.example"})"}}) {
        world::LineServer provider{always(status, body)};
        EXPECT_EQ(refused(discover({.issuer = address(provider)})), "identity.provider_answer_faulty");
    }
}

TEST_P(OutsideWorld, FindsItsDepartureAgainForTenMinutes) {
    const auto departure = make_departure(*world.random, world.clock.now(), "/cases", "idporten-loa-substantial");
    const auto cookie = sealed(outside, departure, *world.random);

    EXPECT_EQ(opened(outside, cookie, world.clock.now())->return_path, "/cases");
    EXPECT_EQ(refused(opened(outside, cookie, world.clock.now() + std::chrono::minutes{11})),
              "identity.login_not_begun");
    EXPECT_EQ(refused(opened(outside, "", world.clock.now())), "identity.login_not_begun");
    EXPECT_EQ(refused(opened(outside, cookie.substr(1), world.clock.now())), "identity.login_not_begun");
}

TEST_P(OutsideWorld, AsksForTheHighestLevelInTheWordsOfTheProvider) {
    EXPECT_EQ(high_of_family("idporten-loa-substantial"), "idporten-loa-high");
    EXPECT_EQ(high_of_family("Level3"), "Level4");
    EXPECT_EQ(high_of_family("substantial"), "high");
    const auto without = make_departure(*world.random, world.clock.now(), "/", "");
    EXPECT_EQ(refused(opened(outside, sealed(outside, without, *world.random), world.clock.now())),
              "identity.login_not_begun");
}

TEST_P(OutsideWorld, TakesNoForAnAnswer) {
    world::LineServer provider{always(400, R"({"error":"invalid_grant"})")};
    const auto departure = make_departure(*world.random, world.clock.now(), "/", "idporten-loa-substantial");
    const auto traded = trade_code(outside, {"", address(provider), "", "", false}, departure, "code",
                                   "https://x/login/return", world.clock.now());
    EXPECT_EQ(refused(traded), "identity.login_refused");
}

TEST_P(OutsideWorld, WelcomesNobodyWithoutAnIdentityNumber) {
    EXPECT_EQ(refused(welcome(world.services, outside, {})), "identity.identity_number_missing");
}

TEST_P(OutsideWorld, KnowsThePersonAgainTheSecondTime) {
    Identified identified;
    identified.claims.identity_number = "13097248022"; // one of the tax authority's published test numbers
    const auto first = welcome(world.services, outside, identified);
    ASSERT_TRUE(first) << describe(first.error());
    EXPECT_EQ(welcome(world.services, outside, identified)->person_id, first->person_id);
}

TEST_P(OutsideWorld, SendsTheBrowserAwayWithEverythingThatMakesTheAnswerOurs) {
    const auto departure = make_departure(*world.random, world.clock.now(), "/", "idporten-loa-substantial");
    const auto sent = departure_address({"https://p.example/authorize", "", "", "", false}, {.client_id = "c d"},
                                        departure, "https://x/login/return", "nb");
    for (const auto* part : {"response_type=code", "code_challenge_method=S256",
                             "code_challenge=", "nonce=", "state=", "redirect_uri=https%3A%2F%2Fx%2Flogin%2Freturn"}) {
        EXPECT_NE(sent.find(part), std::string::npos) << part << " in " << sent;
    }
    EXPECT_EQ(sent.find(departure.verifier), std::string::npos) << "only its digest leaves";
    EXPECT_NE(sent.find("acr_values=idporten-loa-substantial"), std::string::npos) << sent;
    EXPECT_EQ(sent.find("authorization_details"), std::string::npos) << "ID-porten knows no such thing";
    const auto asking =
        departure_address({"https://p.example/authorize", "", "", "", false},
                          {.altinn_services = "urn:altinn:resource:2480:40  urn:altinn:resource:3906:1"}, departure,
                          "https://x/login/return", "nb");
    EXPECT_NE(asking.find("authorization_details="), std::string::npos);
    EXPECT_NE(asking.find("3906"), std::string::npos);
}

TEST_P(OutsideWorld, AsksAltinnAboutThePostTooAndForOneKindOfServices) {
    ProviderOptions options{.altinn_services = "urn:altinn:resource:samband-tale",
                            .altinn_post_services = "urn:altinn:resource:samband-post"};
    const auto departure = make_departure(*world.random, world.clock.now(), "/", "substantial");
    const auto sent = departure_address({"https://p.example/authorize", "", "", "", false}, options, departure,
                                        "https://x/login/return", "nb");
    EXPECT_NE(sent.find("samband-tale"), std::string::npos) << sent;
    EXPECT_NE(sent.find("samband-post"), std::string::npos) << sent;
    EXPECT_NE(sent.find("ansattporten%3Aaltinn%3Aresource"), std::string::npos) << sent;
    EXPECT_EQ(sent.find("ansattporten%3Aaltinn%3Aservice"), std::string::npos) << sent;
    EXPECT_TRUE(asks_for_one_kind(options));
    EXPECT_TRUE(asks_for_one_kind({}));
    options.altinn_services = "urn:altinn:resource:2480:40";
    EXPECT_FALSE(asks_for_one_kind(options));
}

// --- What Altinn lets somebody be ---

/// The roles that somebody has after a log-in where Altinn named them for these services.
std::vector<Role> roles_after(world::World& world, Outside& outside, const std::vector<std::string>& services) {
    Identified identified;
    identified.claims.identity_number = "13097248022"; // one of the tax authority's published test numbers
    for (const auto& service : services)
        identified.claims.represented.push_back({"971032146", "Eksempel", service});
    const auto arrival = welcome(world.services, outside, identified);
    EXPECT_TRUE(arrival) << describe(arrival.error());
    std::vector<Role> roles;
    for (const auto& each : held(world, arrival->person_id, to_string(norwegian_date(world.clock.now()))))
        roles.push_back(each.role);
    std::ranges::sort(roles);
    return roles;
}

TEST_P(OutsideWorld, LetsAPostClerkTendThePostAndNothingElse) {
    given_organisation(world, "971032146");
    outside.provider.altinn_services = "urn:altinn:resource:samband-tale";
    outside.provider.altinn_post_services = "urn:altinn:resource:samband-post urn:altinn:resource:samband-tale";
    EXPECT_EQ(roles_after(world, outside, {"urn:altinn:resource:noe-annet", ""}), std::vector<Role>{})
        << "what was not asked for counts for nothing";
    const std::vector post{Role::post_clerk};
    EXPECT_EQ(roles_after(world, outside, {"urn:altinn:resource:samband-post"}), post);
    EXPECT_EQ(roles_after(world, outside, {"urn:altinn:resource:samband-post"}), post) << "once a day";
    const std::vector both{Role::representative, Role::post_clerk};
    EXPECT_EQ(roles_after(world, outside, {"urn:altinn:resource:samband-tale"}), both) << "the wider is given beside";
    for (const auto& right : line_of(Role::post_clerk).rights) {
        EXPECT_TRUE(right.name.starts_with("dispatch.")) << right.name;
        EXPECT_NE(right.name, "dispatch.keep_systems") << "the systems' secrets are others' to keep";
        EXPECT_NE(right.name, "dispatch.answer_post") << "who reads the post does not speak for the organisation";
    }
}

TEST_P(OutsideWorld, GivesTheWiderRoleAloneToWhoHasBoth) {
    given_organisation(world, "971032146");
    outside.provider.altinn_services = "urn:altinn:resource:samband-tale";
    outside.provider.altinn_post_services = "urn:altinn:resource:samband-post";
    EXPECT_EQ(roles_after(world, outside, {"urn:altinn:resource:samband-post", "urn:altinn:resource:samband-tale"}),
              std::vector{Role::representative});
}

// --- Pages ---

TEST_P(OutsideWorld, LetsNobodyChooseAPersonWhereItIsNoDemonstration) {
    const auto person = given_person(world, "Kari Prøve");
    const Options options;
    world::Browser browser{world, [&](http::Router& router) { add_routes(router, options, outside, world.services); }};
    const auto answer =
        browser.send_json("POST", "/login/demonstration", fmt::format(R"({{"personId":"{}"}})", person.to_string()));
    EXPECT_EQ(answer.status, 403);
    EXPECT_NE(answer.body.find("identity.person_not_invented"), std::string::npos);
}

TEST_P(OutsideWorld, ShowsTheTableOfRightsToEverybodyAndMyPageToTheLoggedIn) {
    world::Browser browser{world, [&](http::Router& router) { add_routes(router, {}, outside, world.services); }};
    EXPECT_EQ(browser.get("/rights").status, 200);
    EXPECT_EQ(browser.get("/me", world::anonymous()).status, 303);
    EXPECT_EQ(browser.get("/me.json", world::anonymous()).status, 401);
    auto somebody = world::World::person("Kari Prøve", {});
    somebody.id = given_person(world, "Kari Prøve").to_string();
    EXPECT_EQ(browser.get("/me", somebody).status, 200);
}
