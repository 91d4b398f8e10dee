#include "platform/net/http_client.hpp"

#include "platform/errors.hpp"
#include "platform/testing/line_server.hpp"

#include <charconv>
#include <fmt/format.h>

/// Answers every request with what the test says, after reading it to its end.
static void serve(world::Conversation& client, const std::string& answer, std::string* seen = nullptr) {
    std::string head;
    std::size_t length = 0;
    while (const auto line = client.line()) {
        head += *line;
        if (line->starts_with("Content-Length:"))
            std::from_chars(line->data() + 16, line->data() + line->size(), length);
        if (*line == "\r\n") break;
    }
    const auto body = client.bytes(length);
    if (seen != nullptr) *seen = head + body.value_or("");
    client.say(answer);
}

static std::string address(const world::LineServer& server) {
    return fmt::format("http://127.0.0.1:{}/keys", server.port());
}

TEST(HttpClient, GivesStatusHeadersAndBody) {
    world::LineServer server{[](auto& client) {
        serve(client, "HTTP/1.1 418 Odd\r\nContent-Length: 4\r\nX-Kind:  tea \r\nConnection: close\r\n\r\nkopp");
    }};
    const auto answer = net::fetch({.url = address(server)});
    ASSERT_TRUE(answer) << describe(answer.error());
    EXPECT_EQ(answer->status, 418);
    EXPECT_EQ(answer->body, "kopp");
    EXPECT_EQ(answer->headers.at("x-kind"), "tea ");
}

TEST(HttpClient, SendsMethodHeadersAndBody) {
    std::string seen;
    {
        world::LineServer server{[&](auto& client) {
            serve(client, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", &seen);
        }};
        ASSERT_TRUE(
            net::fetch({.url = address(server), .method = "POST", .headers = {{"X-A", "b"}}, .body = "grant=1"}));
    }
    EXPECT_TRUE(seen.starts_with("POST /keys HTTP/1.1\r\n")) << seen;
    EXPECT_NE(seen.find("X-A: b\r\n"), std::string::npos);
    EXPECT_TRUE(seen.ends_with("grant=1"));
}

TEST(HttpClient, WaitsForNoBodyWhenOnlyTheHeadersAreAskedFor) {
    std::string seen;
    world::LineServer server{[&](auto& client) {
        serve(client, "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\nUpload-Offset: 7\r\n\r\n", &seen);
        (void)client.line(); // The line stays open until the client has had enough.
    }};
    const auto answer = net::fetch({.url = address(server), .method = "HEAD"});
    ASSERT_TRUE(answer) << describe(answer.error());
    EXPECT_EQ(answer->headers.at("upload-offset"), "7");
    EXPECT_TRUE(seen.starts_with("HEAD /keys HTTP/1.1\r\n")) << seen;
}

TEST(HttpClient, FollowsNoRedirect) {
    world::LineServer server{[](auto& client) {
        serve(client,
              "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }};
    EXPECT_EQ(net::fetch({.url = address(server)})->status, 302);
}

TEST(HttpClient, TakesNoMoreThanItsLimit) {
    world::LineServer server{[](auto& client) {
        serve(client, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n" + std::string(100, 'x'));
    }};
    const auto answer = net::fetch({.url = address(server), .answer_bytes_max = 99});
    EXPECT_EQ(answer.error().code, platform::outside_answer_too_large.name);
}

TEST(HttpClient, DoesNotWaitForASilentServer) {
    world::LineServer server{[](auto& client) {
        client.line();
        client.bytes(1 << 20);
    }};
    const auto answer = net::fetch({.url = address(server), .timeout = std::chrono::milliseconds{100}});
    EXPECT_EQ(answer.error().code, platform::outside_unreachable.name);
}

TEST(HttpClient, RefusesPrivateAddressesThatOthersGive) {
    for (const auto* url :
         {"http://127.0.0.1:1/", "http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/",
          "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/", "http://localhost:1/", "http://0.0.0.0/"}) {
        const auto answer =
            net::fetch({.url = url, .timeout = std::chrono::milliseconds{500}, .may_be_private = false});
        ASSERT_FALSE(answer) << url;
        EXPECT_EQ(answer.error().code, platform::outside_address_refused.name) << url;
    }
}

TEST(HttpClient, KnowsNoOtherProtocol) {
    EXPECT_EQ(net::fetch({.url = "file:///etc/hostname"}).error().code, platform::outside_unreachable.name);
}
