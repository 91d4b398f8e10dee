// What is looked at between received and accepted: the file as it is, not as it is called.
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/testing/line_server.hpp"
#include "platform/testing/pdf_words.hpp"

#include <fmt/format.h>

namespace {

class DeepCheck : public post::Office {
protected:
    /// A letter of these files; gives its id once it is checked.
    std::string checked(const std::vector<std::string>& contents, std::string_view more = {}) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < contents.size(); ++i)
            names.push_back(fmt::format("fil{}.pdf", i));
        std::vector<post::Part> parts{post::metadata(letter(fmt::format("Brev {}", ++sent_so_far), names, more))};
        for (std::size_t i = 0; i < contents.size(); ++i)
            parts.push_back(post::file(names[i], contents[i]));
        const auto answer = send(parts);
        EXPECT_EQ(answer.status, 200) << answer.body;
        work();
        return std::string{json::parse(answer.body)->text_of("id")};
    }
    int sent_so_far = 0;
    std::string history(const std::string& id) {
        return ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/historikk").body;
    }
    /// Speaks as clamd does, and finds something in whatever holds the word.
    static void scan(world::Conversation& client) {
        const auto command = client.bytes(10);
        if (!command) return;
        std::string content;
        for (;;) {
            const auto length = client.bytes(4);
            if (!length) return;
            std::size_t count = 0;
            for (const char byte : *length)
                count = count << 8 | static_cast<unsigned char>(byte);
            if (count == 0) break;
            content += client.bytes(count).value_or("");
        }
        const bool is_bad = content.find("SKADELIG") != std::string::npos;
        ++scans;
        client.say(is_bad ? std::string_view{"stream: Eicar-Signature FOUND\0", 30}
                          : std::string_view{"stream: OK\0", 11});
    }
    static inline std::atomic<int> scans{0};
};
EACH_DATABASE(DeepCheck);

} // namespace

TEST_P(DeepCheck, TellsTheSenderEveryReasonAtOnce) {
    pdf::Limits narrow;
    narrow.memory_bytes = 400 << 20;
    narrow.processor_time = std::chrono::seconds{1};
    office.workshop = std::make_shared<pdf::Workshop>(narrow);
    const auto poster =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
        "endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 2400 3400]>>endobj\ntrailer<</Root 1 0 R>>\n"
        "%%EOF\n";
    const auto id =
        checked({testing_pdf::locked(post::a_pdf(), "passord"), poster, "%PDF-1.4 avkuttet", testing_pdf::bomb()});
    EXPECT_EQ(status_of(id), "AVVIST");
    const auto said = history(id);
    for (const auto* wanted : {"fil0.pdf» er beskyttet med passord", "Side 1 i fil1.pdf er 847 × 1199 mm",
                               "«fil2.pdf»: dokumentet er ikke helt"}) {
        EXPECT_NE(said.find(wanted), std::string::npos) << wanted << "\n" << said;
    }
    // Whichever limit it runs into first: memory shows as damage, time as too heavy.
    const bool is_refused = said.find("«fil3.pdf»: dokumentet er ikke helt") != std::string::npos ||
                            said.find("fil3.pdf krever mer minne eller tid") != std::string::npos;
    EXPECT_TRUE(is_refused) << said;
}

TEST_P(DeepCheck, GivesUpOnWhatTakesTooMuch) {
    pdf::Limits none;
    none.time = std::chrono::seconds{0};
    office.workshop = std::make_shared<pdf::Workshop>(none);
    const auto id = checked({post::a_pdf()});
    EXPECT_EQ(status_of(id), "AVVIST");
    EXPECT_NE(history(id).find("krever mer minne"), std::string::npos) << dispatch::pdf_too_heavy.name;
}

TEST_P(DeepCheck, LetsWhatIsNeverPrintedHaveItsPasswordAndItsSize) {
    const auto id = checked({testing_pdf::locked(post::a_pdf(), "passord")}, R"(,"kunDigitalLevering":true)");
    EXPECT_EQ(status_of(id), "VARSLET");
}

TEST_P(DeepCheck, RejectsWhatTheScannerFindsSomethingIn) {
    world::LineServer clamd{scan};
    office.clamd = fmt::format("127.0.0.1:{}", clamd.port());
    EXPECT_EQ(status_of(checked({post::pdf_saying("Rent")})), "VARSLET");
    const auto id = checked({post::pdf_saying("SKADELIG")});
    EXPECT_EQ(status_of(id), "AVVIST");
    EXPECT_NE(history(id).find("Eicar-Signature"), std::string::npos) << dispatch::document_infected.name;
}

TEST_P(DeepCheck, LooksOnceIntoAFileThatManyAreSent) {
    world::LineServer clamd{scan};
    office.clamd = fmt::format("127.0.0.1:{}", clamd.port());
    scans = 0;
    const auto json =
        R"({"title":"Til alle","documents":[{"name":"brev.pdf"}],"recipients":[)"
        R"({"address":{"name":"Kari","town":"OSLO","postalCode":"0010"},"identityNumber":"13814520077"},)"
        R"({"address":{"name":"Eksempel","town":"OSLO","postalCode":"0010"},"organisationNumber":"971032146"}]})";
    const auto answer =
        ask("POST", "/dispatches/mailings", post::multipart({post::metadata(json), post::file("brev.pdf")}),
            post::multipart_type, post::basic("avsender", post::secret));
    ASSERT_EQ(answer.status, 201) << answer.body;
    work();
    EXPECT_EQ(scans, 1);
    const auto accepted = json::parse(answer.body);
    for (const auto& letter : *accepted->find("letters")->array())
        EXPECT_EQ(status_of(std::string{letter.text_of("id")}), "VARSLET");
}

TEST_P(DeepCheck, HoldsWhatCannotBeScannedAndLosesNothing) {
    office.clamd = "/finnes/ikke/clamd.sock";
    const auto id = checked({post::pdf_saying("Rent")});
    for (int turns = 0; turns < 40; ++turns) {
        world.clock.advance(std::chrono::minutes{3});
        work();
    }
    EXPECT_EQ(status_of(id), "MOTTATT");
    const auto said = history(id);
    const auto first = said.find("Venter på viruskontroll");
    ASSERT_NE(first, std::string::npos) << said;
    EXPECT_EQ(said.find("Venter på viruskontroll", first + 1), std::string::npos);
    world::LineServer clamd{scan};
    office.clamd = fmt::format("127.0.0.1:{}", clamd.port());
    world.clock.advance(std::chrono::minutes{3});
    work();
    EXPECT_EQ(status_of(id), "VARSLET");
}
