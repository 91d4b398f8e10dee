// The register of organisations: who exists, who no longer does, and that nobody is asked about twice for nothing.
#include "registers/organisation_register.hpp"

#include "platform/errors.hpp"
#include "registers/errors.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

class OrganisationRegister : public ::testing::Test {
protected:
    ManualClock clock{Instant{1'772'614'800s}};
    Result<net::Answer> answer(const net::Request& request) {
        asked.push_back(request.url);
        if (const auto known = answers.find(request.url.substr(request.url.find("/api/") + 5));
            known != answers.end()) {
            return known->second;
        }
        return net::Answer{status, {}, {}};
    }
    registers::OrganisationRegister organisations{"https://register.example/api", clock,
                                                  [this](const net::Request& request) { return answer(request); }};
    std::vector<std::string> asked;
    std::map<std::string, net::Answer> answers;
    int status = 404;
};

} // namespace

TEST_F(OrganisationRegister, GivesNameAndPostalAddress) {
    answers["enheter/971032146"] = {200,
                                    R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL",)"
                                    R"("postadresse":{"land":"Norge","landkode":"NO","postnummer":"0010",)"
                                    R"("poststed":"OSLO","adresse":["Postboks 1","","c/o Kari","tre","fire"]},)"
                                    R"("forretningsadresse":{"poststed":"BERGEN"}})",
                                    {}};
    const auto found = organisations.find("971032146");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->name, "EKSEMPEL");
    EXPECT_FALSE((*found)->is_deleted);
    ASSERT_TRUE((*found)->address);
    EXPECT_EQ((*found)->address->lines, (std::vector<std::string>{"Postboks 1", "c/o Kari", "tre"}));
    EXPECT_EQ((*found)->address->postal_code, "0010");
    EXPECT_EQ((*found)->address->town, "OSLO");
    EXPECT_EQ((*found)->address->country, "");
}

TEST_F(OrganisationRegister, FindsSubUnitsAndWhatLiesAbroad) {
    answers["underenheter/971032146"] = {
        200,
        R"({"organisasjonsnummer":"971032146","navn":"AVDELING","beliggenhetsadresse":)"
        R"({"land":"Sverige","landkode":"SE","poststed":"STOCKHOLM","adresse":["G 1"]}})",
        {}};
    const auto found = organisations.find("971032146");
    ASSERT_TRUE(found && *found && (*found)->address);
    EXPECT_EQ((*found)->address->country, "Sverige");
    EXPECT_EQ(asked.size(), 2U);
}

TEST_F(OrganisationRegister, KnowsWhoIsDeletedAndWhoNeverWas) {
    answers["enheter/971032146"] = {
        200, R"({"organisasjonsnummer":"971032146","navn":"BORTE","slettedato":"2024-01-01"})", {}};
    answers["enheter/974760673"] = {410, {}, {}};
    EXPECT_TRUE((*organisations.find("971032146"))->is_deleted);
    EXPECT_TRUE((*organisations.find("974760673"))->is_deleted);
    EXPECT_FALSE(*organisations.find("938712441"));
}

TEST_F(OrganisationRegister, KeepsAnswersForAWhileAndFailuresNot) {
    answers["enheter/971032146"] = {200, R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL"})", {}};
    EXPECT_TRUE(*organisations.find("971032146"));
    clock.advance(23h);
    EXPECT_TRUE(*organisations.find("971032146"));
    EXPECT_EQ(asked.size(), 1U);
    clock.advance(2h);
    EXPECT_TRUE(*organisations.find("971032146"));
    EXPECT_EQ(asked.size(), 2U);

    EXPECT_FALSE(*organisations.find("938712441"));
    clock.advance(59min);
    EXPECT_FALSE(*organisations.find("938712441"));
    EXPECT_EQ(asked.size(), 4U);
    clock.advance(2min);
    status = 503;
    EXPECT_EQ(organisations.find("938712441").error().code, registers::register_unavailable.name);
    status = 404;
    EXPECT_FALSE(organisations.find("938712441")) << "it is left alone for a while";
    clock.advance(11s);
    EXPECT_TRUE(organisations.find("938712441"));
}

TEST_F(OrganisationRegister, KeepsNoMoreThanItMay) {
    for (std::size_t i = 0; i < registers::OrganisationRegister::kept_max + 50; ++i) {
        ASSERT_TRUE(organisations.find(std::to_string(i)));
        clock.advance(1us);
    }
    EXPECT_EQ(organisations.kept(), registers::OrganisationRegister::kept_max);
    const auto before = asked.size();
    EXPECT_FALSE(*organisations.find("49"));
    EXPECT_GT(asked.size(), before) << "the oldest went first";
}

TEST_F(OrganisationRegister, BelievesNoAnswerAboutSomebodyElse) {
    for (const auto* odd : {"", "[]", R"({"organisasjonsnummer":"974760673","navn":"ANNEN"})"}) {
        answers["enheter/971032146"] = {200, odd, {}};
        EXPECT_EQ(organisations.find("971032146").error().code, registers::answer_unreadable.name) << odd;
    }
}
