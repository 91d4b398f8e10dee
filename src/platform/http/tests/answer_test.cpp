#include "platform/ensure.hpp"
#include "platform/http/answer.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/served.hpp"
#include "platform/metrics/metrics.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <zlib.h>

using namespace http;

namespace {

TEST(HttpDate, IsWrittenAsMailDoes) {
    EXPECT_EQ(http_date(Instant{}), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(*parse_instant("2028-02-29T23:59:59.999Z")), "Tue, 29 Feb 2028 23:59:59 GMT");
}

TEST(Document, HasAHeadThatEndsWithItsLastLine) {
    const auto document = document_of(plain("hei", "text/plain").with("x-a", "1"));
    EXPECT_EQ(document->head, "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 3\r\nx-a: 1\r\n");
    EXPECT_EQ(document->content(), "hei");
    EXPECT_TRUE(document->not_modified_head.empty());
}

TEST(Document, KeepsWhatRenewsAPageWithoutSendingIt) {
    auto response = plain("hei", "text/plain").with("etag", "\"a\"");
    response.with("cache-control", "no-cache").with("content-encoding", "gzip");
    EXPECT_EQ(document_of(std::move(response))->not_modified_head,
              "HTTP/1.1 304 Not Modified\r\netag: \"a\"\r\ncache-control: no-cache\r\n");
}

TEST(Document, CannotBeSplitByAHeader) {
    for (const auto* value : {"a\r\nset-cookie: b", "a\nb", "a\rb", "a\x7f"}) {
        EXPECT_THROW((void)document_of(plain("", "text/plain").with("x-a", value)), BrokenInvariant) << value;
    }
    auto response = plain("", "text/plain");
    response.cookies.emplace_back("a=b\r\nx: y");
    EXPECT_THROW((void)document_of(std::move(response)), BrokenInvariant);
    EXPECT_THROW((void)document_of(see_other("/a\r\nx: y")), BrokenInvariant);
}

TEST(Document, CarriesCookies) {
    auto response = no_content();
    response.cookies = {"a=1", "b=2"};
    const auto answer = answer_with(std::move(response), Method::post);
    EXPECT_EQ(answer.document->head, "HTTP/1.1 204 No Content\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n");
    EXPECT_FALSE(answer.has_content);
}

std::string unzipped(const std::string& compressed, std::size_t length) {
    std::string bytes(length + 1, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const auto outcome = inflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    (void)inflateEnd(&stream);
    return outcome == Z_STREAM_END ? bytes : "damaged";
}

RC_GTEST_PROP(Gzip, GivesBackWhatItWasGiven, (const std::string& bytes)) {
    const auto compressed = gzip(bytes);
    RC_ASSERT(unzipped(compressed, bytes.size()) == bytes);
    RC_ASSERT(gzip(bytes) == compressed);
}

TEST(Gzip, IsForText) {
    for (const auto* type : {"text/html; charset=utf-8", "application/json", "application/problem+json",
                             "application/atom+xml", "image/svg+xml", "text/calendar"}) {
        EXPECT_TRUE(is_worth_compressing(type)) << type;
    }
    for (const auto* type : {"image/png", "application/pdf", "font/woff2", "application/zip", ""}) {
        EXPECT_FALSE(is_worth_compressing(type)) << type;
    }
}

TEST(ServedRequest, IsCountedByRouteAndNeverByPath) {
    Trace trace;
    trace.request_id = "id";
    trace.route = "/cases/{number}";
    const Served served{"GET", "/cases/1?name=Kari", "192.0.2.1", 200, 10, std::chrono::microseconds{5}, true, trace};
    count_served(served);
    count_served(served);
    const auto text = metrics::text();
    EXPECT_NE(text.find(R"(http_requests_total{method="GET",route="/cases/{number}",status="200"} 2)"),
              std::string::npos);
    EXPECT_EQ(text.find("Kari"), std::string::npos);
    const Trace unknown;
    const Served odd{"BREW", "/pot", "192.0.2.1", 501, 10, std::chrono::microseconds{5}, true, unknown};
    count_served(odd);
    EXPECT_NE(metrics::text().find(R"(http_requests_total{method="other",route="none",status="501"} 1)"),
              std::string::npos);
}

} // namespace
