// From v1 to v3 by machine: name, secret and token give an integration.
#include "dispatch/store/integration_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/password.hpp"
#include "platform/errors.hpp"

namespace {

constexpr std::string_view way_over = "/svarut-konfigurasjon/api/v1/migrering/integrasjoner";

class Migrating : public post::Office {
protected:
    Migrating() {
        office.token_consumer = [](std::string_view token) -> Result<std::string> {
            if (token == "gyldig") return std::string{"971032146"};
            return platform::not_logged_in.error();
        };
    }
    http::Response asked(std::string body) { return ask("POST", way_over, std::move(body), "application/json"); }
    json::Value migrated() {
        const auto answer = asked(R"({"maskinportenToken":"gyldig"})");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return *json::parse(answer.body);
    }
    std::optional<dispatch::Integration> integration_in(const json::Value& answer) {
        auto reader = *world.database->reader();
        return *dispatch::store::integration(*reader, *dispatch::IntegrationId::parse(answer.text_of("id")));
    }
};
EACH_DATABASE(Migrating);

} // namespace

TEST_P(Migrating, GivesAnIntegrationThatSendsForTheAccount) {
    const auto answer = migrated();
    const auto made = integration_in(answer);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->consumer_number, "971032146");
    ASSERT_EQ(made->accounts.size(), 1U);
    EXPECT_EQ(made->accounts.front().to_string(), answer.text_of("kontoId"));
    EXPECT_TRUE(crypto::is_password(answer.text_of("passord"), made->secret_hash));
    EXPECT_EQ(send({post::metadata(letter("Fortsatt v1")), post::file("brev.pdf")}).status, 200)
        << "the old way goes on until its owner ends it";
}

TEST_P(Migrating, AskedAgainGivesANewPasswordForTheSameIntegration) {
    const auto first = migrated();
    const auto second = migrated();
    EXPECT_EQ(first.text_of("id"), second.text_of("id"));
    EXPECT_NE(first.text_of("passord"), second.text_of("passord"));
    EXPECT_TRUE(crypto::is_password(second.text_of("passord"), integration_in(second)->secret_hash));
}

TEST_P(Migrating, NeedsBothTheSecretAndAToken) {
    EXPECT_EQ(ask("POST", way_over, R"({"maskinportenToken":"gyldig"})", "application/json",
                  post::basic("avsender", "feil-hemmelighet-her"))
                  .status,
              401);
    EXPECT_EQ(asked(R"({"maskinportenToken":"utløpt"})").status, 401);
    const auto without = asked("{}");
    EXPECT_EQ(without.status, 400) << without.body;
    EXPECT_NE(without.body.find("maskinportenToken"), std::string::npos) << without.body;
}
