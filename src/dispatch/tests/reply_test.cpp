// What recipients answer: a dispatch of its own to whom the sender named, linked to the letter.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/reply.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/reply_store.hpp"
#include "dispatch/tests/mailbox_world.hpp"
#include "platform/unicode.hpp"

#include <fmt/format.h>

namespace {

constexpr std::string_view takes_answers =
    R"(,"eksternReferanse":"sak 7","svarPaForsendelseLink":true,"svarSendesTil":{"postAdresse":{"navn":"Kommunen",)"
    R"("postNummer":"0010","postSted":"OSLO"},"digitalAdresse":{"organisasjonsNummer":"971032146"}},)"
    R"("metadataFraAvleverendeSystem":{"saksSekvensNummer":12,"saksAar":2026})";

class Answer : public post::Mailbox {
protected:
    Principal jorunn = employee("Jorunn Leser", ks.to_string());

    /// Of a letter that Kari has opened.
    std::string opened_letter(std::string_view more = takes_answers) {
        auto path = "/mailbox/" + delivered("Vedtak", more);
        browser.post(path + "/opening", {}, kari);
        return path;
    }
    http::Response answer(const std::string& path, const std::string& text, const std::vector<world::File>& files = {},
                          const Principal* who = nullptr) {
        return browser.post_files(path + "/replies", {{"text", text}}, files, who == nullptr ? kari : *who);
    }
    /// The only answer to a letter.
    std::string answer_to(const std::string& path) {
        const auto view = json::parse(browser.get(path + ".json", kari).body);
        const auto* replies = view->find("replies")->array();
        return replies->size() == 1 ? std::string{replies->front().text_of("id")} : std::string{};
    }
};
EACH_DATABASE(Answer);

std::vector<std::string> codes_in(const http::Response& answer) {
    std::vector<std::string> codes;
    const auto problem = json::parse(answer.body);
    for (const auto& fault : *problem->find("errors")->array()) {
        codes.emplace_back(fault.text_of("code"));
    }
    return codes;
}

dispatch::Upload file_named(std::string name, std::string content = post::a_pdf()) {
    dispatch::Upload file;
    file.name = std::move(name);
    file.bytes = content.size();
    file.first_bytes = std::move(content);
    return file;
}

} // namespace

TEST_P(Answer, GoesToTheOrganisationNamedWithItsTextAsAPdfAndItsFiles) {
    const auto path = opened_letter();
    EXPECT_NE(browser.get(path, kari).body.find("Svaret går til Kommunen"), std::string::npos);
    EXPECT_NE(browser.get(path + "/reply", kari).body.find("multiple"), std::string::npos);
    const auto sent = answer(path, "Hei.\n\nTakk for plassen.", {{"files", "Fødselsattest.pdf", "", post::a_pdf()}});
    ASSERT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(sent.header("location"), path + "#replies");
    work();
    EXPECT_NE(browser.get(path, kari).body.find("Svar du har sendt"), std::string::npos);

    const auto id = answer_to(path);
    const auto list = browser.get("/mailbox?box=organisation", jorunn).body;
    EXPECT_NE(list.find("Svar: Vedtak"), std::string::npos);
    EXPECT_NE(list.find("Fra Kari Eksempel"), std::string::npos);
    browser.post("/mailbox/" + id + "/opening", {}, jorunn);
    const auto received = browser.get("/mailbox/" + id, jorunn).body;
    EXPECT_NE(received.find("Svar.pdf"), std::string::npos);
    EXPECT_NE(received.find("Fødselsattest.pdf"), std::string::npos);
    EXPECT_TRUE(browser.get("/mailbox/" + id + "/documents/0", jorunn).body.starts_with("%PDF"));
    EXPECT_EQ(browser.get("/mailbox/" + id + "/documents/1", jorunn).body, post::a_pdf());
}

TEST_P(Answer, IsLinkedToTheLetterAndCarriesTheSendersReferencesBack) {
    const auto path = opened_letter();
    answer(path, "Hei");
    const auto found = *stored(answer_to(path));
    const auto envelope = *dispatch::open_envelope(office, found);
    EXPECT_EQ("/mailbox/" + *envelope.reply_to_dispatch, path);
    EXPECT_EQ(envelope.external_reference, "sak 7");
    EXPECT_EQ(envelope.for_import->sakssekvensnummer, 12);
    EXPECT_EQ(envelope.for_import->saksaar, 2026);
    EXPECT_TRUE(envelope.is_digital_only);
}

TEST_P(Answer, IsFetchedByTheReceiverWithTheNameOfWhoAnswered) {
    open_receiver("mottaker", post::receivers_key().certificate_pem);
    const auto path = opened_letter();
    answer(path, "Hei");
    work();
    const auto list =
        ask("GET", "/tjenester/svarinn/mottaker/hentNyeForsendelser", {}, {}, post::basic("mottaker", post::secret));
    EXPECT_NE(list.body.find(R"("navn":"Kari Eksempel")"), std::string::npos) << list.body;
    EXPECT_NE(list.body.find(path.substr(9)), std::string::npos) << "svarPaForsendelse";
}

TEST_P(Answer, OfAPersonStandsInNoOutbox) {
    const auto path = opened_letter();
    answer(path, "Hei");
    EXPECT_EQ(browser.get("/outbox.json", worker(ks.to_string())).body.find(answer_to(path)), std::string::npos);
}

TEST_P(Answer, OfAnOrganisationStandsInItsOwnOutbox) {
    const auto id = sent_to_organisation("Høring", takes_answers);
    const auto path = "/mailbox/" + id;
    browser.post(path + "/opening", {}, jorunn);
    jorunn.organisation_name = "Eksempel";
    ASSERT_EQ(answer(path, "Vi støtter forslaget.", {}, &jorunn).status, 303);
    ASSERT_EQ(answer(path, "Og en ting til.", {}, &jorunn).status, 303);
    const auto outbox = browser.get("/outbox", worker(ks.to_string())).body;
    EXPECT_NE(outbox.find("Svar: Høring"), std::string::npos);
    const auto view = *json::parse(browser.get(path + ".json", jorunn).body);
    EXPECT_EQ(view.find("replies")->array()->size(), 2U);
    EXPECT_EQ(view.find("replies")->array()->front().text_of("sentBy"), "Jorunn Leser");
}

TEST_P(Answer, OfAnOrganisationIsGivenByThoseWhoSpeakForIt) {
    const auto path = "/mailbox/" + sent_to_organisation("Høring", takes_answers);
    auto clerk = jorunn;
    clerk.grants = {{std::string{dispatch::right::read_post.name}, ks.to_string()}};
    browser.post(path + "/opening", {}, clerk);
    EXPECT_NE(browser.get(path, jorunn).body.find(path + "/reply"), std::string::npos);
    const auto shown = browser.get(path, clerk);
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body.find(path + "/reply"), std::string::npos);
    EXPECT_EQ(browser.get(path + "/reply", clerk).status, 403);
    EXPECT_EQ(answer(path, "Vi støtter forslaget.", {}, &clerk).status, 403);
    EXPECT_EQ(answer(path, "Vi støtter forslaget.", {}, &jorunn).status, 409) << "each opens it for themselves";
}

TEST_P(Answer, IsNotTakenWhereTheSenderTakesNoneOrBeforeTheLetterIsOpened) {
    const auto closed = opened_letter("");
    for (const auto& refused : {answer(closed, "Hei"), browser.get(closed + "/reply", kari)}) {
        EXPECT_EQ(refused.status, 404);
        EXPECT_NE(refused.body.find("kan ikke besvares"), std::string::npos) << dispatch::reply_not_taken.name;
    }
    EXPECT_EQ(browser.get(closed, kari).body.find("Svaret går til"), std::string::npos);
    const auto unopened = "/mailbox/" + delivered("Ulest", takes_answers);
    EXPECT_EQ(answer(unopened, "Hei").status, 409);
    EXPECT_EQ(answer(unopened, "Hei", {}, &ola).status, 404);
}

TEST_P(Answer, ThatIsFaultyComesBackWithWhatWasTypedAndEveryFault) {
    const auto path = opened_letter();
    const auto page = answer(path, "Se vedlegg", {{"files", "virus.exe", "", "MZ\x01\x02"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.find("Se vedlegg"), std::string::npos);
    EXPECT_NE(page.body.find("virus.exe"), std::string::npos);
    const auto refused = browser.send_json("POST", path + "/replies", R"({"text":"  "})", kari);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(code_of(refused), dispatch::reply_faulty.name);
    EXPECT_EQ(codes_in(refused), std::vector<std::string>{std::string{dispatch::reply_empty.name}});
    EXPECT_EQ(answer_to(path), "");
}

TEST_P(Answer, SentTwiceByTheSameFormIsOne) {
    const auto path = opened_letter();
    for (int again = 0; again < 2; ++again) {
        const auto sent =
            browser.post_files(path + "/replies", {{"text", "Hei"}, {"requestKey", "en-lang-nok-key"}}, {}, kari);
        EXPECT_EQ(sent.status, 303) << sent.body;
    }
    EXPECT_NE(answer_to(path), "");
}

TEST_P(Answer, KeepsItsAccountWhereTheOrganisationBecomesAnother) {
    const auto path = "/mailbox/" + sent_to_organisation("Høring", takes_answers);
    browser.post(path + "/opening", {}, jorunn);
    jorunn.organisation_name = "Eksempel";
    ASSERT_EQ(answer(path, "Hei", {}, &jorunn).status, 303);
    const auto successor = directory::OrganisationId::make(world.clock.now(), *world.random);
    const auto moved = world.database->write(
        [&](db::Transaction& transaction) { return dispatch::store::move_organisation(transaction, ks, successor); });
    ASSERT_TRUE(moved);
    const auto lease = world.database->reader();
    EXPECT_FALSE(*dispatch::store::account_for_replies(**lease, successor)) << "it gets one when it needs it";
    EXPECT_EQ(dispatch::store::accounts_of(**lease, successor)->size(), 2U);
}

TEST(Answers, AreRefusedForEverythingThatIsWrongAtOnce) {
    using namespace dispatch;
    std::vector<Upload> files{file_named("svar.PDF"), file_named("a.pdf"), file_named("A.PDF"), file_named("tom", ""),
                              file_named("rar.bin", "\x7f"
                                                    "ELF")};
    files[1].bytes = reply_bytes_max;
    const auto faults = reply_faults(std::string(reply_text_length_max + 1, 'a'), files);
    std::vector<std::string_view> codes;
    for (const auto& fault : faults) {
        codes.push_back(fault.code);
    }
    EXPECT_EQ(codes,
              (std::vector<std::string_view>{"platform.too_long", file_name_twice.name, file_name_twice.name,
                                             document_empty.name, reply_file_refused.name, reply_too_large.name}));
    EXPECT_EQ(reply_faults("Hei", std::vector<Upload>(reply_files_max + 1, file_named("x.pdf"))).front().code,
              "platform.too_many_items");
}

TEST(Answers, HaveATitleThatFits) {
    dispatch::Envelope letter;
    letter.reply_to.emplace();
    for (int i = 0; i < 500; ++i) {
        letter.title += "åé";
    }
    const auto envelope = dispatch::reply_to(letter, {}, "Kari", {});
    EXPECT_TRUE(unicode::is_valid(envelope.title));
    EXPECT_EQ(unicode::length(envelope.title), dispatch::title_length_max);
}
