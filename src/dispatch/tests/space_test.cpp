// The space of what is gone comes back, and of nothing else.
#include "dispatch/actions/resumable_uploads.hpp"
#include "dispatch/jobs/give_space_back.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

class Space : public post::Office {
protected:
    void tend_and_give_back() {
        const auto tended = dispatch::tend_post(office);
        EXPECT_TRUE(tended) << describe(tended.error());
        const auto given = dispatch::give_space_back(office);
        EXPECT_TRUE(given) << describe(given.error());
    }
    std::size_t contents_kept() { return world.blobs->passing(Instant{}, world.clock.now() + 1h)->size(); }
    dispatch::Space figures() { return *dispatch::space_given_back(**world.database->reader()); }
    bool can_be_read(const std::string& id) {
        const auto reader = world.database->reader();
        const auto opened = dispatch::open_dispatch(**reader, office, *stored(id));
        if (!opened) return false;
        const auto bytes = dispatch::document_bytes(*world.blobs, *opened, 0);
        return bytes && *bytes == post::a_pdf();
    }
    http::Response tus(std::string_view method, std::string_view path, world::Browser::Fields headers,
                       std::string body = {}) {
        headers.emplace_back("tus-resumable", "1.0.0");
        return ask(method, path, std::move(body), method == "PATCH" ? "application/offset+octet-stream" : "",
                   post::basic("avsender", post::secret), std::move(headers));
    }
    std::string begun(std::size_t bytes) {
        const auto answer = tus("POST", "/dispatches/uploads", {{"upload-length", std::to_string(bytes)}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string{answer.header("location").value_or("")};
    }
    void add(const std::string& path, std::size_t offset, std::string body) {
        EXPECT_EQ(tus("PATCH", path, {{"upload-offset", std::to_string(offset)}}, std::move(body)).status, 204);
    }
    static std::string own_letter(std::string_view document) {
        return fmt::format(R"({{"title":"Vedtak","recipient":{{"address":{{"name":"Kari Eksempel","town":"OSLO",)"
                           R"("postalCode":"0010"}},"identityNumber":"{}"}},"documents":[{}]}})",
                           post::kari, document);
    }
    http::Response send_own(std::string_view query, const std::string& content = post::a_pdf()) {
        return ask(
            "POST", fmt::format("/dispatches{}", query),
            post::multipart({post::metadata(own_letter(R"({"name":"brev.pdf"})")), post::file("brev.pdf", content)}),
            post::multipart_type);
    }
    void destroy(const std::string& id) {
        const auto done = world.database->write([&](db::Transaction& transaction) {
            return transaction.execute("UPDATE dispatch_dispatch SET status = 'read' WHERE id = $1", {id});
        });
        EXPECT_TRUE(done);
        world.clock.advance(24h * 91);
        tend_and_give_back();
    }
};
EACH_DATABASE(Space);

} // namespace

TEST_P(Space, OfDestroyedContentComesBackADayLater) {
    const auto id = sent("Vedtak");
    const auto other = sent("Vedtak som venter");
    work();
    ASSERT_EQ(contents_kept(), 2U);
    destroy(id);
    ASSERT_FALSE(stored(id)->wrapped_key);
    EXPECT_EQ(contents_kept(), 2U) << "who began to read it may end";
    EXPECT_EQ(figures().waiting, 1);

    world.clock.advance(25h);
    tend_and_give_back();

    EXPECT_EQ(contents_kept(), 1U);
    EXPECT_TRUE(can_be_read(other));
    EXPECT_EQ(figures().waiting, 0);
    EXPECT_EQ(figures().contents, 1);
    tend_and_give_back();
    EXPECT_EQ(figures().contents, 1);
}

TEST_P(Space, OfTriedAndRefusedLettersComesBackADayLater) {
    ASSERT_EQ(send_own("?dryRun=true").status, 200);
    ASSERT_EQ(send_own("?ukjent=ja").status, 422);
    const auto refused = ask("POST", "/dispatches", post::multipart({post::metadata("{}"), post::file("brev.pdf")}),
                             post::multipart_type);
    ASSERT_GE(refused.status, 400);
    const auto kept = send_own("");
    ASSERT_EQ(kept.status, 201) << kept.body;
    const std::string id{json::parse(kept.body)->text_of("id")};
    ASSERT_GE(send_own("").status, 400) << "the same title to the same person";
    work();
    const auto before = contents_kept();
    ASSERT_GE(before, 4U);
    world.clock.advance(23h);
    tend_and_give_back();
    EXPECT_EQ(contents_kept(), before);

    world.clock.advance(3h);
    tend_and_give_back();

    EXPECT_EQ(contents_kept(), 1U);
    EXPECT_TRUE(can_be_read(id));
}

TEST_P(Space, IsCounted) {
    const auto path = begun(200'000);
    add(path, 0, std::string(100'000, 'a'));
    EXPECT_EQ(tus("DELETE", path, {}).status, 204);

    world.clock.advance(25h);
    tend_and_give_back();

    EXPECT_EQ(figures().contents, 1);
    EXPECT_GE(figures().bytes, 90'000);
    EXPECT_LE(figures().bytes, 101'000);
}

TEST_P(Space, OfALetterThatIsDatedBackIsKept) {
    const auto id = sent("Vedtak");
    work();
    const auto done = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_dispatch SET received_at = 1000 WHERE id = $1", {id});
    });
    ASSERT_TRUE(done);

    world.clock.advance(24h * 30);
    tend_and_give_back();

    EXPECT_TRUE(can_be_read(id));
}

TEST_P(Space, OfUploadsThatEndComesBack) {
    const auto ended = begun(2000), left = begun(2000), taken = begun(post::a_pdf().size());
    add(ended, 0, std::string(1000, 'a'));
    add(left, 0, std::string(1000, 'b'));
    const auto half = post::a_pdf().size() / 2;
    add(taken, 0, post::a_pdf().substr(0, half));
    add(taken, half, post::a_pdf().substr(half));
    ASSERT_EQ(contents_kept(), 5U) << "two parts, and two that became one";
    EXPECT_EQ(tus("DELETE", ended, {}).status, 204);
    const auto upload = taken.substr(taken.rfind('/') + 1);
    const auto sent =
        ask("POST", "/dispatches", own_letter(fmt::format(R"({{"name":"brev.pdf","upload":"{}"}})", upload)),
            "application/json");
    ASSERT_EQ(sent.status, 201) << sent.body;
    const std::string id{json::parse(sent.body)->text_of("id")};
    work();

    world.clock.advance(25h);
    tend_and_give_back(); // Now the one that was left ends too.
    EXPECT_EQ(contents_kept(), 2U);
    world.clock.advance(25h);
    tend_and_give_back();

    EXPECT_EQ(contents_kept(), 1U);
    EXPECT_TRUE(can_be_read(id));
}

TEST_P(Space, OfAFileMadeWholeTwiceIsThatOfOne) {
    const auto path = begun(2000);
    add(path, 0, std::string(1000, 'a'));
    const auto id = *dispatch::UploadId::parse(path.substr(path.rfind('/') + 1));
    const auto account = open_account("en til");
    const auto done = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_upload SET account_id = $1, bytes = 1000", {account});
    });
    ASSERT_TRUE(done);
    const auto seen = *dispatch::store::upload(**world.database->reader(), id, account, world.clock.now());

    const auto first = dispatch::made_whole(office, *seen);
    const auto second = dispatch::made_whole(office, *seen); // Began before the first one ended.

    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->blob, second->blob);
    for (int i = 0; i < 3; ++i) {
        world.clock.advance(9h);
        tend_and_give_back();
    }
    EXPECT_TRUE(dispatch::as_document(office, *second, "brev.pdf"));
}

TEST_P(Space, IsGivenBackOnceWhereverAKillCame) {
    const auto id = sent("Vedtak");
    work();
    destroy(id);
    world.clock.advance(25h);
    const auto contents = *world.blobs->passing(Instant{}, world.clock.now());
    ASSERT_EQ(contents.size(), 1U);
    ASSERT_TRUE(world.blobs->release(contents)); // And then the program was killed.
    EXPECT_EQ(figures().waiting, 1);

    tend_and_give_back();

    EXPECT_EQ(figures().waiting, 0);
    EXPECT_EQ(contents_kept(), 0U);
}
