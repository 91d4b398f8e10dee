// What the national registers decide about a letter, and that nothing is lost while they are away.
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/tests/register_world.hpp"

#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

class Registers : public post::RegisterOffice {};
EACH_DATABASE(Registers);

} // namespace

TEST_P(Registers, SendWhoeverIsReservedToPaper) {
    person = R"("reservasjon":"JA","status":"AKTIV","varslingsstatus":"KAN_IKKE_VARSLES")";
    const auto id = sent("Vedtak");
    work();
    EXPECT_EQ(status_of(id), "AKSEPTERT");
    EXPECT_EQ(stored(id)->channel, dispatch::Channel::print);
    const auto said = history(id);
    EXPECT_NE(said.find("reservert mot digital post"), std::string::npos) << said;
    EXPECT_EQ(said.find(post::kari), std::string::npos);
    EXPECT_EQ(times(said, "Lagt i mottakerens innboks"), 0);
}

TEST_P(Registers, SendNobodyWhoIsReservedAnythingDigitalOnly) {
    person = R"("reservasjon":"JA","status":"AKTIV")";
    const auto id = sent("Vedtak", R"(,"kunDigitalLevering":true)");
    work();
    EXPECT_EQ(stored(id)->status, dispatch::Status::not_delivered);
}

TEST_P(Registers, LetTheOthersHaveTheirMailbox) {
    for (const auto* each : {R"("reservasjon":"NEI","status":"AKTIV","varslingsstatus":"KAN_VARSLES")",
                             R"("reservasjon":"NEI","status":"IKKE_REGISTRERT")"}) {
        person = each;
        const auto id = sent(fmt::format("Vedtak {}", person.size()));
        work();
        EXPECT_EQ(status_of(id), "VARSLET") << each;
    }
}

TEST_P(Registers, HoldWhatTheyDoNotAnswerAboutAndLoseNothing) {
    is_away = true;
    const auto id = sent("Vedtak");
    for (int turns = 0; turns < 100; ++turns) {
        work();
        world.clock.advance(3min);
    }
    EXPECT_EQ(status_of(id), "MOTTATT");
    EXPECT_EQ(times(history(id), "Venter på svar fra et nasjonalt register"), 1);
    is_away = false;
    work();
    EXPECT_EQ(status_of(id), "VARSLET");
}

TEST_P(Registers, HoldWhatNoTokenIsHadForAndLoseNothing) {
    for (const int failed : {500, 400, 0}) {
        world.clock.advance(3min); // The token that was had before has ended.
        token_status = failed;
        const auto id = sent(fmt::format("Vedtak {}", failed));
        for (int turns = 0; turns < 20; ++turns) {
            work();
            world.clock.advance(3min);
        }
        EXPECT_EQ(status_of(id), "MOTTATT") << failed;
        token_status = 200;
        work();
        EXPECT_EQ(status_of(id), "VARSLET") << failed;
    }
}

TEST_P(Registers, HoldWhatTheyAnswerOddlyAbout) {
    person = R"("reservasjon":"KANSKJE")";
    const auto id = sent("Vedtak");
    work();
    EXPECT_EQ(status_of(id), "MOTTATT");
}

TEST_P(Registers, ThatStayAwayLeaveTheLetterToPaper) {
    is_away = true;
    const auto id = sent("Vedtak");
    const auto digital = sent("Bare digitalt", R"(,"kunDigitalLevering":true)");
    for (auto waited = 0min; waited < dispatch::contact_register_patience + 10min; waited += 10min) {
        work();
        world.clock.advance(10min);
    }
    EXPECT_EQ(stored(id)->channel, dispatch::Channel::print);
    EXPECT_NE(history(id).find("svarte ikke; sendes på papir"), std::string::npos);
    EXPECT_EQ(status_of(digital), "MOTTATT");
    world.clock.advance(5 * 24h);
    ASSERT_TRUE(dispatch::tend_post(office));
    EXPECT_EQ(stored(digital)->status, dispatch::Status::received) << "there is no other way for it: it waits";
    world.clock.advance(2 * 24h);
    ASSERT_TRUE(dispatch::tend_post(office));
    EXPECT_EQ(stored(digital)->status, dispatch::Status::failed_in_reception);
}

TEST_P(Registers, KnowOrganisationsThatNobodyCanLogInForWhosePostGoesOnPaper) {
    organisation = {200, R"({"organisasjonsnummer":"974760673","navn":"EKSEMPEL AS"})", {}};
    const auto sent_onwards = [&](std::string_view title, bool is_digital_only) {
        const auto metadata = fmt::format(
            R"({{"tittel":"{}","kunDigitalLevering":{},"mottaker":{{"postAdresse":{{"navn":"Eksempel AS",)"
            R"("postNummer":"0010","postSted":"OSLO"}},"digitalAdresse":{{"organisasjonsNummer":"974760673"}}}},)"
            R"("dokumenter":[{{"filnavn":"brev.pdf","mimeType":"application/pdf"}}]}})",
            title, is_digital_only);
        const auto answer = send({post::metadata(metadata), post::file("brev.pdf")});
        EXPECT_EQ(answer.status, 200) << answer.body;
        work();
        return stored(std::string{json::parse(answer.body)->text_of("id")});
    };
    EXPECT_EQ(sent_onwards("Papir", false)->channel, dispatch::Channel::print);
    EXPECT_EQ(sent_onwards("Bare digitalt", true)->status, dispatch::Status::not_delivered);
}

TEST_P(Registers, RejectLettersToOrganisationsThatAreNot) {
    organisation = {404, {}, {}};
    const auto unknown = sent_to_organisation("Svar");
    EXPECT_EQ(status_of(unknown), "AVVIST");
    EXPECT_NE(history(unknown).find("971032146"), std::string::npos) << dispatch::recipient_unknown.name;
    use_fresh_registers();
    organisation = {200, R"({"organisasjonsnummer":"971032146","navn":"X","slettedato":"2024-01-01"})", {}};
    EXPECT_EQ(status_of(sent_to_organisation("Svar igjen")), "AVVIST");
    use_fresh_registers();
    organisation = {200, R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL"})", {}};
    EXPECT_EQ(status_of(sent_to_organisation("Svar til slutt")), "VARSLET");
}

TEST_P(Registers, OfOrganisationsStandInNobodysWayWhenTheyAreAway) {
    organisation = {503, {}, {}};
    EXPECT_EQ(status_of(sent_to_organisation("Svar")), "VARSLET");
}

TEST_P(Registers, AreNotAskedAboutOrganisationsThatFetchThemselves) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----");
    organisation = {404, {}, {}};
    sent_to_organisation("Svar");
    EXPECT_EQ(organisations_asked, 0);
}

TEST_P(Registers, GiveTheAddressOfAnOrganisationThatTheSenderLeftOut) {
    organisation = {200,
                    R"({"organisasjonsnummer":"971032146","navn":"EKSEMPEL","postadresse":{"landkode":"NO",)"
                    R"("postnummer":"0010","poststed":"OSLO","adresse":["Postboks 1","Sentrum"]}})",
                    {}};
    const auto send_own = [&](std::string_view title, std::string_view address) {
        const auto metadata = fmt::format(R"({{"title":"{}","recipient":{{"address":{{"name":"Eksempel"{}}},)"
                                          R"("organisationNumber":"971032146"}},"documents":[{{"name":"brev.pdf"}}]}})",
                                          title, address);
        return ask("POST", "/dispatches", post::multipart({post::metadata(metadata), post::file("brev.pdf")}),
                   post::multipart_type);
    };
    const auto address_of = [&](const http::Response& answer) {
        EXPECT_EQ(answer.status, 201) << answer.body;
        const auto dispatch = stored(std::string{json::parse(answer.body)->text_of("id")});
        return dispatch::open_envelope(office, *dispatch)->recipient.address;
    };
    const auto found = address_of(send_own("En", ""));
    EXPECT_EQ(found.name, "Eksempel");
    EXPECT_EQ(found.line2, "Sentrum");
    EXPECT_EQ(found.town, "OSLO");
    const auto given = address_of(send_own("To", R"(,"town":"BERGEN","postalCode":"5003")"));
    EXPECT_EQ(given.town, "BERGEN");
    EXPECT_EQ(given.line1, "");
    use_fresh_registers();
    organisation = {503, {}, {}};
    EXPECT_EQ(send_own("Tre", "").status, 503) << "that the register is away is no fault of the sender's";
}

TEST_P(Registers, AreAskedBeforehandBySendersWhoTryOut) {
    const auto ways = [&] {
        const auto metadata =
            fmt::format(R"({{"title":"Vedtak","recipient":{{"address":{{"name":"Kari","town":"OSLO","postalCode":)"
                        R"("0010"}},"identityNumber":"{}"}},"documents":[{{"name":"brev.pdf"}}]}})",
                        post::kari);
        return ask("POST", "/dispatches?dryRun=true", metadata, "application/json").body;
    };
    EXPECT_NE(ways().find("mailbox"), std::string::npos);
    person = R"("reservasjon":"JA","status":"AKTIV")";
    EXPECT_EQ(ways().find("mailbox"), std::string::npos) << ways();
    is_away = true;
    EXPECT_NE(ways().find("mailbox"), std::string::npos);
    EXPECT_NE(ways().find(R"("unanswered":["contact_register"])"), std::string::npos) << ways();
}
