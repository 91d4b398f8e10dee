// Folkeregisteret's protocol about guardians: what is asked, what is believed, what is not; over a socket to the
// register for development, and to registers that answer badly.
#include "registers/person_register.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "platform/http/request.hpp"
#include "platform/testing/line_server.hpp"
#include "registers/development.hpp"
#include "registers/domain/guardian_answer.hpp"
#include "registers/errors.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

constexpr std::string_view gudrun = "03918312063", her_guardian = "26878810189";
constexpr Instant in_march{1'772'614'800s}; // 2026-03-04

const json::Value& person_askers_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

registers::Development::Sources sources_of_people() {
    registers::Development::Sources sources;
    sources.verify = [](std::string_view token) -> Result<json::Value> {
        if (token == "t1") return registers::token_refused.error(); // The first one was withdrawn.
        return json::Value{json::Object{{"scope", std::string{registers::PersonRegister::scope}}}};
    };
    return sources;
}

/// The register for development, or what the test says, behind a socket.
class PersonRegister : public ::testing::Test {
protected:
    registers::Development development{sources_of_people()};
    int status = 0; ///< What the register says whatever it is asked; 0: what it should.
    std::string body, more_head;
    std::vector<std::string> lines;
    int tokens = 0;

    std::string answer(const std::string& line, const std::string& authorization) {
        lines.push_back(line);
        if (status != 0) return written(status, body);
        const auto target = line.substr(4, line.rfind(' ') - 4);
        const auto mark = target.find('?');
        const auto form = *http::Form::parse(target.substr(mark + 1));
        const auto number = target.substr(target.rfind('/', mark) + 1, mark - target.rfind('/', mark) - 1);
        const auto found = development.person(authorization, number, form.all("part"));
        if (found) return written(200, json::to_string(*found));
        return written(found.error().code == registers::person_missing.name ? 404 : 401, "{}");
    }
    [[nodiscard]] std::string written(int code, const std::string& text) const {
        return fmt::format("HTTP/1.1 {} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{}Connection: "
                           "close\r\n\r\n{}",
                           code, text.size(), more_head, text);
    }
    world::LineServer server{[this](world::Conversation& client) {
        const auto first = client.line();
        std::string authorization;
        while (const auto line = client.line()) {
            if (*line == "\r\n") break;
            constexpr std::string_view name = "authorization: ";
            if (line->starts_with(name)) authorization = line->substr(name.size(), line->size() - name.size() - 2);
        }
        if (first) client.say(answer(*first, authorization));
    }};
    ManualClock clock{in_march};
    std::unique_ptr<Random> random = make_seeded_random(1);
    registers::PersonRegister people{
        fmt::format("http://127.0.0.1:{}/v1", server.port()),
        std::make_shared<registers::TokenClient>(
            registers::TokenGrant{
                "https://i.example/", "klient", person_askers_key(), std::string{registers::PersonRegister::scope}, {}},
            clock, *random,
            [this](const net::Request& request) -> Result<net::Answer> {
                if (request.method == "GET") {
                    return net::Answer{
                        200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
                }
                return net::Answer{200, fmt::format(R"({{"access_token":"t{}","expires_in":600}})", ++tokens), {}};
            }),
        clock};
};

std::string entry_of(std::string_view guardian, std::string_view more = R"("erGjeldende":true)",
                     std::string_view kind = "voksen") {
    return fmt::format(R"({{{},"vergemaaltype":"{}","verge":{{"foedselsEllerDNummer":"26878810189",{}}}}})", more, kind,
                       guardian);
}

Result<registers::GuardedPerson> read_person(std::string_view entries) {
    return registers::guarded_person_in(
        fmt::format(R"({{"identifikasjonsnummer":[{{"foedselsEllerDNummer":"{}"}}],"navn":[{{"erGjeldende":false,)"
                    R"("fornavn":"Før"}},{{"erGjeldende":true,"fornavn":"Gudrun","etternavn":"Eksempelstad"}}],)"
                    R"("vergemaalEllerFremtidsfullmakt":{}}})",
                    gudrun, entries),
        gudrun, in_march);
}

std::vector<registers::Guardian> guardians_of(const std::string& entry) {
    const auto found = read_person("[" + entry + "]");
    EXPECT_TRUE(found) << entry;
    return found ? found->guardians : std::vector<registers::Guardian>{};
}

constexpr std::string_view both = R"("omfang":"personligeOgOekonomiskeInteresser")";

} // namespace

TEST_F(PersonRegister, AsksForTwoPartsWithATokenAndReadsWhatItIsTold) {
    const auto found = people.find(gudrun);
    ASSERT_TRUE(found) << describe(found.error());
    ASSERT_TRUE(*found);
    EXPECT_EQ(lines.size(), 2U) << "a fresh token was tried";
    EXPECT_EQ(tokens, 2);
    EXPECT_EQ(lines.front(), "GET /v1/personer/03918312063?part=navn&part=vergemaalEllerFremtidsfullmakt HTTP/1.1\r\n");
    EXPECT_EQ((*found)->name, "Gudrun Eksempelstad");
    ASSERT_EQ((*found)->guardians.size(), 1U);
    const auto& guardian = (*found)->guardians.front();
    EXPECT_EQ(guardian.identity_number, her_guardian);
    EXPECT_TRUE(guardian.is_personal);
    EXPECT_FALSE(guardian.is_municipal);
    EXPECT_EQ(guardian.from, *parse_instant("2025-02-03T00:00:00+01:00"));
}

TEST_F(PersonRegister, KnowsNobodyWhomTheRegisterDoesNotKnow) {
    const auto found = people.find("13814520077");
    ASSERT_TRUE(found) << describe(found.error());
    EXPECT_FALSE(*found);
}

TEST_F(PersonRegister, TellsNobodysNumberWhenItFails) {
    for (const int failed : {400, 401, 403, 429, 500, 503}) {
        status = failed;
        const auto found = people.find(gudrun);
        ASSERT_FALSE(found) << failed;
        EXPECT_EQ(found.error().code, registers::register_unavailable.name);
        EXPECT_EQ(describe(found.error()).find(gudrun), std::string::npos);
        clock.advance(11s);
    }
    const registers::TokenGrant grant{"https://i.example/", "klient", person_askers_key(), "x", {}};
    const auto given = [](const net::Request& request) -> Result<net::Answer> {
        if (request.method == "POST") return net::Answer{200, R"({"access_token":"t","expires_in":600})", {}};
        return net::Answer{200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
    };
    const auto nobody = world::Listener::open();
    nobody.stop();
    registers::PersonRegister away{fmt::format("http://127.0.0.1:{}/v1", nobody.port),
                                   std::make_shared<registers::TokenClient>(grant, clock, *random, given), clock};
    const auto unanswered = away.find(gudrun);
    ASSERT_FALSE(unanswered);
    EXPECT_EQ(unanswered.error().code, registers::register_unavailable.name);
    EXPECT_EQ(describe(unanswered.error()).find(gudrun), std::string::npos);
}

TEST_F(PersonRegister, IsLeftAloneForAWhileAfterItFailed) {
    status = 503;
    more_head = "Retry-After: 60\r\n";
    EXPECT_FALSE(people.find(gudrun));
    clock.advance(59s);
    EXPECT_FALSE(people.find(gudrun));
    EXPECT_EQ(lines.size(), 1U);
    status = 0;
    clock.advance(1s);
    EXPECT_TRUE(people.find(gudrun));
}

TEST_F(PersonRegister, BelievesNoAnswerThatIsNone) {
    status = 200;
    for (const auto* odd :
         {"", "nei", "[]", "{}", R"({"identifikasjonsnummer":{}})", R"({"identifikasjonsnummer":[]})",
          R"({"identifikasjonsnummer":[{"foedselsEllerDNummer":"13814520077"}]})",
          R"({"identifikasjonsnummer":[{"foedselsEllerDNummer":"03918312063"}],"vergemaalEllerFremtidsfullmakt":{}})",
          R"({"identifikasjonsnummer":[{"foedselsEllerDNummer":"03918312063"}],"vergemaalEllerFremtidsfullmakt":)"
          R"([{"erGjeldende":true,"vergemaaltype":"voksen","verge":{"foedselsEllerDNummer":"26878810189"}}]})"}) {
        body = odd;
        const auto found = people.find(gudrun);
        ASSERT_FALSE(found) << odd;
        EXPECT_EQ(found.error().code, registers::answer_unreadable.name) << odd;
        EXPECT_EQ(describe(found.error()).find(gudrun), std::string::npos);
    }
    body = R"({"identifikasjonsnummer":[{"foedselsEllerDNummer":"03918312063"}]})";
    const auto unguarded = people.find(gudrun);
    ASSERT_TRUE(unguarded);
    EXPECT_TRUE((*unguarded)->guardians.empty());
}

TEST(GuardianAnswer, CountsOnlyWhatCountsNowAndForAdults) {
    EXPECT_EQ(guardians_of(entry_of(both)).size(), 1U);
    EXPECT_EQ(
        guardians_of(entry_of(both, R"("erGjeldende":true,"opphoerstidspunkt":"2027-01-01T00:00:00+01:00")")).size(),
        1U);
    for (const auto* not_now : {R"("erGjeldende":false)", R"("aarsak":"Vergemål")", R"("erGjeldende":"true")",
                                R"("erGjeldende":true,"gyldighetstidspunkt":"2026-04-01T00:00:00+02:00")",
                                R"("erGjeldende":true,"gyldighetstidspunkt":"før")",
                                R"("erGjeldende":true,"opphoerstidspunkt":"2026-03-01T00:00:00+01:00")",
                                R"("erGjeldende":true,"opphoerstidspunkt":17)"}) {
        EXPECT_TRUE(guardians_of(entry_of(both, not_now)).empty()) << not_now;
    }
    EXPECT_EQ(guardians_of(entry_of(both, R"("erGjeldende":true)", "midlertidigForVoksen")).size(), 1U);
    EXPECT_EQ(guardians_of(entry_of(both, R"("erGjeldende":true)", "stadfestetFremtidsfullmakt")).size(), 1U);
    for (const auto* kind : {"mindreaarig", "midlertidigForMindreaarig", "ensligMindreaarigAsylsoeker",
                             "ensligMindreaarigFlyktning", "forvaltningUtenforVergemaal", "noeNytt", ""}) {
        EXPECT_TRUE(guardians_of(entry_of(both, R"("erGjeldende":true)", kind)).empty()) << kind;
    }
    EXPECT_TRUE(guardians_of(R"({"erGjeldende":true,"vergemaaltype":"voksen"})").empty());
    EXPECT_TRUE(guardians_of("17").empty());
}

TEST(GuardianAnswer, TellsPersonalAffairsFromOthers) {
    const auto is_personal = [](std::string_view said) { return guardians_of(entry_of(said)).at(0).is_personal; };
    EXPECT_TRUE(is_personal(both));
    EXPECT_TRUE(is_personal(R"("omfang":"personligeInteresser","omfangetErInnenPersonligOmraade":true)"));
    for (const auto* other :
         {R"("omfang":"oekonomiskeInteresser")", R"("omfang":"utlendingssakerPersonligeOgOekonomiskeInteresser")",
          R"("omfang":"personligeInteresser","omfangetErInnenPersonligOmraade":false)",
          R"("omfang":"oekonomiskeInteresser","omfangetErInnenPersonligOmraade":true)",
          R"("omfangetErInnenPersonligOmraade":true)", R"("omfang":null)"}) {
        EXPECT_FALSE(is_personal(other)) << other;
    }
}

TEST(GuardianAnswer, TakesTasksForAllMunicipalAffairsOnlyWhenTheyAreAllThere) {
    const auto guardian_with = [](const std::vector<std::string_view>& tasks, std::string_view owner = "kommune") {
        std::string areas;
        for (const auto task : tasks) {
            areas += fmt::format(R"({}{{"vergeTjenestevirksomhet":"{}","vergeTjenesteoppgave":"{}"}})",
                                 areas.empty() ? "" : ",", owner, task);
        }
        return guardians_of(entry_of(fmt::format(R"("tjenesteomraade":[{}])", areas))).at(0);
    };
    const std::vector<std::string_view> all{"byggOgEiendom", "helseOgOmsorg", "skattOgAvgift", "skoleOgUtdanning",
                                            "sosialeTjenester"};
    EXPECT_TRUE(guardian_with(all).is_municipal);
    EXPECT_FALSE(guardian_with(all).is_personal);
    EXPECT_FALSE(guardian_with(all, "nav").is_municipal);
    EXPECT_FALSE(guardian_with({all.begin(), all.begin() + 4}).is_municipal);
    EXPECT_FALSE(guardian_with({"helseOgOmsorg", "helseOgOmsorg", "helseOgOmsorg", "helseOgOmsorg", "helseOgOmsorg"})
                     .is_municipal);
}
