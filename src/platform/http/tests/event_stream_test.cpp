// Server-sent events over real sockets: what is told, what is told again, and who is sent away.
#include "platform/http/event_stream.hpp"
#include "platform/http/server.hpp"
#include "platform/http/tests/border.hpp"
#include "platform/http/tests/wire.hpp"
#include "platform/metrics/metrics.hpp"

#include <gtest/gtest.h>

using namespace http;
using namespace border;
using namespace std::chrono_literals;

namespace {

std::string ask(std::string_view target, std::string_view lines = "") {
    return "GET " + std::string{target} +
           " HTTP/1.1\r\nHost: samband.example\r\nAccept: text/event-stream\r\nAccept-Encoding: gzip\r\n" +
           std::string{lines} + "\r\n";
}

class EventStream : public ::testing::Test {
protected:
    void start(ServerOptions options = {}) {
        options.io_threads = 2;
        auto started = Server::start(program.dispatcher, options, {[this](const Served& served) {
                                         const std::lock_guard lock{mutex};
                                         observed.emplace_back(served.trace.route);
                                     }});
        ASSERT_TRUE(started);
        server = *std::move(started);
    }
    [[nodiscard]] std::uint16_t port() const { return server->bound_port(); }

    /// A client that listens, and the head it got.
    struct Listener {
        std::unique_ptr<Wire> line;
        std::string head;
    };
    Listener listen(std::string_view target, std::string_view lines = "") {
        Listener listener{std::make_unique<Wire>(port()), {}};
        EXPECT_TRUE(listener.line->send(ask(target, lines)));
        listener.head = listener.line->receive_until("retry: 2000\n\n");
        return listener;
    }

    std::mutex mutex;
    std::vector<std::string> observed;
    Program program;
    std::unique_ptr<Server> server;
};

TEST_F(EventStream, TellsEveryoneWhoListensToATopicAndNobodyElse) {
    start();
    auto first = listen("/events/a");
    auto second = listen("/events/a");
    auto other = listen("/events/b");
    EXPECT_EQ(status_in(first.head), 200);
    EXPECT_EQ(header_in(first.head, "content-type"), "text/event-stream");
    EXPECT_EQ(header_in(first.head, "cache-control"), "no-store");
    EXPECT_EQ(header_in(first.head, "x-accel-buffering"), "no");
    EXPECT_EQ(header_in(first.head, "content-encoding"), "");
    EXPECT_EQ(header_in(first.head, "connection"), "close") << "the end of the line is the end of the stream";

    program.hub.publish("a", 7, "changed", "one");
    program.hub.publish("b", 8, "changed", "two");

    EXPECT_EQ(first.line->receive_until("\n\n"), "id: 7\nevent: changed\ndata: one\n\n");
    EXPECT_EQ(second.line->receive_until("\n\n"), "id: 7\nevent: changed\ndata: one\n\n");
    EXPECT_EQ(other.line->receive_until("\n\n"), "id: 8\nevent: changed\ndata: two\n\n");
    EXPECT_EQ(program.hub.listeners("a"), 2U);
    const std::lock_guard lock{mutex};
    EXPECT_EQ(observed.size(), 3U) << "counted when the stream begins, not when it ends";
}

TEST_F(EventStream, TellsInOrderAndNothingTwice) {
    start();
    auto listener = listen("/events/a");
    for (const auto id : {3, 5, 5, 4, 6})
        program.hub.publish("a", id, "changed", "");
    std::string told;
    while (told.find("id: 6") == std::string::npos) {
        const auto more = listener.line->receive_until("\n\n");
        ASSERT_FALSE(more.empty());
        told += more;
    }
    EXPECT_EQ(told,
              "id: 3\nevent: changed\ndata: \n\nid: 5\nevent: changed\ndata: \n\nid: 6\nevent: changed\ndata: \n\n");
}

TEST_F(EventStream, CatchesUpWhoWasAwayOnceAndWithoutGap) {
    start();
    program.newest_kept = 9; // Kept in the database, and this program has told nobody yet.
    auto away = listen("/events/a", "Last-Event-ID: 4\r\n");
    EXPECT_EQ(away.line->receive_until("\n\n"), "id: 9\nevent: changed\ndata: missed\n\n");
    program.hub.publish("a", 9, "changed", "again");
    program.hub.publish("a", 10, "changed", "new");
    EXPECT_EQ(away.line->receive_until("\n\n"), "id: 10\nevent: changed\ndata: new\n\n");

    auto known = listen("/events/a?after=10");
    program.hub.publish("a", 11, "changed", "next");
    EXPECT_EQ(known.line->receive_until("\n\n"), "id: 11\nevent: changed\ndata: next\n\n");
    auto newcomer = listen("/events/a");
    EXPECT_EQ(newcomer.line->receive_until("\n\n"), "id: 11\nevent: changed\ndata: missed\n\n");
    auto nonsense = listen("/events/a", "Last-Event-ID: -7x\r\n");
    EXPECT_EQ(nonsense.line->receive_until("\n\n"), "id: 11\nevent: changed\ndata: missed\n\n");
}

TEST_F(EventStream, LosesNothingThatHappensWhileSomebodyComesBack) {
    start();
    std::atomic<bool> is_over = false;
    std::thread happenings{[&] {
        for (std::int64_t id = 1; !is_over; ++id) {
            program.newest_kept = id;
            program.hub.publish("a", id, "changed", "");
        }
    }};
    for (int i = 0; i < 30; ++i) {
        auto listener = listen("/events/a", "Last-Event-ID: 0\r\n");
        // Either what was missed, or sent away at once because more came than a line holds; then it comes back as here.
        const auto told = listener.line->receive_until("\n\n");
        EXPECT_TRUE(told.find("id: ") != std::string::npos || listener.line->is_closed()) << told;
    }
    auto last = listen("/events/a");
    is_over = true;
    happenings.join();
    program.hub.publish("a", 1'000'000'000, "changed", "end");
    // Too slow to be told all of it, and then told to come back; or told the end.
    const auto rest = last.line->receive_until("data: end");
    if (rest.empty()) {
        auto again = listen("/events/a", "Last-Event-ID: 1\r\n");
        EXPECT_NE(again.line->receive_until("\n\n").find("id: 1000000000"), std::string::npos);
    }
}

TEST_F(EventStream, BeatsWhileNothingHappens) {
    ServerOptions options;
    options.limits.beat_pause = 20ms;
    start(options);
    auto listener = listen("/events/a");
    EXPECT_EQ(listener.line->receive_until("\n\n"), "event: beat\ndata:\n\n");
    EXPECT_EQ(listener.line->receive_until("\n\n"), "event: beat\ndata:\n\n");
}

TEST_F(EventStream, EndsAfterAWhileSoThatRightsAreAskedForAnew) {
    ServerOptions options;
    options.limits.watch_time_max = 40ms;
    start(options);
    auto listener = listen("/events/a");
    EXPECT_TRUE(listener.line->is_closed());
    EXPECT_EQ(status_in(listen("/events/a").head), 200);
}

TEST_F(EventStream, SendsAwayWhoTakesNothing) {
    ServerOptions options;
    options.limits.send_pause_max = 60ms;
    start(options);
    auto listener = listen("/events/a");
    const std::string large(1 << 20, 'x');
    // The client reads nothing: what the system does not hold for it waits, and then its time is up.
    for (std::int64_t id = 1; id <= 40; ++id)
        program.hub.publish("a", id, "changed", large);
    // The place is free a moment before the line itself is gone.
    const auto patience_ends = std::chrono::steady_clock::now() + 10s;
    while (server->state().watchers + program.hub.listeners("a") > 0 &&
           std::chrono::steady_clock::now() < patience_ends) {
        std::this_thread::yield();
    }
    EXPECT_EQ(server->state().watchers, 0U);
    EXPECT_EQ(program.hub.listeners("a"), 0U);
    EXPECT_NE(metrics::text().find("http_watchers_cut_off_total"), std::string::npos);
}

TEST_F(EventStream, KeepsPlacesForWatchersApart) {
    ServerOptions options;
    options.connections_max = 2;
    options.watchers_max = 3;
    start(options);
    std::vector<Listener> watching;
    for (int i = 0; i < 3; ++i)
        watching.push_back(listen("/events/a"));
    EXPECT_EQ(server->state().watchers, 3U);
    EXPECT_EQ(server->state().connections, 0U) << "those who watch take no place of those who ask";

    Wire one_too_many{port()};
    ASSERT_TRUE(one_too_many.send(ask("/events/a")));
    const auto refused = one_too_many.receive();
    EXPECT_EQ(status_in(refused), 503);
    EXPECT_EQ(header_in(refused, "retry-after"), "10");
    EXPECT_NE(refused.find(platform::too_many_watchers.name), std::string::npos);

    watching.pop_back();
    while (server->state().watchers == 3) {
        std::this_thread::yield();
    }
    EXPECT_EQ(status_in(listen("/events/a").head), 200);
}

TEST_F(EventStream, ClosesAtOnceWhenTheServerStops) {
    start();
    auto listener = listen("/events/a");
    server->stop();
    EXPECT_TRUE(listener.line->is_closed());
    program.hub.publish("a", 1, "changed", "nobody listens");
    EXPECT_EQ(program.hub.listeners("a"), 0U);
}

TEST_F(EventStream, ClosesOnAClientThatSpeaks) {
    start();
    auto listener = listen("/events/a");
    ASSERT_TRUE(listener.line->send(ask("/page")));
    EXPECT_TRUE(listener.line->is_closed());
}

TEST_F(EventStream, IsNotOpenedByHeadNorOfferedAsAPage) {
    start();
    EXPECT_EQ(send(program.dispatcher, "HEAD", "/events/a").status, 200);
    EXPECT_EQ(program.hub.listeners("a"), 0U);
    EXPECT_EQ(send(program.dispatcher, "GET", "/events/a", {{"accept", "text/html"}}).status, 406);
}

TEST(AnEvent, CannotBreakOutOfItsLine) {
    EXPECT_EQ(event_text(1, "a", "b"), "id: 1\nevent: a\ndata: b\n\n");
    EXPECT_THROW((void)event_text(1, "a", "b\ndata: c"), BrokenInvariant);
}

TEST(ASubscription, IsToldOnceThatItFellBehind) {
    EventHub hub{2};
    const auto entry = hub.subscribe("a");
    int woken = 0;
    entry.subscription->listen([&] { ++woken; });
    for (std::int64_t id = 1; id <= 3; ++id)
        hub.publish("a", id, "changed", "");
    EXPECT_EQ(woken, 1) << "once until it has taken what waits";
    const auto taken = entry.subscription->take();
    EXPECT_TRUE(taken.is_behind);
    EXPECT_TRUE(taken.events.empty()) << "half of what happened is worse than being told to ask";
    EXPECT_EQ(hub.newest("a"), 3);
}

} // namespace

TEST(EventHub, KeepsNothingOfATopicThatNobodyListensTo) {
    EventHub hub;
    hub.tell_listeners("post/7", 3, "changed", "");
    EXPECT_EQ(hub.newest("post/7"), 0);
    EXPECT_FALSE(hub.has_listeners("post/"));
    auto entry = hub.subscribe("post/7");
    EXPECT_TRUE(hub.has_listeners("post/"));
    EXPECT_FALSE(hub.has_listeners("other/"));
    hub.tell_listeners("post/7", 4, "changed", "");
    EXPECT_EQ(entry.subscription->take().events.size(), 1U);
    entry.subscription.reset();
    EXPECT_FALSE(hub.has_listeners("post/"));
    EXPECT_EQ(hub.newest("post/7"), 0);
}
