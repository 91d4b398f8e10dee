#include "platform/http/server.hpp"
#include "platform/http/tests/border.hpp"
#include "platform/http/tests/wire.hpp"

#include <gtest/gtest.h>

#include <future>

using namespace http;
using namespace border;
using namespace std::chrono_literals;

namespace {

/// A server on a free port of loopback, with two loops so that both are used.
class RunningServer : public ::testing::Test {
protected:
    void start(ServerOptions options = {}) {
        options.io_threads = 2;
        auto started =
            Server::start(program.dispatcher, options, {[this](const Served& served) {
                              const std::lock_guard lock{mutex};
                              observed.push_back({std::string{served.method}, std::string{served.trace.route},
                                                  served.status, served.is_whole});
                          }});
        ASSERT_TRUE(started);
        server = *std::move(started);
    }
    [[nodiscard]] std::uint16_t port() const { return server->bound_port(); }
    static std::string get(std::string_view path, std::string_view lines = "") {
        return "GET " + std::string{path} + " HTTP/1.1\r\nHost: samband.example\r\n" + std::string{lines} + "\r\n";
    }
    static std::string post(std::string_view path, std::string_view lines, std::string_view body) {
        return "POST " + std::string{path} + " HTTP/1.1\r\nHost: samband.example\r\nAccept: application/json\r\n" +
               std::string{lines} + "\r\n" + std::string{body};
    }
    static std::string form_of(std::size_t length) {
        return "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(length) + "\r\n";
    }

    struct Observed {
        std::string method, route;
        int status;
        bool is_whole;
    };
    std::mutex mutex;
    std::vector<Observed> observed;
    Program program;
    std::unique_ptr<Server> server; // Last: it goes before what it stands on.
};

TEST_F(RunningServer, AnswersOneRequestAfterTheOtherOnOneLine) {
    start();
    Wire line{port()};
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(line.send(get("/page.json")));
        const auto answer = line.receive();
        EXPECT_EQ(status_in(answer), 200);
        EXPECT_EQ(body_in(answer), "{\"words\":1}");
        EXPECT_EQ(header_in(answer, "date"), "Wed, 04 Mar 2026 09:00:00 GMT");
        EXPECT_EQ(header_in(answer, "connection"), "");
        EXPECT_FALSE(header_in(answer, "x-request-id").empty());
    }
}

TEST_F(RunningServer, TellsItsPortBeforeItAnswersAnybody) {
    ServerOptions options;
    std::uint16_t told = 0;
    std::optional<Wire> early;
    options.on_bound = [&](std::uint16_t port) {
        early.emplace(port);
        early->send(get("/page"));
        told = port;
    };
    start(options);
    EXPECT_EQ(told, port());
    EXPECT_EQ(status_in(early->receive()), 200) << "who came before waits";
}

TEST_F(RunningServer, AnswersPipelinedRequestsInOrder) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send(get("/things/a.json") + post("/open", form_of(3), "a=1") + get("/things/b.json") +
                          get("/nothing.json")));
    EXPECT_EQ(body_in(line.receive()), "a");
    EXPECT_EQ(body_in(line.receive()), "done");
    EXPECT_EQ(body_in(line.receive()), "b");
    EXPECT_EQ(status_in(line.receive()), 404);
}

TEST_F(RunningServer, ReadsARequestThatComesByteByByte) {
    start();
    Wire line{port()};
    for (const char byte : post("/open", form_of(3), "a=1")) {
        ASSERT_TRUE(line.send({&byte, 1}));
    }
    EXPECT_EQ(body_in(line.receive()), "done");
}

TEST_F(RunningServer, ClosesTheLineWhenTheClientWantsItOrIsOld) {
    start();
    Wire closing{port()};
    ASSERT_TRUE(closing.send(get("/page.json", "Connection: close\r\n")));
    EXPECT_EQ(header_in(closing.receive(), "connection"), "close");
    EXPECT_TRUE(closing.is_closed());
    Wire old{port()};
    ASSERT_TRUE(old.send("GET /page.json HTTP/1.0\r\n\r\n"));
    EXPECT_EQ(status_in(old.receive()), 200);
    EXPECT_TRUE(old.is_closed());
    Wire old_but_staying{port()};
    ASSERT_TRUE(old_but_staying.send("GET /page.json HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    EXPECT_EQ(header_in(old_but_staying.receive(), "connection"), "keep-alive");
    ASSERT_TRUE(old_but_staying.send("GET /page.json HTTP/1.0\r\n\r\n"));
    EXPECT_EQ(status_in(old_but_staying.receive()), 200);
}

TEST_F(RunningServer, SendsNoBodyForHeadAndNotModified) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send("HEAD /page.json HTTP/1.1\r\nHost: a\r\n\r\n" + get("/page.json")));
    const auto answers = [&] { ASSERT_TRUE(line.send(get("/page.json", "Connection: close\r\n"))); };
    answers();
    const auto all = line.receive_all();
    const auto second = all.find("HTTP/1.1", 8);
    EXPECT_EQ(all.substr(second - 4, 4), "\r\n\r\n") << "nothing stands between the head's answer and the next";
    const auto tag = header_in(all, "etag");
    Wire other{port()};
    ASSERT_TRUE(other.send(get("/page.json", "If-None-Match: " + tag + "\r\n") + get("/things/a.json")));
    const auto not_modified = other.receive();
    EXPECT_EQ(status_in(not_modified), 304);
    EXPECT_EQ(header_in(not_modified, "content-length"), "");
    EXPECT_EQ(body_in(other.receive()), "a");
}

TEST_F(RunningServer, RefusesWhatCouldBeSmuggled) {
    start();
    for (const auto* lines :
         {"Content-Length: 3\r\nContent-Length: 3\r\n", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"}) {
        Wire line{port()};
        ASSERT_TRUE(
            line.send(post("/open", std::string{"Content-Type: application/x-www-form-urlencoded\r\n"} + lines, "a=1") +
                      get("/things/smuggled.json")));
        const auto answer = line.receive();
        EXPECT_EQ(status_in(answer), 400);
        EXPECT_NE(answer.find(platform::request_malformed.name), std::string::npos);
        EXPECT_EQ(header_in(answer, "connection"), "close");
        EXPECT_TRUE(line.is_closed()) << "the second request must not be answered";
    }
}

TEST_F(RunningServer, RefusesHeadsThatAreTooLarge) {
    start();
    std::string lines;
    for (int i = 0; i < 10'000; ++i) {
        lines += "X-" + std::to_string(i) + ": 1\r\n";
    }
    Wire many{port()};
    (void)many.send(get("/page", lines));
    EXPECT_EQ(status_in(many.receive()), 431);
    Wire far{port()};
    (void)far.send(get("/" + std::string(9000, 'a')));
    EXPECT_EQ(status_in(far.receive()), 414);
}

TEST_F(RunningServer, RefusesABodyThatIsTooLargeHoweverItComes) {
    start();
    Wire announced{port()};
    ASSERT_TRUE(announced.send(post("/open", form_of(2000), "")));
    EXPECT_EQ(status_in(announced.receive()), 413);
    Wire chunked{port()};
    (void)chunked.send(post("/open",
                            "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n",
                            "1000\r\n" + std::string(4096, 'a')));
    EXPECT_EQ(status_in(chunked.receive()), 413);
    Wire endless{port()};
    (void)endless.send(
        post("/open", "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n", ""));
    std::string chunk = "400\r\n" + std::string(1024, 'a') + "\r\n";
    while (endless.send(chunk) && program.seen.changes == 0 && status_in(endless.receive()) != 413) {
    }
    EXPECT_EQ(program.seen.changes, 0);
}

TEST_F(RunningServer, ReadsChunkedBodies) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send(post("/open", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                               "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n") +
                          get("/things/a.json")));
    EXPECT_EQ(body_in(line.receive()), "done");
    EXPECT_EQ(program.seen.body, "{\"a\":1}");
    EXPECT_EQ(body_in(line.receive()), "a");
}

TEST_F(RunningServer, AsksForABodyOnlyWhenItWouldTakeIt) {
    start();
    Wire welcome{port()};
    // Trap T13 of SvarUt: .NET waits for this answer.
    ASSERT_TRUE(welcome.send(post("/open", form_of(3) + "Expect: 100-continue\r\n", "")));
    EXPECT_EQ(status_in(welcome.receive()), 100);
    ASSERT_TRUE(welcome.send("a=1"));
    EXPECT_EQ(status_in(welcome.receive()), 200);
    Wire unwelcome{port()};
    ASSERT_TRUE(unwelcome.send(post("/things", form_of(3) + "Expect: 100-continue\r\n", "")));
    EXPECT_EQ(status_in(unwelcome.receive()), 401);
    EXPECT_TRUE(unwelcome.is_closed());
}

TEST_F(RunningServer, StreamsFilesIntoTheStore) {
    start();
    const std::string content(150'000, 'f');
    const std::string body =
        "--X\r\nContent-Disposition: form-data; name=a; filename=big.bin\r\n\r\n" + content + "\r\n--X--";
    Wire line{port()};
    ASSERT_TRUE(line.send(
        post("/things",
             "Authorization: Bearer kari\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: " +
                 std::to_string(body.size()) + "\r\n",
             body) +
        get("/things/a.json")));
    EXPECT_EQ(status_in(line.receive()), 303);
    ASSERT_EQ(program.seen.files.size(), 1U);
    EXPECT_EQ(*program.world.blobs->get(program.seen.files[0].digest), content);
    EXPECT_EQ(body_in(line.receive()), "a");
}

TEST_F(RunningServer, RefusesAnUploadBeforeItsEnd) {
    start();
    const std::string begin =
        "--X\r\nContent-Disposition: form-data; name=a; filename=big.bin\r\n\r\n" + std::string(100'000, 'f');
    Wire line{port()};
    (void)line.send(
        post("/things", "Content-Type: multipart/form-data; boundary=X\r\nContent-Length: 190000\r\n", begin));
    EXPECT_EQ(status_in(line.receive()), 401) << "nobody is logged in, and the rest never came";
}

TEST_F(RunningServer, SendsPartsOfFiles) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send(get("/files/a.txt") + get("/files/a.txt", "Range: bytes=3-5\r\n") + get("/things/a.json")));
    const auto whole = line.receive();
    EXPECT_EQ(header_in(whole, "content-length"), "10");
    EXPECT_EQ(body_in(whole), "0123456789");
    EXPECT_EQ(body_in(line.receive()), "345");
    EXPECT_EQ(body_in(line.receive()), "a");
}

TEST_F(RunningServer, SendsSmallPiecesTogetherWithTheirLength) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send(get("/pieces?count=3&bytes=5") + get("/pieces?count=0") +
                          get("/pieces?count=2&bytes=3&said=6") + get("/things/a.json")));
    const auto short_answer = line.receive();
    EXPECT_EQ(header_in(short_answer, "content-length"), "15") << "known when it leaves, though nobody told it";
    EXPECT_EQ(body_in(short_answer), std::string(15, 'p'));
    EXPECT_EQ(header_in(line.receive(), "content-length"), "0");
    EXPECT_EQ(body_in(line.receive()), "pppppp");
    EXPECT_EQ(body_in(line.receive()), "a");
    Wire old{port()};
    ASSERT_TRUE(old.send("GET /pieces?count=3&bytes=5 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
                         "GET /things/a.json HTTP/1.0\r\n\r\n"));
    EXPECT_EQ(body_in(old.receive()), std::string(15, 'p'));
    EXPECT_EQ(body_in(old.receive()), "a") << "with a length the line can go on";
}

TEST_F(RunningServer, SendsAnAnswerOfUnknownLengthInChunks) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send(get("/pieces?count=5&bytes=30000") + get("/things/a.json")));
    const auto answer = line.receive();
    EXPECT_EQ(header_in(answer, "transfer-encoding"), "chunked");
    const auto body = body_in(answer);
    EXPECT_EQ(std::count(body.begin(), body.end(), 'p'), 150'000);
    EXPECT_TRUE(body.starts_with("15f90\r\n")) << "three of them in the first chunk";
    EXPECT_TRUE(body.ends_with("\r\n0\r\n\r\n"));
    EXPECT_EQ(body_in(line.receive()), "a");
    Wire old{port()};
    ASSERT_TRUE(old.send("GET /pieces?count=5&bytes=30000 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    EXPECT_TRUE(old.receive_all().ends_with("\r\n\r\n" + std::string(150'000, 'p'))) << "the line's end is the end";
}

TEST_F(RunningServer, TellsAFaultBeforeTheFirstPieceAndBreaksOffAfterIt) {
    start();
    Wire line{port()};
    ASSERT_TRUE(line.send(get("/pieces?count=3&bytes=5&fails=2") + get("/pieces?count=2&bytes=5&said=11") +
                          get("/pieces?count=2&bytes=5&said=9")));
    EXPECT_EQ(status_in(line.receive()), 503) << "as the fault says";
    EXPECT_EQ(status_in(line.receive()), 500) << "shorter than was said";
    EXPECT_EQ(status_in(line.receive()), 500) << "longer than was said";
    Wire broken{port()};
    ASSERT_TRUE(broken.send(get("/pieces?count=5&bytes=30000&fails=4")));
    const auto begun = broken.receive_all();
    EXPECT_EQ(status_in(begun), 200);
    EXPECT_FALSE(begun.ends_with("0\r\n\r\n")) << "the client can tell that it is not whole";
    Wire longer{port()};
    ASSERT_TRUE(longer.send(get("/pieces?count=5&bytes=30000&said=149999")));
    EXPECT_LT(body_in(longer.receive_all()).size(), 149'999U);
    server->stop();
    ASSERT_EQ(observed.size(), 5U);
    EXPECT_FALSE(observed[3].is_whole);
    EXPECT_FALSE(observed[4].is_whole);
}

TEST_F(RunningServer, TellsObserversWhatWasServed) {
    start();
    {
        Wire line{port()};
        ASSERT_TRUE(line.send(get("/things/a.json") + get("/nothing")));
        (void)line.receive();
        (void)line.receive();
    }
    server->stop();
    ASSERT_EQ(observed.size(), 2U);
    EXPECT_EQ(observed[0].route, "/things/{name}");
    EXPECT_EQ(observed[0].status, 200);
    EXPECT_TRUE(observed[0].is_whole);
    EXPECT_EQ(observed[1].route, "");
    EXPECT_EQ(observed[1].status, 404);
}

TEST_F(RunningServer, SaysWhenItsAddressIsTaken) {
    start();
    ServerOptions same;
    same.port = port();
    const auto second = Server::start(program.dispatcher, same);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, platform::address_taken.name);
    same.address = "no address";
    EXPECT_EQ(Server::start(program.dispatcher, same).error().code, platform::address_taken.name);
}

TEST_F(RunningServer, ServesIpv6) {
    ServerOptions options;
    options.address = "::1";
    start(options);
    EXPECT_GT(port(), 0);
}

} // namespace
