#include "identity/domain/id_token.hpp"
#include "identity/domain/machine_token.hpp"
#include "identity/outside.hpp"

#include <functional>

using namespace identity;

static const Instant now = *parse_instant("2026-03-04T09:00:00Z");

static std::int64_t seconds(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

static json::Value with(const json::Value& claims, std::string_view name, const json::Value& value) {
    auto members = *claims.object();
    std::erase_if(members, [&](const json::Member& member) { return member.name == name; });
    if (!value.is_null()) members.push_back({std::string{name}, value});
    return members;
}

// --- Machines ---

static json::Value machine_claims() {
    return json::Object{{"iss", "https://maskinporten.example/"},
                        {"aud", "https://samband.example"},
                        {"client_id", "abc"},
                        {"iat", seconds(now)},
                        {"exp", seconds(now) + 120},
                        {"scope", "samband:read samband:cases.write other:thing"},
                        {"consumer", json::Object{{"authority", "iso6523-actorid-upis"}, {"ID", "0192:971032081"}}}};
}

static std::string refused(const json::Value& claims) {
    const auto checked =
        check_machine_claims(claims, {"https://maskinporten.example/", "https://samband.example", now});
    return checked ? "accepted" : std::string{checked.error().code};
}

TEST(MachineToken, NamesTheOrganisationAndTheScopesThatWeKnow) {
    const auto checked =
        check_machine_claims(machine_claims(), {"https://maskinporten.example/", "https://samband.example", now});
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->organisation_number, "971032081");
    EXPECT_EQ(checked->scopes, (std::vector<std::string>{"samband:read", "samband:cases.write"}));
}

TEST(MachineToken, IsRefusedForEachRuleItBreaks) {
    const auto claims = machine_claims();
    EXPECT_EQ(refused(with(claims, "iss", "https://other.example/")), "identity.token_issuer_wrong");
    EXPECT_EQ(refused(with(claims, "aud", "https://other.example")), "identity.token_audience_wrong");
    EXPECT_EQ(refused(with(claims, "aud", {})), "identity.token_audience_wrong");
    EXPECT_EQ(refused(with(claims, "exp", seconds(now))), "identity.token_expired");
    EXPECT_EQ(refused(with(claims, "exp", {})), "identity.token_expired");
    EXPECT_EQ(refused(with(claims, "iat", seconds(now) + 11)), "identity.token_not_yet_valid");
    EXPECT_EQ(refused(with(claims, "nbf", seconds(now) + 11)), "identity.token_not_yet_valid");
    EXPECT_EQ(refused(with(claims, "consumer", {})), "identity.token_consumer_missing");
    EXPECT_EQ(refused(with(claims, "consumer", json::Object{{"authority", "other"}, {"ID", "0192:971032081"}})),
              "identity.token_consumer_missing");
    EXPECT_EQ(refused(with(claims, "consumer",
                           json::Object{{"authority", "iso6523-actorid-upis"}, {"ID", "0192:97103208x"}})),
              "identity.token_consumer_missing");
    EXPECT_EQ(refused(with(claims, "scope", "other:thing")), "identity.token_scope_missing");
}

TEST(MachineToken, TakesClocksThatDifferByTenSeconds) {
    EXPECT_EQ(refused(with(machine_claims(), "iat", seconds(now) + 10)), "accepted");
}

TEST(MachineToken, TakesUsAmongSeveralAudiences) {
    EXPECT_EQ(refused(with(machine_claims(), "aud", json::Array{"https://x.example", "https://samband.example"})),
              "accepted");
}

TEST(MachineToken, MayLackItsAudienceOnlyWhereASecretComesBesides) {
    const MachineRules rules{"https://maskinporten.example/", "https://samband.example", now, true};
    EXPECT_TRUE(check_machine_claims(with(machine_claims(), "aud", {}), rules));
    const auto other = check_machine_claims(with(machine_claims(), "aud", "https://other.example"), rules);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, "identity.token_audience_wrong");
}

TEST(ScopeTable, GivesOnlyRightsThatWriteUnderAName) {
    for (const auto& line : scope_table())
        EXPECT_TRUE(line.scope.starts_with("samband:") || line.rights.empty()) << line.scope;
}

TEST(MachineToken, MayHoldAnyNumberAsATime) {
    constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    EXPECT_EQ(refused(with(machine_claims(), "exp", greatest)), "accepted");
    EXPECT_EQ(refused(with(machine_claims(), "exp", least)), "identity.token_expired");
    EXPECT_EQ(refused(with(machine_claims(), "iat", greatest)), "identity.token_not_yet_valid");
    EXPECT_EQ(refused(with(machine_claims(), "iat", least)), "accepted");
}

// --- People ---

static json::Value id_claims() {
    return json::Object{{"iss", "https://idporten.example"},
                        {"aud", "client"},
                        {"sub", "pairwise"},
                        {"pid", "13097248022"},
                        {"acr", "idporten-loa-high"},
                        {"nonce", "n"},
                        {"iat", seconds(now)},
                        {"exp", seconds(now) + 120},
                        {"sid", "s1"},
                        {"locale", "nb"}};
}

static std::string refused_login(const json::Value& claims, int assurance_min = 2) {
    const auto checked = check_id_claims(claims, {"https://idporten.example", "client", "n", assurance_min, now});
    return checked ? "accepted" : std::string{checked.error().code};
}

TEST(IdToken, TellsWhoAndHowSurely) {
    const auto checked = check_id_claims(id_claims(), {"https://idporten.example", "client", "n", 2, now});
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->identity_number, "13097248022");
    EXPECT_EQ(assurance_name(checked->assurance), "high");
    EXPECT_EQ(checked->provider_session, "s1");
}

TEST(IdToken, IsRefusedForEachRuleItBreaks) {
    const auto claims = id_claims();
    EXPECT_EQ(refused_login(with(claims, "iss", "https://other.example")), "identity.token_issuer_wrong");
    EXPECT_EQ(refused_login(with(claims, "aud", "other")), "identity.token_audience_wrong");
    EXPECT_EQ(refused_login(with(claims, "aud", json::Array{"client", "other"})), "identity.token_audience_wrong")
        << "several, and azp does not say us";
    EXPECT_EQ(refused_login(with(claims, "azp", "other")), "identity.token_audience_wrong");
    EXPECT_EQ(refused_login(with(claims, "exp", seconds(now))), "identity.token_expired");
    EXPECT_EQ(refused_login(with(claims, "iat", seconds(now) + 60)), "identity.token_not_yet_valid");
    EXPECT_EQ(refused_login(with(claims, "nonce", "m")), "identity.nonce_wrong");
    EXPECT_EQ(refused_login(with(claims, "nonce", {})), "identity.nonce_wrong");
    EXPECT_EQ(refused_login(with(claims, "acr", "idporten-loa-low")), "identity.assurance_too_low");
    EXPECT_EQ(refused_login(with(claims, "acr", "idporten-loa-substantial"), 3), "identity.assurance_too_low");
    EXPECT_EQ(refused_login(with(claims, "acr", "made-up")), "identity.assurance_too_low");
}

TEST(IdToken, KnowsTheLevelsNamesFromBefore2023) {
    EXPECT_EQ(refused_login(with(id_claims(), "acr", "Level4"), 3), "accepted");
    EXPECT_EQ(refused_login(with(id_claims(), "acr", "Level3"), 3), "identity.assurance_too_low");
}

TEST(IdToken, KnowsTheLevelsNamesOfAnsattporten) {
    EXPECT_EQ(refused_login(with(id_claims(), "acr", "high"), 3), "accepted");
    EXPECT_EQ(refused_login(with(id_claims(), "acr", "substantial"), 3), "identity.assurance_too_low");
    EXPECT_EQ(refused_login(with(id_claims(), "acr", "idporten-loa-"), 1), "identity.assurance_too_low");
}

TEST(IdToken, NamesThoseThatAnsattportenSaysThePersonActsFor) {
    const json::Value party =
        json::Object{{"Authority", "iso6523-actorid-upis"}, {"ID", "0192:964338531"}, {"Name", "Bergen kommune"}};
    const json::Value detail = json::Object{{"type", "ansattporten:altinn:service"},
                                            {"resource", "urn:altinn:resource:2480:40"},
                                            {"reportees", json::Array{party}}};
    const json::Value other = json::Object{{"type", "something:else"}, {"reportees", json::Array{party}}};
    const auto claims = with(id_claims(), "authorization_details", json::Array{other, detail});
    const auto checked = check_id_claims(claims, {"https://idporten.example", "client", "n", 2, now});
    ASSERT_TRUE(checked);
    ASSERT_EQ(checked->represented.size(), 1U);
    EXPECT_EQ(checked->represented.front().organisation_number, "964338531");
    EXPECT_EQ(checked->represented.front().service, "urn:altinn:resource:2480:40");
}

TEST(IdToken, NamesThoseThatAResourceOfAltinn3Gives) {
    const json::Value party =
        json::Object{{"orgno", json::Object{{"authority", "iso6523-actorid-upis"}, {"ID", "0192:964338531"}}},
                     {"resource", "samband-post"},
                     {"name", "Bergen kommune"},
                     {"unit_type", "KOMM"}};
    const json::Value detail = json::Object{{"type", "ansattporten:altinn:resource"},
                                            {"resource", "urn:altinn:resource:samband-post"},
                                            {"authorized_parties", json::Array{party, "nonsense", json::Object{}}}};
    const auto checked = check_id_claims(with(id_claims(), "authorization_details", json::Array{detail}),
                                         {"https://idporten.example", "client", "n", 2, now});
    ASSERT_TRUE(checked);
    ASSERT_EQ(checked->represented.size(), 1U);
    EXPECT_EQ(checked->represented.front().organisation_number, "964338531");
    EXPECT_EQ(checked->represented.front().name, "Bergen kommune");
    EXPECT_EQ(checked->represented.front().service, "urn:altinn:resource:samband-post");
}

TEST(AltinnService, IsOfAltinn2WhenItsNameEndsInTwoNumbers) {
    EXPECT_EQ(altinn_type_of("urn:altinn:resource:2480:40"), "ansattporten:altinn:service");
    for (const auto* resource : {"urn:altinn:resource:samband-post", "urn:altinn:resource:2480",
                                 "urn:altinn:resource:a:40", "urn:altinn:resource:2480:", "40", ":40", ""})
        EXPECT_EQ(altinn_type_of(resource), "ansattporten:altinn:resource") << resource;
}
