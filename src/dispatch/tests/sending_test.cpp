// The command line's side: each letter once, whatever happens on the way.
#include "dispatch/domain/errors.hpp"
#include "dispatch/sending.hpp"
#include "dispatch/store/department_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace {

class Sending : public post::Office {
protected:
    Sending() : folder{std::filesystem::temp_directory_path() / ("samband-" + make_system_random()->token(9))} {
        std::filesystem::create_directory(folder);
        write("brev.pdf", post::a_pdf());
        there.server = "https://samband.example";
        there.account = "avsender";
        there.secret = std::string{post::secret};
        there.pause = [this](std::chrono::milliseconds pause) { paused.push_back(pause); };
        there.fetch = [this](const net::Request& request) { return answered(request); };
    }
    ~Sending() override { std::filesystem::remove_all(folder); }

    std::string path_of(std::string_view name) const { return (folder / name).string(); }
    void write(std::string_view name, std::string_view content) const {
        std::ofstream{path_of(name), std::ios::binary} << content;
    }
    dispatch::ListedLetter letter(std::string title) const {
        dispatch::ListedLetter one;
        one.to = post::kari;
        one.name = "Kari Eksempel";
        one.title = std::move(title);
        one.files = {path_of("brev.pdf")};
        one.is_digital_only = true;
        return one;
    }
    std::int64_t accepted() {
        const auto lease = world.database->reader();
        return (*lease)->query("SELECT count(*) FROM dispatch_dispatch", {})->front().number(0);
    }
    std::int64_t kept_uploads() {
        const auto lease = world.database->reader();
        return (*lease)->query("SELECT count(*) FROM dispatch_upload", {})->front().number(0);
    }
    /// Through the request border; before it, or after it, the line may break.
    Result<net::Answer> answered(const net::Request& request) {
        const auto broken = platform::outside_unreachable.error({{"url", request.url}, {"why", "prøve"}});
        const auto fate = fates.empty() ? Fate::fine : fates.front();
        if (!fates.empty()) fates.erase(fates.begin());
        if (fate == Fate::never_arrives) return broken;
        if (fate == Fate::busy) {
            net::Answer busy;
            busy.status = 503;
            return busy;
        }
        std::string content_type;
        world::Browser::Fields headers;
        std::string authorization;
        for (const auto& [name, value] : request.headers) {
            if (name == "content-type") {
                content_type = value;
            } else if (name == "authorization") {
                authorization = value;
            } else {
                headers.emplace_back(name, value);
            }
        }
        const auto path = request.url.substr(there.server.size());
        const auto answer = ask(request.method, path, request.body, content_type, authorization, headers);
        if (fate == Fate::answer_lost) return broken;
        net::Answer told;
        told.status = answer.status;
        told.body = answer.body;
        for (const auto* name : {"location", "upload-offset"}) {
            if (const auto value = answer.header(name)) told.headers.emplace(name, std::string{*value});
        }
        return told;
    }
    enum class Fate : std::uint8_t { fine, never_arrives, answer_lost, busy };
    std::vector<Fate> fates;
    std::vector<std::chrono::milliseconds> paused;
    std::filesystem::path folder;
    dispatch::Post there;
};
EACH_DATABASE(Sending);

} // namespace

TEST_P(Sending, SendsALetterOnceHoweverOftenItIsAsked) {
    const auto one = letter("Vedtak");
    const auto key = *dispatch::key_of_letter(there, one);
    const auto first = dispatch::send_letter(there, one, key);
    ASSERT_TRUE(first) << describe(first.error());
    const auto again = dispatch::send_letter(there, one, key);
    ASSERT_TRUE(again);
    EXPECT_EQ(first->id, again->id);
    EXPECT_EQ(first->receipt_url, "/dispatches/" + first->id + "/receipt");
    EXPECT_EQ(accepted(), 1);
    work();
    EXPECT_EQ(status_of(first->id), "VARSLET");
    EXPECT_NE(key, *dispatch::key_of_letter(there, letter("Et annet")));
    write("brev.pdf", "%PDF-1.4\nEndret\n%%EOF\n");
    EXPECT_NE(key, *dispatch::key_of_letter(there, one));
}

TEST_P(Sending, GoesOnThroughSilenceAndALostAnswer) {
    const auto one = letter("Vedtak");
    const auto key = *dispatch::key_of_letter(there, one);
    // Sent in vain, asked for in vain; sent, and the answer lost; then asked for.
    fates = {Fate::never_arrives, Fate::never_arrives, Fate::answer_lost, Fate::fine};
    const auto sent = dispatch::send_letter(there, one, key);
    ASSERT_TRUE(sent) << describe(sent.error());
    EXPECT_EQ(accepted(), 1);
    EXPECT_EQ(paused.size(), 2U);
    EXPECT_GT(paused[1], paused[0]);
}

TEST_P(Sending, GivesUpAfterAWhileAndSaysWhy) {
    const auto one = letter("Vedtak");
    const auto key = *dispatch::key_of_letter(there, one);
    fates.assign(20, Fate::busy);
    EXPECT_EQ(dispatch::send_letter(there, one, key).error().code, dispatch::sending_refused.name);
    fates.assign(20, Fate::never_arrives);
    EXPECT_EQ(dispatch::send_letter(there, one, key).error().code, platform::outside_unreachable.name);
    fates.clear();
    paused.clear();
    auto faulty = one;
    faulty.to = "13814520078";
    const auto refused = dispatch::send_letter(there, faulty, "en-annen-nokkel");
    EXPECT_EQ(refused.error().code, dispatch::sending_refused.name);
    EXPECT_NE(describe(refused.error()).find("identityNumber"), std::string::npos) << describe(refused.error());
    EXPECT_TRUE(paused.empty());
    faulty.files = {path_of("finnes-ikke.pdf")};
    EXPECT_EQ(dispatch::key_of_letter(there, faulty).error().code, dispatch::file_unreadable.name);
}

TEST_P(Sending, ReadsAListAndTellsEveryFaultAtOnce) {
    const auto list = "to;name;title;files;reference\n" + std::string{post::kari} +
                      ";Kari;Vedtak;brev.pdf;sak 1\n"
                      "971032146;Eksempel;Svar;brev.pdf|brev.pdf;\n";
    const auto letters = dispatch::letters_in(list, folder.string());
    ASSERT_TRUE(letters) << describe(letters.error());
    ASSERT_EQ(letters->size(), 2U);
    EXPECT_EQ((*letters)[0].reference, "sak 1");
    EXPECT_EQ((*letters)[0].files, std::vector{path_of("brev.pdf")});
    EXPECT_EQ((*letters)[1].files.size(), 2U);
    EXPECT_EQ((*letters)[1].line, 3U);

    const auto faulty = dispatch::letters_in("to,name,title,files\n12,,,borte.pdf\n", folder.string());
    ASSERT_FALSE(faulty);
    EXPECT_EQ(faulty.error().code, dispatch::list_faulty.name);
    EXPECT_EQ(faulty.error().faults.size(), 4U);
    EXPECT_EQ(dispatch::letters_in("to,name\n", folder.string()).error().faults.size(), 2U);
}

TEST_P(Sending, RemembersWhatWasSentAlsoWhenTheLastLineWasTorn) {
    const auto path = path_of("liste.csv.sent");
    {
        dispatch::SentList list{path};
        ASSERT_TRUE(list.load());
        ASSERT_TRUE(list.add("b", {"1", "/dispatches/1/receipt"}, letter("b")));
        ASSERT_TRUE(list.add("a", {"2", "/dispatches/2/receipt"}, letter("a")));
    }
    std::ofstream{path, std::ios::binary | std::ios::app} << "revet,3";
    dispatch::SentList list{path};
    ASSERT_TRUE(list.load());
    EXPECT_TRUE(list.holds("a"));
    EXPECT_TRUE(list.holds("b"));
    EXPECT_FALSE(list.holds("revet"));
    ASSERT_TRUE(list.add("c", {"4", ""}, letter("c")));
    dispatch::SentList again{path};
    ASSERT_TRUE(again.load());
    EXPECT_TRUE(again.holds("c"));
    dispatch::SentList nowhere{path_of("mappe/borte.sent")};
    EXPECT_EQ(nowhere.add("a", {"1", ""}, letter("a")).error().code, dispatch::file_unwritable.name);
}

TEST_P(Sending, ALetterToADepartmentOfATypeIsSentAsThat) {
    const auto told = world.database->write([&](db::Transaction& transaction) {
        return dispatch::store::put(transaction, ks, dispatch::Department{"barnehage", "Barnehage"});
    });
    ASSERT_TRUE(told);
    write("liste.csv", "to,name,title,files,department,dispatchType,digitalOnly\n"
                       "971032146,Eksempel,Til avdelingen,brev.pdf,barnehage,nav.digisos,ja\n");
    std::ifstream list{path_of("liste.csv")};
    const std::string text{std::istreambuf_iterator<char>{list}, {}};
    const auto letters = dispatch::letters_in(text, folder.string());
    ASSERT_TRUE(letters) << describe(letters.error());
    const auto sent = dispatch::send_letter(there, letters->front(), *dispatch::key_of_letter(there, letters->front()));
    ASSERT_TRUE(sent) << describe(sent.error());
    const auto kept = stored(sent->id);
    EXPECT_EQ(kept->department, "barnehage");
    EXPECT_EQ(kept->dispatch_type, "nav.digisos");
    auto plain = letters->front();
    plain.department.clear();
    EXPECT_NE(*dispatch::key_of_letter(there, plain), *dispatch::key_of_letter(there, letters->front()));
}

TEST_P(Sending, ALargeFileGoesAheadAndGoesOnWhereTheLineBroke) {
    const auto large = post::a_pdf() + std::string(20 << 20, '\n');
    write("stor.pdf", large);
    auto one = letter("Stort vedlegg");
    one.files.push_back(path_of("stor.pdf"));
    const auto key = *dispatch::key_of_letter(there, one);
    // Whether it was sent before, begun; a piece whose answer is lost, how much is safe, the rest, and the letter.
    fates = {Fate::fine, Fate::fine, Fate::answer_lost, Fate::busy, Fate::fine, Fate::never_arrives};
    const auto sent = dispatch::send_letter(there, one, key);
    ASSERT_TRUE(sent) << describe(sent.error());
    EXPECT_TRUE(fates.empty());
    {
        const auto reader = world.database->reader();
        const auto opened = dispatch::open_dispatch(**reader, office, *stored(sent->id));
        ASSERT_TRUE(opened) << describe(opened.error());
        const auto bytes = dispatch::document_bytes(*world.blobs, *opened, 1);
        EXPECT_TRUE(bytes && *bytes == large);
    }
    const auto again = dispatch::send_letter(there, one, key);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, sent->id);
    EXPECT_EQ(accepted(), 1);
}

TEST_P(Sending, ALargeFileOfALetterThatIsRefusedLeavesNothingBehind) {
    write("stor.pdf", post::a_pdf() + std::string(9 << 20, '\n'));
    auto faulty = letter("Stort vedlegg");
    faulty.to = "13814520078";
    faulty.files = {path_of("stor.pdf"), path_of("stor.pdf")};
    EXPECT_EQ(dispatch::send_letter(there, faulty, "nokkel").error().code, dispatch::sending_refused.name);
    EXPECT_EQ(kept_uploads(), 0);
    faulty.files.push_back(path_of("borte.pdf"));
    EXPECT_EQ(dispatch::send_letter(there, faulty, "nokkel").error().code, dispatch::file_unreadable.name);
    EXPECT_EQ(kept_uploads(), 0);
}

TEST_P(Sending, IsNotLedAstrayByAnAnswerThatIsNoUpload) {
    write("stor.pdf", post::a_pdf() + std::string(9 << 20, '\n'));
    there.fetch = [](const net::Request&) -> Result<net::Answer> {
        net::Answer strange;
        strange.status = 201;
        strange.headers.emplace("location", "https://mellomtjener.example/");
        return strange;
    };
    auto one = letter("Stort vedlegg");
    one.files = {path_of("stor.pdf")};
    EXPECT_EQ(dispatch::send_letter(there, one, "nokkel").error().code, dispatch::sending_refused.name);
}

TEST_P(Sending, ALargeFileThatNobodyTakesIsGivenUp) {
    write("stor.pdf", post::a_pdf() + std::string(9 << 20, '\n'));
    auto one = letter("Stort vedlegg");
    one.files = {path_of("stor.pdf")};
    const auto key = *dispatch::key_of_letter(there, one);
    fates.assign(40, Fate::busy);
    EXPECT_EQ(dispatch::send_letter(there, one, key).error().code, dispatch::sending_refused.name);
    EXPECT_EQ(accepted(), 0);
}
