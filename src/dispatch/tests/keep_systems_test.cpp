// An organisation's own people open, change and close what it sends and fetches with; nobody else's.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/post_system.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

class KeepSystems : public post::Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    Principal keeper = keeper_of(ks.to_string());

    static Principal keeper_of(const std::string& organisation) {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = organisation;
        somebody.grants = {{std::string{dispatch::right::keep_systems.name}, organisation}};
        return somebody;
    }
    json::Value told(std::string_view path, std::string_view json, int status = 201) {
        const auto answer = browser.send_json("POST", path, json, keeper);
        EXPECT_EQ(answer.status, status) << answer.body;
        const auto value = json::parse(answer.body);
        return value ? *value : json::Value{};
    }
    /// The codes of a refusal, each with its place.
    std::vector<std::string> faults(std::string_view path, std::string_view json) {
        const auto answer = browser.send_json("POST", path, json, keeper);
        EXPECT_GE(answer.status, 400) << answer.body;
        std::vector<std::string> all;
        const auto value = json::parse(answer.body);
        if (!value) return all;
        all.emplace_back(value->text_of("code"));
        const auto* errors = value->find("errors");
        if (errors == nullptr || errors->array() == nullptr) return all;
        for (const auto& each : *errors->array()) {
            all.emplace_back(std::string{each.text_of("pointer")} + " " + std::string{each.text_of("code")});
        }
        return all;
    }
    int asks_as(std::string_view name, std::string_view secret) {
        return ask("GET", "/dispatches/retention", {}, {}, post::basic(name, secret)).status;
    }
    std::string account(std::string_view user_name) {
        const auto opened =
            told("/post-systems/accounts", fmt::format(R"({{"name":"Barnehage","userName":"{}"}})", user_name));
        return std::string{opened.text_of("url")};
    }
    static std::string receiver_json(std::string_view user_name, std::string_view more = {}) {
        std::string pem;
        for (const char letter : post::receivers_key().certificate_pem)
            letter == '\n' ? pem += "\\n" : pem += letter;
        return fmt::format(R"({{"name":"Postmottak","userName":"{}","certificate":"{}"{}}})", user_name, pem, more);
    }
    std::int64_t told_of(std::string_view type) {
        const auto lease = world.database->reader();
        const auto events = world.journal->after(**lease, 0, 1000);
        return std::ranges::count(*events, type, &journal::StoredEvent::type);
    }
};
EACH_DATABASE(KeepSystems);

bool has(const std::vector<std::string>& all, std::string_view one) {
    return std::ranges::find(all, one) != all.end();
}

} // namespace

TEST_P(KeepSystems, AnAccountIsOpenedAndItsSecretIsToldOnce) {
    const auto opened =
        told("/post-systems/accounts", R"({"name":"Barnehage","userName":"barnehage","retentionDays":30,)"
                                       R"("readDeadlineHours":16,"duplicateWindowHours":0})");
    const std::string secret{opened.text_of("secret")}, url{opened.text_of("url")};
    EXPECT_GE(secret.size(), 32U);
    EXPECT_EQ(asks_as("barnehage", secret), 200);
    EXPECT_EQ(ask("GET", "/dispatches/retention", {}, {}, post::basic("barnehage", secret)).body, R"({"days":30})");
    const auto shown = browser.get(url + ".json", keeper).body;
    EXPECT_EQ(shown.find(secret), std::string::npos);
    EXPECT_EQ(json::parse(shown)->find("terms")->integer_of("readDeadlineHours"), 16);
    EXPECT_NE(browser.get("/post-systems", keeper).body.find("Barnehage"), std::string::npos);
    const auto page = browser.get(url, keeper).body;
    EXPECT_NE(page.find("System-id"), std::string::npos);
    EXPECT_EQ(page.find("Forsendelses-id"), std::string::npos);
    EXPECT_EQ(told_of("dispatch.account_opened"), 2);
}

TEST_P(KeepSystems, AFormShowsTheSecretOnThePageThatAnswersItAlone) {
    const world::Browser::Fields form{{"name", "Barnehage"},          {"userName", "barnehage"},
                                      {"readDeadlineHours", "40"},    {"retentionDays", "90"},
                                      {"duplicateWindowHours", "24"}, {"requestKey", "en"}};
    const auto answer = browser.post("/post-systems/accounts", form, keeper);
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    EXPECT_NE(answer.body.find("Passordet vises bare nå"), std::string::npos);
    const auto again = browser.post("/post-systems/accounts", form, keeper);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body.find("Passordet vises bare nå"), std::string::npos);
}

TEST_P(KeepSystems, AnAccountSaysWhereItsLettersOnPaperGoBackTo) {
    const auto opened =
        told("/post-systems/accounts",
             R"({"name":"Barnehage","userName":"barnehage","returnAddress":"Servicegata 1\n0040 OSLO"})");
    const std::string url{opened.text_of("url")};
    const auto kept = [&] {
        return std::string{
            json::parse(browser.get(url + ".json", keeper).body)->find("terms")->text_of("returnAddress")};
    };
    EXPECT_EQ(kept(), "Servicegata 1\n0040 OSLO");
    EXPECT_NE(browser.get(url, keeper).body.find("Servicegata 1\n0040 OSLO</textarea>"), std::string::npos);
    const auto set = [&](std::string_view more) {
        return browser.send_json("POST", url + "/settings", fmt::format(R"({{"name":"Barnehage"{}}})", more), keeper);
    };
    EXPECT_EQ(set("").status, 204);
    EXPECT_EQ(kept(), "Servicegata 1\n0040 OSLO") << "a system that says nothing of it leaves it";
    EXPECT_EQ(set(R"(,"returnAddress":null)").status, 204);
    EXPECT_EQ(kept(), "");
    for (const auto& address : {std::string{"1\\n2\\n3\\n4\\n5"}, std::string(41, 'a')}) {
        const auto refused = set(fmt::format(R"(,"returnAddress":"{}")", address));
        EXPECT_EQ(refused.status, 422) << address;
        EXPECT_NE(refused.body.find("#/returnAddress"), std::string::npos) << refused.body;
    }
}

TEST_P(KeepSystems, AllFaultsAreToldAtOnceAndInPlace) {
    const auto found = faults("/post-systems/accounts", R"({"name":"Barnehage","userName":"Å:","readDeadlineHours":0,)"
                                                        R"("retentionDays":4000,"duplicateWindowHours":-1})");
    for (const auto* each :
         {"#/userName dispatch.user_name_faulty", "#/readDeadlineHours platform.number_out_of_range",
          "#/retentionDays platform.number_out_of_range", "#/duplicateWindowHours platform.number_out_of_range"}) {
        EXPECT_TRUE(has(found, each)) << each;
    }
    EXPECT_EQ(dispatch::user_name_faulty.name, "dispatch.user_name_faulty");
    account("barnehage");
    EXPECT_EQ(faults("/post-systems/accounts", R"({"name":"En til","userName":"barnehage"})").front(),
              dispatch::credential_taken.name);
    const auto form = browser.post("/post-systems/accounts", {{"name", "Barnehage"}, {"userName", "Å"}}, keeper);
    EXPECT_EQ(form.status, 422);
    EXPECT_NE(form.body.find("Brukernavnet må ha minst tre tegn"), std::string::npos);
}

TEST_P(KeepSystems, ANewSecretCountsBesidesTheOldOneForTheTimeSaid) {
    const auto opened = told("/post-systems/accounts", R"({"name":"Barnehage","userName":"barnehage"})");
    const std::string url{opened.text_of("url")}, old{opened.text_of("secret")};
    const auto changed = told(url + "/secret", R"({"overlapHours":2})", 200);
    const std::string fresh{changed.text_of("secret")};
    EXPECT_NE(changed.find("oldSecretUntil"), nullptr);
    EXPECT_EQ(asks_as("barnehage", old), 200);
    EXPECT_EQ(asks_as("barnehage", fresh), 200);
    world.clock.advance(std::chrono::hours{3});
    EXPECT_EQ(asks_as("barnehage", old), 401);
    EXPECT_EQ(asks_as("barnehage", fresh), 200);
    ASSERT_TRUE(dispatch::tend_post(office));
    const auto lease = world.database->reader();
    EXPECT_EQ((*lease)
                  ->query("SELECT count(*) FROM dispatch_credential WHERE previous_hash IS NOT NULL", {})
                  ->front()
                  .number(0),
              0);
    const auto at_once = told(url + "/secret", R"({"overlapHours":0})", 200);
    EXPECT_EQ(asks_as("barnehage", fresh), 401);
    EXPECT_EQ(asks_as("barnehage", at_once.text_of("secret")), 200);
    EXPECT_TRUE(
        has(faults(url + "/secret", R"({"overlapHours":1000})"), "#/overlapHours platform.number_out_of_range"));
    EXPECT_EQ(told_of("dispatch.secret_changed"), 2);
}

TEST_P(KeepSystems, AClosedAccountSendsNothingAndStaysClosed) {
    const auto opened = told("/post-systems/accounts", R"({"name":"Barnehage","userName":"barnehage"})");
    const std::string url{opened.text_of("url")}, secret{opened.text_of("secret")};
    EXPECT_EQ(asks_as("barnehage", secret), 200);
    EXPECT_EQ(browser.send_json("POST", url + "/closing", "{}", keeper).status, 204);
    EXPECT_EQ(asks_as("barnehage", secret), 401);
    EXPECT_EQ(faults(url + "/secret", R"({"overlapHours":1})").front(), dispatch::system_closed.name);
    EXPECT_EQ(faults(url + "/settings", R"({"name":"Nytt navn"})").front(), dispatch::system_closed.name);
    EXPECT_NE(browser.get(url, keeper).body.find("Lukket"), std::string::npos);
}

TEST_P(KeepSystems, AnIntegrationSendsForItsAccountsUntilTheyOrItAreClosed) {
    const auto url = account("barnehage");
    const auto id = url.substr(url.rfind('/') + 1);
    const auto opened =
        told("/post-systems/integrations",
             fmt::format(R"({{"name":"Fagsystem","consumerNumber":"971 032 146","accounts":["{}"]}})", id));
    const std::string own{opened.text_of("url")}, secret{opened.text_of("secret")};
    const auto headers = integration_headers(std::string{opened.text_of("userName")}, {}, secret);
    const auto search = [&] {
        return ask("POST", "/api/v2/kontoer/" + id + "/forsendelser/status-sok",
                   R"({"forsendelseIds":["0198c0de-0000-7000-8000-00000000c047"]})", "application/json", {}, headers)
            .status;
    };
    EXPECT_EQ(search(), 200);
    EXPECT_EQ(browser.send_json("POST", own + "/settings", R"({"accounts":[]})", keeper).status, 204);
    EXPECT_EQ(search(), 403);
    EXPECT_EQ(browser.send_json("POST", own + "/settings", fmt::format(R"({{"accounts":["{}"]}})", id), keeper).status,
              204);
    EXPECT_EQ(search(), 200);
    const std::string fresh{told(own + "/secret", R"({"overlapHours":0})", 200).text_of("secret")};
    EXPECT_EQ(search(), 401);
    const auto renewed = integration_headers(std::string{opened.text_of("userName")}, {}, fresh);
    EXPECT_EQ(browser.send_json("POST", url + "/closing", "{}", keeper).status, 204);
    EXPECT_EQ(ask("GET", "/api/v2/kontoer/" + id + "/forsendelser?eksternRef=x", {}, {}, {}, renewed).status, 403);
    EXPECT_EQ(ask("GET", "/api/v2/forsendelsestyper", {}, {}, {}, renewed).status, 403);
    EXPECT_EQ(browser.send_json("POST", own + "/closing", "{}", keeper).status, 204);
    EXPECT_EQ(ask("GET", "/api/v2/forsendelsestyper", {}, {}, {}, renewed).status, 401);
}

TEST_P(KeepSystems, AFaultInOneFormLeavesTheOthersOfThePageAsTheyStood) {
    const auto url = account("barnehage");
    const auto id = url.substr(url.rfind('/') + 1);
    const std::string own{
        told("/post-systems/integrations",
             fmt::format(R"({{"name":"Fagsystem","consumerNumber":"971032146","accounts":["{}"]}})", id))
            .text_of("url")};
    const auto ticked = [&](const std::string& page) {
        const auto box = page.find(fmt::format("value=\"{}\"", id));
        return box != std::string::npos &&
               page.substr(box, page.find('>', box) - box).find("checked") != std::string::npos;
    };
    EXPECT_TRUE(ticked(browser.get(own, keeper).body));
    const auto secret = browser.post(own + "/secret", {{"overlapHours", "mange"}}, keeper);
    EXPECT_EQ(secret.status, 422);
    EXPECT_TRUE(ticked(secret.body)) << "else saving would close the account to it";
    const auto settings = browser.post(own + "/settings", {{"requestsPerMinute", "mange"}}, keeper);
    EXPECT_EQ(settings.status, 422);
    EXPECT_FALSE(ticked(settings.body)) << "that is what was sent";
}

TEST_P(KeepSystems, AnIntegrationIsGivenNoAccountOfOthers) {
    const auto found = faults("/post-systems/integrations", R"({"name":"Fagsystem","consumerNumber":"1","accounts":[)"
                                                            R"("0198c0de-0000-7000-8000-00000000c047"]})");
    EXPECT_TRUE(has(found, "#/accounts/0 dispatch.system_not_found"));
    EXPECT_EQ(found.size(), 3U);
}

TEST_P(KeepSystems, AReceiverFetchesWithItsCertificateUntilItIsClosed) {
    const auto opened = told("/post-systems/receivers", receiver_json("postmottak"));
    const std::string url{opened.text_of("url")}, secret{opened.text_of("secret")};
    const auto id = sent_to_organisation("Til systemet");
    EXPECT_EQ(status_of(id), "KLAR_FOR_MOTTAK");
    const auto list = [&] {
        return ask("GET", "/tjenester/svarinn/mottaker/hentNyeForsendelser", {}, {}, post::basic("postmottak", secret));
    };
    EXPECT_NE(list().body.find(id), std::string::npos);
    EXPECT_EQ(faults("/post-systems/receivers", receiver_json("et-til")).front(), dispatch::address_taken.name);
    EXPECT_EQ(browser.send_json("POST", url + "/closing", "{}", keeper).status, 204);
    EXPECT_EQ(list().status, 401);
    ASSERT_TRUE(dispatch::tend_post(office));
    EXPECT_NE(status_of(id), "KLAR_FOR_MOTTAK");
    told("/post-systems/receivers", receiver_json("et-til"));
}

TEST_P(KeepSystems, APrivateKeyIsNeverKept) {
    const auto found = faults("/post-systems/receivers",
                              R"({"name":"Mottak","userName":"mottak","certificate":"-----BEGIN PRIVATE KEY-----",)"
                              R"("level":7})");
    EXPECT_TRUE(has(found, "#/certificate dispatch.private_key_given"));
    EXPECT_EQ(dispatch::private_key_given.name, "dispatch.private_key_given");
    EXPECT_TRUE(has(found, "#/certificate platform.certificate_unusable"));
    EXPECT_TRUE(has(found, "#/level platform.number_out_of_range"));
}

TEST_P(KeepSystems, NobodySeesOrChangesThoseOfOthers) {
    const auto url = account("barnehage");
    const auto other = keeper_of("0198c0de-0000-7000-8000-00000000c048");
    EXPECT_EQ(browser.get(url, other).status, 404);
    EXPECT_TRUE(browser.get("/post-systems.json", other).body.starts_with(R"({"systems":[],)"));
    for (const auto* verb : {"/secret", "/closing", "/settings"}) {
        const auto answer = browser.send_json("POST", url + verb, R"({"name":"Mitt"})", other);
        EXPECT_NE(answer.status, 204) << verb;
        EXPECT_NE(answer.status, 200) << verb;
    }
    EXPECT_EQ(json::parse(browser.send_json("POST", url + "/closing", "{}", other).body)->text_of("code"),
              dispatch::system_not_found.name);
    auto stranger = keeper;
    stranger.grants.clear();
    EXPECT_EQ(browser.get("/post-systems", stranger).status, 403);
}

TEST_P(KeepSystems, AnOrganisationHasOnlySoMany) {
    const auto filled = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        for (std::int64_t i = 0; i < dispatch::systems_max; ++i) {
            const auto id = dispatch::AccountId::make(world.clock.now(), *world.random);
            TRY(dispatch::store::insert(transaction, dispatch::Account{id, "x", ks, {}, true, world.clock.now()}));
        }
        return {};
    });
    ASSERT_TRUE(filled);
    EXPECT_EQ(faults("/post-systems/accounts", R"({"name":"En til","userName":"en-til"})").front(),
              dispatch::too_many_systems.name);
}

TEST_P(KeepSystems, AReceiverNeedsAnOrganisationWithANumber) {
    const auto unnumbered = world.database->write([&](db::Transaction& transaction) {
        const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
        return directory::register_organisation(transaction, doer,
                                                {.kind = directory::OrganisationKind::company, .name = "Uten nummer"});
    });
    ASSERT_TRUE(unnumbered);
    keeper = keeper_of(unnumbered->to_string());
    EXPECT_EQ(faults("/post-systems/receivers", receiver_json("mottak")).front(),
              dispatch::organisation_unnumbered.name);
}
