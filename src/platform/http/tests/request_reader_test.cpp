#include "platform/errors.hpp"
#include "platform/http/request_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace http;

namespace {

struct Outcome {
    std::string_view code;
    std::string method, target, body;
    std::size_t left = 0;
    bool is_complete = false;
};

/// Feeds the bytes in pieces of one size, as a socket would, keeping what was not used.
Outcome read(std::string_view bytes, std::size_t step = std::string_view::npos, HeadLimits limits = {}) {
    RequestReader reader{limits};
    std::string buffer;
    for (std::size_t at = 0; at < bytes.size() && !reader.is_complete();) {
        const auto piece = bytes.substr(at, step);
        at += piece.size();
        buffer += piece;
        for (;;) {
            const auto used = reader.take(buffer);
            if (!used) return {used.error().code, {}, {}, {}, 0, false};
            buffer.erase(0, *used);
            if (*used == 0 || reader.is_complete()) break;
        }
        if (reader.is_complete()) buffer += bytes.substr(at);
    }
    return {"", reader.head().method, reader.head().target, reader.body(), buffer.size(), reader.is_complete()};
}

std::string get(std::string_view lines) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + std::string{lines} + "\r\n";
}
std::string post(std::string_view lines, std::string_view body) {
    return "POST /x?y=1 HTTP/1.1\r\nHost: a\r\n" + std::string{lines} + "\r\n" + std::string{body};
}

TEST(RequestReader, ReadsTheSameHoweverTheBytesAreCut) {
    const auto whole = post("Content-Length: 5\r\n", "hello") + get("");
    for (std::size_t step = 1; step <= whole.size(); ++step) {
        const auto found = read(whole, step);
        EXPECT_EQ(found.method, "POST");
        EXPECT_EQ(found.target, "/x?y=1");
        EXPECT_EQ(found.body, "hello");
        EXPECT_EQ(found.left, get("").size()) << step;
    }
}

TEST(RequestReader, ReadsChunksHoweverTheBytesAreCut) {
    const auto whole = post("Transfer-Encoding: chunked\r\n", "3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nX-Late: 1\r\n\r\n");
    const auto empty = post("Transfer-Encoding: Chunked\r\n", "0\r\n\r\n");
    for (std::size_t step = 1; step <= whole.size(); ++step) {
        EXPECT_EQ(read(whole, step).body, "hello") << step;
        EXPECT_TRUE(read(whole, step).is_complete) << step;
        EXPECT_TRUE(read(empty, step).is_complete) << step;
    }
}

TEST(RequestReader, PassesOverEmptyLinesBeforeARequest) {
    EXPECT_EQ(read("\r\n\r\n" + get("")).method, "GET");
}

TEST(RequestReader, LowersNamesAndKeepsOrder) {
    RequestReader reader;
    ASSERT_TRUE(reader.take(get("X-B: 1\r\nx-a:  2 \r\n")));
    ASSERT_TRUE(reader.has_head());
    EXPECT_EQ(reader.head().headers[1], (std::pair<std::string, std::string>{"x-b", "1"}));
    EXPECT_EQ(reader.head().headers[2], (std::pair<std::string, std::string>{"x-a", "2"}));
}

TEST(RequestReader, TellsWhetherTheConnectionLives) {
    const auto keeps_alive = [](const std::string& bytes) {
        RequestReader reader;
        (void)reader.take(bytes);
        return reader.keeps_alive();
    };
    EXPECT_TRUE(keeps_alive(get("")));
    EXPECT_FALSE(keeps_alive(get("Connection: Close\r\n")));
    EXPECT_FALSE(keeps_alive("GET / HTTP/1.0\r\n\r\n"));
    EXPECT_TRUE(keeps_alive("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

TEST(RequestReader, DoesNotTakeTrailersForHeaders) {
    RequestReader reader;
    const auto bytes = post("Transfer-Encoding: chunked\r\n", "0\r\nAuthorization: Bearer x\r\n\r\n");
    const auto head = *reader.take(bytes);
    ASSERT_TRUE(reader.take(std::string_view{bytes}.substr(head)));
    EXPECT_TRUE(reader.is_complete());
    EXPECT_FALSE(reader.head().header("authorization"));
}

TEST(RequestReader, ReadsTheNextRequestAfterARestart) {
    RequestReader reader;
    ASSERT_TRUE(reader.take(post("Content-Length: 0\r\nX-A: 1\r\n", "")));
    ASSERT_TRUE(reader.is_complete());

    reader.restart();

    EXPECT_FALSE(reader.has_begun());
    ASSERT_TRUE(reader.take(get("")));
    EXPECT_TRUE(reader.is_complete());
    EXPECT_EQ(reader.head().headers.size(), 1U);
}

class Smuggling : public ::testing::TestWithParam<std::string> {};

TEST_P(Smuggling, IsRefusedHoweverTheBytesAreCut) {
    for (std::size_t step = 1; step <= GetParam().size(); ++step) {
        EXPECT_EQ(read(GetParam(), step).code, platform::request_malformed.name) << step;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Requests, Smuggling,
    ::testing::Values(
        post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"),
        post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"), post("Content-Length: 5, 5\r\n", "hello"),
        post("Content-Length: +5\r\n", "hello"), post("Content-Length: -5\r\n", "hello"),
        post("Content-Length: 0x5\r\n", "hello"), post("Content-Length: 99999999999999999999999\r\n", "hello"),
        post("Content-Length: \r\n", ""), post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n"), post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: identity\r\n", ""),
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), post("X: a\r\n Content-Length: 5\r\n", "hello"),
        post("X: a\r\n\tfolded\r\n", ""), post("X: a\nContent-Length: 5\r\n", "hello"),
        post("Transfer-Encoding: chunked\r\n", "5 \r\nhello\r\n0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "5\r\nhelloX\r\n0\r\n\r\n"),
        std::string{"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        std::string{"GET / HTTP/1.1\r\n\r\n"}, get("Host: b\r\n"), std::string{"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
        std::string{"GET / HTTP/2.0\r\nHost: a\r\n\r\n"}, std::string{"GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
        std::string{"GET / HTTP/1.1\nHost: a\n\n"}, std::string{"GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n"},
        get("X\x01: 1\r\n"), get(std::string{"X: a\0b\r\n", 8}), get(": 1\r\n"), std::string{"hello\r\n\r\n"}));

TEST(RequestReader, LimitsTheHead) {
    const HeadLimits small{.bytes_max = 200, .fields_max = 5, .target_bytes_max = 50};
    for (const std::size_t step : {1UL, 7UL, 4096UL}) {
        EXPECT_EQ(read(get("X: " + std::string(300, 'a') + "\r\n"), step, small).code, platform::header_too_large.name);
        EXPECT_EQ(read(get("a:b\r\na:b\r\na:b\r\na:b\r\na:b\r\n"), step, small).code, platform::header_too_large.name);
        EXPECT_EQ(read("GET /" + std::string(60, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", step, small).code,
                  platform::address_too_long.name);
        EXPECT_EQ(read("GET /" + std::string(90000, 'a'), step, small).code, platform::address_too_long.name);
        EXPECT_EQ(read("A: " + std::string(300, 'a'), step, small).code, platform::request_malformed.name);
    }
}

TEST(RequestReader, RefusesTenThousandHeaders) {
    std::string lines;
    for (int i = 0; i < 10'000; ++i) {
        lines += "X-" + std::to_string(i) + ": 1\r\n";
    }
    EXPECT_EQ(read(get(lines), 4096).code, platform::header_too_large.name);
}

TEST(RequestReader, LimitsTheLinesBetweenChunks) {
    const HeadLimits small{.bytes_max = 200};
    EXPECT_EQ(read(post("Transfer-Encoding: chunked\r\n", "5;" + std::string(1000, 'a')), 10, small).code,
              platform::header_too_large.name);
    EXPECT_EQ(read(post("Transfer-Encoding: chunked\r\n", "0\r\nX: " + std::string(1000, 'a')), 10, small).code,
              platform::header_too_large.name);
}

RC_GTEST_PROP(RequestReader, NeverUsesMoreThanItIsGiven, (const std::string& junk)) {
    RequestReader reader;
    std::string buffer = *rc::gen::element(std::string{}, get(""), post("Transfer-Encoding: chunked\r\n", "")) + junk;
    for (int i = 0; i < 20 && !buffer.empty(); ++i) {
        const auto used = reader.take(buffer);
        if (!used || *used == 0) break;
        RC_ASSERT(*used <= buffer.size());
        buffer.erase(0, *used);
    }
}

} // namespace
