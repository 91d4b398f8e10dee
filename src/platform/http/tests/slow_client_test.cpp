// Clients that are slow, silent, greedy or many. Times are short here; nothing waits for longer than it must.
#include "platform/http/server.hpp"
#include "platform/http/tests/border.hpp"
#include "platform/http/tests/wire.hpp"

#include <gtest/gtest.h>

#include <future>

using namespace http;
using namespace border;
using namespace std::chrono_literals;

namespace {

ServerOptions impatient() {
    ServerOptions options;
    options.io_threads = 1;
    options.limits.head_time_max = 60ms;
    options.limits.idle_time_max = 60ms;
    options.limits.body_pause_max = 60ms;
    options.limits.body_time_grace = 120ms;
    options.limits.body_bytes_per_second_min = 1'000'000;
    options.limits.send_pause_max = 100ms;
    options.limits.parting_time_max = 60ms;
    return options;
}

class SlowClient : public ::testing::Test {
protected:
    void start(const ServerOptions& options) {
        auto started = Server::start(program.dispatcher, options);
        ASSERT_TRUE(started);
        server = *std::move(started);
    }
    [[nodiscard]] std::uint16_t port() const { return server->bound_port(); }

    Program program;
    std::unique_ptr<Server> server;
};

const std::string post_head = "POST /open HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nContent-Length: 900\r\n"
                              "Content-Type: application/x-www-form-urlencoded\r\n\r\n";

TEST_F(SlowClient, IsCutOffWhenTheHeadDoesNotEnd) {
    start(impatient());
    Wire line{port()};
    ASSERT_TRUE(line.send("GET /page HTTP/1.1\r\nAccept: application/json\r\nHos"));
    const auto answer = line.receive();
    EXPECT_EQ(status_in(answer), 408);
    EXPECT_NE(answer.find(platform::request_timed_out.name), std::string::npos);
    EXPECT_TRUE(line.is_closed());
}

TEST_F(SlowClient, IsCutOffWhenTheHeadDrips) {
    start(impatient());
    Wire line{port()};
    // Each byte comes in time, all of them never would.
    std::string answer;
    auto reader = std::async(std::launch::async, [&] { return line.receive(); });
    while (reader.wait_for(5ms) != std::future_status::ready && line.send("G")) {
    }
    EXPECT_EQ(status_in(reader.get()), 408);
}

TEST_F(SlowClient, IsCutOffWhenTheBodyStalls) {
    start(impatient());
    Wire line{port()};
    ASSERT_TRUE(line.send(post_head + "a=1"));
    EXPECT_EQ(status_in(line.receive()), 408);
    EXPECT_EQ(program.seen.changes, 0);
}

TEST_F(SlowClient, IsCutOffWhenTheBodyDrips) {
    start(impatient());
    Wire line{port()};
    ASSERT_TRUE(line.send(post_head));
    auto reader = std::async(std::launch::async, [&] { return line.receive(); });
    while (reader.wait_for(5ms) != std::future_status::ready && line.send("a")) {
    }
    EXPECT_EQ(status_in(reader.get()), 408);
    EXPECT_EQ(program.seen.changes, 0);
}

TEST_F(SlowClient, LosesTheLineWhenItSaysNothing) {
    start(impatient());
    Wire silent{port()};
    EXPECT_TRUE(silent.is_closed());
    Wire satisfied{port()};
    ASSERT_TRUE(satisfied.send("GET /things/a.json HTTP/1.1\r\nHost: a\r\n\r\n"));
    EXPECT_EQ(status_in(satisfied.receive()), 200);
    EXPECT_TRUE(satisfied.is_closed());
}

TEST_F(SlowClient, LosesTheLineWhenItDoesNotTakeItsAnswer) {
    start(impatient());
    Wire line{port()};
    // More answers than the kernel keeps for somebody who does not read.
    std::string requests;
    for (int i = 0; i < 5000; ++i) {
        requests += "GET /page HTTP/1.1\r\nHost: a\r\n\r\n";
    }
    while (server->state().connections > 0 && line.send(requests)) {
    }
    while (server->state().connections > 0) {
        std::this_thread::yield();
    }
    SUCCEED();
}

TEST_F(SlowClient, IsTurnedAwayWhenAllPlacesAreTaken) {
    auto options = impatient();
    options.connections_max = 2;
    options.limits.idle_time_max = options.limits.head_time_max = 10s;
    start(options);
    Wire first{port()};
    Wire second{port()};
    ASSERT_TRUE(first.send("GET /things/a.json HTTP/1.1\r\nHost: a\r\n\r\n") && status_in(first.receive()) == 200);
    ASSERT_TRUE(second.send("GET /things/a.json HTTP/1.1\r\nHost: a\r\n\r\n") && status_in(second.receive()) == 200);
    Wire third{port()};
    const auto answer = third.receive();
    EXPECT_EQ(status_in(answer), 503);
    EXPECT_EQ(header_in(answer, "retry-after"), "5");
}

/// Routes that wait until the test lets them go.
class BusyServer : public ::testing::Test {
protected:
    BusyServer() {
        router.get("/slow", right::everybody,
                   [this](const Query&) -> Result<Response> {
                       ++begun;
                       released.wait();
                       return plain("slow", "text/plain");
                   },
                   {.operation = "slow", .summary = "", .formats = {Format::json}});
    }
    void start(ServerOptions options) {
        options.io_threads = 1;
        dispatcher = std::make_unique<Dispatcher>(
            Foundation{router, program.world.services, program.site, program.authenticator}, Program::quick());
        server = *Server::start(*dispatcher, options);
    }
    void wait_until_begun(int count) const {
        while (begun < count) {
            std::this_thread::yield();
        }
    }
    Program program;
    std::promise<void> release;
    std::shared_future<void> released = release.get_future().share();
    std::atomic<int> begun = 0;
    Router router;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<Server> server;
};

const std::string get_slow = "GET /slow HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\n\r\n";

TEST_F(BusyServer, SaysSoWhenTheQueueIsFull) {
    ServerOptions options;
    options.workers_max = 1;
    options.queue_length_max = 1;
    start(options);
    Wire running{server->bound_port()};
    ASSERT_TRUE(running.send(get_slow));
    wait_until_begun(1);
    Wire waiting{server->bound_port()};
    ASSERT_TRUE(waiting.send(get_slow));
    while (server->state().requests_waiting < 1) {
        std::this_thread::yield();
    }

    Wire refused{server->bound_port()};
    ASSERT_TRUE(refused.send(get_slow + get_slow));

    const auto answer = refused.receive();
    EXPECT_EQ(status_in(answer), 503);
    EXPECT_EQ(header_in(answer, "retry-after"), "1");
    EXPECT_NE(answer.find(platform::server_busy.name), std::string::npos);
    EXPECT_EQ(status_in(refused.receive()), 503) << "the line stays open";
    release.set_value();
    EXPECT_EQ(body_in(running.receive()), "slow");
    EXPECT_EQ(body_in(waiting.receive()), "slow");
}

TEST_F(BusyServer, FinishesWhatRunsBeforeItStops) {
    start({});
    Wire idle{server->bound_port()};
    ASSERT_TRUE(idle.send("GET /nothing.json HTTP/1.1\r\nHost: a\r\n\r\n"));
    ASSERT_EQ(status_in(idle.receive()), 404);
    Wire running{server->bound_port()};
    ASSERT_TRUE(running.send(get_slow));
    wait_until_begun(1);

    auto stopping = std::async(std::launch::async, [this] { server->stop(); });
    EXPECT_TRUE(idle.is_closed());
    release.set_value();

    const auto answer = running.receive();
    EXPECT_EQ(body_in(answer), "slow");
    EXPECT_EQ(header_in(answer, "connection"), "close");
    running.end_sending();
    stopping.get();
    EXPECT_FALSE(Wire{server->bound_port()}.send("GET"));
}

TEST_F(BusyServer, CutsOffWhatRunsForTooLong) {
    ServerOptions options;
    options.stop_time_max = 30ms;
    start(options);
    Wire running{server->bound_port()};
    ASSERT_TRUE(running.send(get_slow));
    wait_until_begun(1);

    auto stopping = std::async(std::launch::async, [this] { server->stop(); });

    EXPECT_TRUE(running.is_closed());
    release.set_value();
    stopping.get();
}

TEST_F(BusyServer, OutlivesClientsThatLeave) {
    start({});
    for (int i = 0; i < 5; ++i) {
        Wire leaving{server->bound_port()};
        ASSERT_TRUE(leaving.send(get_slow));
    }
    wait_until_begun(5);
    release.set_value();
    while (server->state().connections > 0) {
        std::this_thread::yield();
    }
    Wire line{server->bound_port()};
    ASSERT_TRUE(line.send(get_slow));
    EXPECT_EQ(body_in(line.receive()), "slow");
}

} // namespace
