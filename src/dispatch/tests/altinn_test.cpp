// Letters to inboxes in Altinn: which go there, from a sender to Altinn's word that they were read.
#include "dispatch/actions/altinn.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/altinn_world.hpp"

#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

class Altinn : public post::AltinnOffice {};
EACH_DATABASE(Altinn);

} // namespace

TEST_P(Altinn, GetsAPersonsLetterAndTellsThatItWasRead) {
    const auto id = to_kari("Vedtak om barnehageplass");
    ASSERT_EQ(server.messages().size(), 1U);
    const auto message = server.messages()[0];
    EXPECT_EQ(message.letter, id);
    EXPECT_EQ(message.recipient, "urn:altinn:person:identifier-no:" + std::string{post::kari});
    EXPECT_EQ(message.title, "Vedtak om barnehageplass");
    EXPECT_EQ(message.contents, std::vector<std::string>{post::a_pdf()});
    EXPECT_EQ(message.resource, "post");
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    EXPECT_EQ(v3_status(id), "SENDT_ALTINN");
    EXPECT_EQ(v3_status(id, dispatch::StatusWords::older), "AKSEPTERT");

    altinn_says("Published");
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_EQ(v3_status(id), "LEVERT_ALTINN");
    EXPECT_EQ(v3_status(id, dispatch::StatusWords::older), "VARSLET");
    EXPECT_EQ(v3_status(id, dispatch::StatusWords::common), "AKSEPTERT");
    EXPECT_TRUE(mails.empty()) << "it is Altinn that tells of what lies there";

    altinn_says("Read");
    EXPECT_EQ(status_of(id), "LEST");
    const auto said = history(id);
    for (const auto* line : {"Sendt til Altinn", "Lagt i mottakerens innboks i Altinn", "Lest i Altinn"})
        EXPECT_EQ(times(said, line), 1) << said;
    asked.clear();
    pass(24h, 6h);
    EXPECT_TRUE(asked.empty()) << "nothing more can come";
}

TEST_P(Altinn, GetsAnOrganisationsLetterBehindItsOwnSystem) {
    organisation = {200, R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL"})", {}};
    const auto id = sent_to_organisation("Tilskudd");
    EXPECT_EQ(channel_of(id), dispatch::Channel::altinn);
    EXPECT_EQ(server.messages()[0].recipient, "urn:altinn:organization:identifier-no:971032146");
    EXPECT_EQ(server.messages()[0].files, (std::vector<std::string>{"først.pdf", "annet.pdf"}));
    open_receiver("mottak", post::receivers_key().certificate_pem);
    EXPECT_EQ(status_of(sent_to_organisation("Til systemet")), "KLAR_FOR_MOTTAK");
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(Altinn, IsUsedOnlyByAccountsThatAskedAndForWhatMayLieThere) {
    const auto stays_here = [&](std::string_view title, std::string_view more = {}) {
        const auto id = to_kari(title, more);
        EXPECT_EQ(channel_of(id), dispatch::Channel::mailbox) << title;
    };
    stays_here("Lenke", R"(,"lenker":[{"urlLenke":"https://a.example","urlTekst":"Les"}])");
    choose_altinn(false);
    stays_here("Konto uten Altinn");
    choose_altinn(true);
    office.altinn.reset();
    stays_here("Uten Altinn");
    EXPECT_TRUE(server.messages().empty());
}

TEST_P(Altinn, GetsNothingThatWouldBeLostThereOrThatTooManyWouldSee) {
    dispatch::Account account;
    account.uses_altinn = true;
    dispatch::Envelope plain;
    plain.documents = {{.name = "brev.pdf", .media_type = "application/pdf", .bytes = 25 << 20}};
    EXPECT_TRUE(dispatch::may_go_to_altinn(office, account, plain));
    const auto stays = [&](auto change) {
        auto other = plain;
        change(other);
        return !dispatch::may_go_to_altinn(office, account, other);
    };
    EXPECT_TRUE(stays([](dispatch::Envelope& other) { other.needs_high_level = true; }));
    EXPECT_TRUE(stays([](dispatch::Envelope& other) { other.can_be_replied_to = true; }));
    EXPECT_TRUE(stays([](dispatch::Envelope& other) { other.signing_ends_at = Instant{}; }));
    EXPECT_TRUE(stays([](dispatch::Envelope& other) { other.documents[0].media_type = "text/plain"; }));
    EXPECT_TRUE(stays([](dispatch::Envelope& other) { ++other.documents[0].bytes; }));
    EXPECT_TRUE(stays([](dispatch::Envelope& other) {
        other.documents[0].bytes = 1;
        other.documents.resize(101, other.documents[0]);
    }));
}

TEST_P(Altinn, StandsInTheLookAhead) {
    const auto ways = [&] {
        const auto answer = ask("POST", "/dispatches?dryRun=true",
                                fmt::format(R"({{"title":"Vedtak","recipient":{{"address":{{"name":"Kari"}},)"
                                            R"("identityNumber":"{}"}},"isDigitalOnly":true,)"
                                            R"("documents":[{{"name":"brev.pdf"}}]}})",
                                            post::kari),
                                "application/json");
        std::string found;
        const auto body = json::parse(answer.body);
        for (const auto& way : *body->find("ways")->array())
            found.append(way.text_of("channel")) += ' ';
        return found;
    };
    EXPECT_EQ(ways(), "altinn mailbox ");
    person = R"("reservasjon":"JA","status":"AKTIV","varslingsstatus":"KAN_IKKE_VARSLES")";
    EXPECT_EQ(ways(), "");
}

TEST_P(Altinn, GetsConfidentialPostOnlyUnderAResourceOfItsOwn) {
    organisation = {200, R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL"})", {}};
    const auto secret = R"(,"taushetsbelagtPost":true)";
    sent_to_organisation("Barnevern", secret);
    ASSERT_EQ(server.messages().size(), 1U);
    EXPECT_EQ(server.messages()[0].resource, "taushetsbelagt");
    EXPECT_TRUE(server.messages()[0].is_confidential);
    use_altinn({});
    EXPECT_EQ(channel_of(sent_to_organisation("Mer barnevern", secret)), dispatch::Channel::mailbox);
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(Altinn, GetsNothingForThoseWhoHaveSaidNo) {
    person = R"("reservasjon":"JA","status":"AKTIV","varslingsstatus":"KAN_IKKE_VARSLES")";
    EXPECT_EQ(channel_of(to_kari("Reservert")), dispatch::Channel::print);
    EXPECT_TRUE(server.messages().empty());
    // They may have said it a moment ago: then it is Altinn that knows.
    person = R"("reservasjon":"NEI","status":"AKTIV","varslingsstatus":"KAN_IKKE_VARSLES")";
    status = 422;
    const auto id = to_kari("Nettopp reservert");
    EXPECT_EQ(channel_of(id), dispatch::Channel::print);
    EXPECT_EQ(times(history(id), "reservert"), 1);
    status = 0;
    const auto late = to_kari("Reservert underveis");
    altinn_says("Reserved");
    EXPECT_EQ(channel_of(late), dispatch::Channel::print);
}

TEST_P(Altinn, GetsLettersWhenPeopleMayBeTold) {
    world.clock.set(*parse_instant("2026-03-04T21:30:00Z"));
    const auto id = to_kari("Sent på kvelden");
    EXPECT_TRUE(server.messages().empty());
    EXPECT_EQ(channel_of(id), dispatch::Channel::altinn);
    world.clock.set(*parse_instant("2026-03-05T06:01:00Z"));
    work();
    EXPECT_EQ(server.messages().size(), 1U);
}

TEST_P(Altinn, CannotBeCalledBackFrom) {
    is_silent = true;
    const auto id = to_kari("Vedtak");
    const auto answer = ask("POST", "/dispatches/" + id + "/recall", "{}", "application/json");
    EXPECT_NE(answer.body.find("fetched"), std::string::npos) << answer.status << answer.body;
}

TEST_P(Altinn, IsTurnedOnByTheAccountsOwnPeople) {
    choose_altinn(false);
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    auto keeper = world::World::person("Jorunn", {});
    keeper.organisation_id = ks.to_string();
    keeper.grants = {{std::string{dispatch::right::keep_systems.name}, ks.to_string()}};
    const auto opened = browser.send_json("POST", "/post-systems/accounts",
                                          R"({"name":"Skatt","userName":"skatt","usesAltinn":true})", keeper);
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string url{json::parse(opened.body)->text_of("url")};
    const auto shown = [&] { return browser.get(url + ".json", keeper).body; };
    EXPECT_NE(shown().find(R"("usesAltinn":true)"), std::string::npos) << shown();
    const auto changed = [&](std::string_view body) {
        EXPECT_EQ(browser.send_json("POST", url + "/settings", std::string{body}, keeper).status, 204);
    };
    changed(R"({"name":"Skatt"})");
    EXPECT_NE(shown().find(R"("usesAltinn":true)"), std::string::npos) << "as it was, when nothing is said";
    changed(R"({"name":"Skatt","usesAltinn":false})");
    EXPECT_NE(shown().find(R"("usesAltinn":false)"), std::string::npos);
    EXPECT_NE(browser.get(url, keeper).body.find("Innboksen deres i Altinn"), std::string::npos);
}
