#include "platform/http/page_cache.hpp"
#include "platform/http/tests/border.hpp"

#include <gtest/gtest.h>

#include <future>
#include <thread>

using namespace http;
using namespace border;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const http::Document> page_of(std::size_t bytes) {
    auto document = std::make_shared<http::Document>();
    document->own_content = std::string(bytes, 'p');
    return document;
}

class KeptPage : public ::testing::Test {
protected:
    ManualClock clock{Instant{1'000'000min}};
    std::int64_t version = 1;
    PageCache cache{100'000, [this] { return version; }, clock};
    int made = 0;
    PageCache::Make make = [this] {
        ++made;
        return page_of(100);
    };
};

TEST_F(KeptPage, IsGivenAsLongAsNothingChanges) {
    const auto first = cache.find_or_make("a", make);
    clock.advance(59s);
    EXPECT_EQ(cache.find("a"), first);
    EXPECT_EQ(cache.find_or_make("a", make), first);
    EXPECT_EQ(made, 1);
    EXPECT_FALSE(cache.find("b"));
}

TEST_F(KeptPage, IsMadeAnewWhenSomethingChanges) {
    (void)cache.find_or_make("a", make);
    ++version;
    EXPECT_FALSE(cache.find("a"));
    (void)cache.find_or_make("a", make);
    EXPECT_EQ(made, 2);
}

TEST_F(KeptPage, WithAVersionOfItsOwnOutlivesWhatElseHappens) {
    const auto first = cache.find_or_make("a", make, 7);
    ++version;
    EXPECT_EQ(cache.find("a", 7), first);
    EXPECT_FALSE(cache.find("a", 8));
}

TEST_F(KeptPage, IsMadeAnewWhenTheMinuteEnds) {
    (void)cache.find_or_make("a", make);
    clock.advance(60s);
    EXPECT_FALSE(cache.find("a"));
}

TEST_F(KeptPage, IsStaleWhenTheChangeCameWhileItWasMade) {
    (void)cache.find_or_make("a", [this] {
        ++version;
        return page_of(1);
    });
    EXPECT_FALSE(cache.find("a"));
}

TEST_F(KeptPage, GoesWhenTheMemoryIsNeeded) {
    for (const auto* key : {"a", "b", "c", "d", "e", "f"}) {
        (void)cache.find_or_make(key, [] { return page_of(20'000); });
        (void)cache.find("a");
    }
    EXPECT_LE(cache.state().bytes, 100'000U);
    EXPECT_TRUE(cache.find("a")) << "asked for all the time";
    EXPECT_FALSE(cache.find("b"));
    EXPECT_TRUE(cache.find("f"));
}

TEST_F(KeptPage, IsNotKeptWhenItWouldPushOutAllOthers) {
    EXPECT_TRUE(cache.find_or_make("a", [] { return page_of(90'000); }));
    EXPECT_FALSE(cache.find("a"));
    EXPECT_EQ(cache.state().bytes, 0U);
}

TEST_F(KeptPage, IsMadeOnceForAllWhoWait) {
    std::promise<void> may_finish;
    std::atomic<int> begun = 0;
    const auto slow = [&] {
        ++begun;
        may_finish.get_future().wait();
        return page_of(1);
    };
    auto leader = std::async(std::launch::async, [&] { return cache.find_or_make("a", slow); });
    while (begun == 0) {
        std::this_thread::yield();
    }
    auto follower = std::async(std::launch::async, [&] { return cache.find_or_make("a", slow); });

    may_finish.set_value();

    EXPECT_EQ(leader.get(), follower.get());
    EXPECT_EQ(begun, 1);
}

TEST_F(KeptPage, IsMadeByEachWhenItCannotBeKept) {
    EXPECT_FALSE(cache.find_or_make("a", [] { return nullptr; }));
    EXPECT_TRUE(cache.find_or_make("a", make));
}

TEST_F(KeptPage, LeavesNobodyWaitingWhenMakingFails) {
    EXPECT_THROW((void)cache.find_or_make("a", []() -> std::shared_ptr<const http::Document> { throw 1; }), int);
    EXPECT_TRUE(cache.find_or_make("a", make));
}

class CachedRoute : public ::testing::Test {
protected:
    CachedRoute() : program{with_cache()} {}
    static DispatcherOptions with_cache() {
        auto options = Program::quick();
        options.page_cache_bytes = 1 << 20;
        return options;
    }
    Response get(std::string_view target, Headers headers = {}) {
        return send(program.dispatcher, "GET", target, std::move(headers));
    }
    Program program;
};

TEST_F(CachedRoute, AsksTheHandlerOncePerRepresentation) {
    const auto first = get("/page");
    const auto second = get("/page");
    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(first.headers, second.headers);
    EXPECT_EQ(program.seen.pages, 1);
    (void)get("/page.json");
    (void)get("/page", {{"accept", "application/json"}});
    (void)get("/page", {{"accept-encoding", "gzip"}});
    (void)get("/nn/page");
    EXPECT_EQ(program.seen.pages, 5);
    EXPECT_EQ(send(program.dispatcher, "HEAD", "/page").body, "");
    EXPECT_EQ(program.seen.pages, 5);
}

TEST_F(CachedRoute, AsksAgainWhenTheJournalMoves) {
    (void)get("/page");
    program.change();
    (void)get("/page");
    EXPECT_EQ(program.seen.pages, 2);
}

TEST_F(CachedRoute, NeverAnswersSomebodyFromMemory) {
    (void)get("/page");
    (void)get("/page", {{"cookie", "a=1; samband=kari"}});
    (void)get("/page", {{"cookie", "__Host-samband=kari"}});
    (void)get("/page", {{"authorization", "Bearer kari"}});
    EXPECT_EQ(program.seen.pages, 4);
    (void)get("/page", {{"cookie", "theme=dark"}});
    EXPECT_EQ(program.seen.pages, 4);
}

TEST_F(CachedRoute, SparesWhoHasThePageWhetherItWasKeptOrNot) {
    const auto tag = std::string{*get("/page").header("etag")};
    EXPECT_EQ(get("/page", {{"if-none-match", tag}}).status, 304);
    program.change();
    EXPECT_EQ(get("/page", {{"if-none-match", tag}}).status, 304);
    EXPECT_EQ(get("/page").status, 200) << "the 304 was not what was kept";
    EXPECT_EQ(program.seen.pages, 2);
}

} // namespace
