// The registers for development speak as the real ones: our own clients read them.
#include "registers/development.hpp"

#include "platform/errors.hpp"
#include "platform/http/router.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"
#include "registers/domain/contact_answer.hpp"
#include "registers/errors.hpp"
#include "registers/text_message.hpp"
#include "registers/texts.hpp"

namespace {

class Development : public ::testing::Test {
protected:
    static registers::Development::Sources sources() {
        registers::Development::Sources sources;
        sources.verify = [](std::string_view token) -> Result<json::Value> {
            if (token == "none") return platform::token_signature_wrong.error();
            return json::Value{json::Object{{"scope", "openid " + std::string{token}}}};
        };
        sources.organisation = [](db::Reader&, std::string_view number) {
            using Found = std::optional<registers::RegisteredOrganisation>;
            if (number != "971032146") return Result<Found>{Found{}};
            registers::RegisteredAddress address{{"Gata 1"}, "0010", "OSLO", {}};
            return Result<Found>{Found{registers::RegisteredOrganisation{"EKSEMPEL", false, std::move(address)}}};
        };
        sources.gateway_secret = "hemmelig";
        return sources;
    }
    static std::string question(std::string_view number) {
        return fmt::format(R"({{"personidentifikatorer":["{}"]}})", number);
    }
    std::string told(std::string_view number) {
        const auto answer = development.contacts(contact_token, question(number));
        EXPECT_TRUE(answer);
        return json::to_string(*answer);
    }
    static constexpr std::string_view contact_token = "Bearer krr:global/kontaktinformasjon.read";
    registers::Development development{sources()};
    world::World world{db::Dialect::sqlite, {&platform::text::catalogue, &registers::text::catalogue}};
};

} // namespace

TEST_F(Development, AnswersWhatTheClientReads) {
    const std::vector<std::string> numbers{"26878810189", "14826112027", "03918312063", "13814520077"};
    std::vector<registers::Contact> contacts;
    for (const auto& number : numbers)
        contacts.push_back(registers::contacts_in(told(number), {&number, 1})->front());
    EXPECT_EQ(contacts[0].mobile, "+4700000001");
    EXPECT_EQ(contacts[0].language, "nn");
    EXPECT_TRUE(contacts[1].is_reserved);
    EXPECT_TRUE(contacts[2].is_registered);
    EXPECT_EQ(contacts[2].mail, "");
    EXPECT_FALSE(contacts[3].is_registered);
}

TEST_F(Development, ShowsNoMoreThanTheTokenOpens) {
    const auto answer = development.contacts("Bearer krr:global/digitalpost.read", question("26878810189"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(json::to_string(*answer).find("kontaktinformasjon"), std::string::npos);
    for (const auto* refused : {"", "Basic abc", "Bearer none", "Bearer krr:global/annet"}) {
        const auto nothing = development.contacts(refused, question("26878810189"));
        ASSERT_FALSE(nothing) << refused;
        EXPECT_EQ(nothing.error().code, registers::token_refused.name);
    }
}

TEST_F(Development, ShowsGuardiansToThoseWhoMayKnowAndOnlyThePartsAskedFor) {
    constexpr std::string_view token = "Bearer folkeregister:deling/offentligmedhjemmel", ward = "03918312063";
    const auto answer = development.person(token, ward, {"vergemaalEllerFremtidsfullmakt"});
    ASSERT_TRUE(answer);
    EXPECT_NE(answer->find("vergemaalEllerFremtidsfullmakt"), nullptr);
    EXPECT_EQ(answer->find("navn"), nullptr);
    EXPECT_EQ(development.person(token, "26878810189", {}).error().code, registers::person_missing.name);
    for (const auto* refused : {"", "Bearer none", "Bearer krr:global/kontaktinformasjon.read"}) {
        EXPECT_EQ(development.person(refused, ward, {}).error().code, registers::token_refused.name) << refused;
    }
}

TEST_F(Development, RefusesQuestionsThatAreNone) {
    std::string many = R"({"personidentifikatorer":["1")";
    for (int i = 0; i < 1000; ++i)
        many += R"(,"1")";
    for (const auto& odd : {std::string{}, std::string{"{}"}, std::string{R"({"personidentifikatorer":[]})"},
                            std::string{R"({"personidentifikatorer":[1]})"}, many + "]}"}) {
        const auto answer = development.contacts(contact_token, odd);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, registers::question_faulty.name);
    }
}

TEST_F(Development, KeepsEachTextMessageOnceAndTheNewestOnly) {
    const auto take = [&](const std::string& id) {
        return development.take_text_message("hemmelig", fmt::format(R"({{"id":"{}","to":"+4700000001"}})", id),
                                             world.clock.now());
    };
    for (int i = 0; i < 60; ++i) {
        ASSERT_TRUE(take(std::to_string(i)));
        ASSERT_TRUE(take(std::to_string(i)));
    }
    const auto kept = development.text_messages();
    ASSERT_EQ(kept.size(), 50U);
    EXPECT_EQ(kept.front().id, "59");
    const auto now = world.clock.now();
    EXPECT_EQ(development.take_text_message("gal", "{}", now).error().code, registers::token_refused.name);
    EXPECT_EQ(development.take_text_message("hemmelig", "{}", now).error().code, registers::question_faulty.name);
}

TEST_F(Development, StandsAtTheAddressesOfTheProtocols) {
    world::Browser browser{world,
                           [this](http::Router& routes) { registers::add_development_routes(routes, development); }};
    const auto found = browser.get("/development/organisation-register/enheter/971032146");
    EXPECT_EQ(found.status, 200);
    EXPECT_EQ(json::parse(found.body)->find("postadresse")->text_of("poststed"), "OSLO");
    const auto missing = browser.get("/development/organisation-register/enheter/974760673");
    EXPECT_EQ(missing.status, 404) << registers::organisation_missing.name;
    EXPECT_NE(browser.get("/development/text-messages").body.find("Ingen meldinger"), std::string::npos);
    ASSERT_TRUE(
        development.take_text_message("hemmelig", R"({"id":"7","to":"+4700000001","text":"Hei"})", world.clock.now()));
    EXPECT_NE(browser.get("/development/text-messages").body.find("Hei"), std::string::npos);
    EXPECT_EQ(json::parse(browser.get("/development/text-messages.json").body)
                  ->find("messages")
                  ->array()
                  ->front()
                  .text_of("to"),
              "+4700000001");
}
