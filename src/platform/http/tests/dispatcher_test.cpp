#include "platform/http/problem.hpp"
#include "platform/http/tests/border.hpp"

#include <atomic>
#include <future>
#include <gtest/gtest.h>

using namespace http;
using namespace border;

namespace {

const Headers json{{"accept", "application/json"}};
const Headers form_type{{"content-type", "application/x-www-form-urlencoded"}, {"accept", "application/json"}};

class Border : public ::testing::Test {
protected:
    Response get(std::string_view target, Headers headers = {}) {
        return send(program.dispatcher, "GET", target, std::move(headers));
    }
    Response post(std::string_view target, Headers headers, std::string body) {
        return send(program.dispatcher, "POST", target, std::move(headers), std::move(body));
    }
    Program program;
};

TEST_F(Border, AnswersInTheLanguageOfThePath) {
    EXPECT_NE(get("/page").body.find("<p>Hei."), std::string::npos);
    EXPECT_NE(get("/nn/page").body.find("Hei på deg"), std::string::npos);
    EXPECT_EQ(get("/nn/page").header("content-language"), "nn");
    EXPECT_EQ(get("/nnx/page").status, 404);
}

TEST_F(Border, ChoosesTheFormatBySuffixBeforeAccept) {
    EXPECT_EQ(get("/page.json").content_type, "application/json");
    EXPECT_EQ(get("/page.html", json).content_type, "text/html; charset=utf-8");
    EXPECT_EQ(get("/page", json).content_type, "application/json");
    EXPECT_EQ(get("/nn/page.json?a=1").content_type, "application/json");
}

TEST_F(Border, TakesTheSuffixOffThePathsValue) {
    EXPECT_EQ(get("/things/19-03109.json").body, "19-03109");
    EXPECT_EQ(get("/things/a%20b").body, "a b");
    EXPECT_EQ(get("/things/a.b").body, "a.b");
}

TEST_F(Border, LeavesASuffixThatBelongsToAFileName) {
    EXPECT_EQ(get("/files/plan.json").header("content-disposition"), "attachment; filename=\"plan.json\"");
}

TEST_F(Border, ListsTheFormatsWhenNoneFits) {
    EXPECT_EQ(code_of(get("/page", {{"accept", "image/png"}})), platform::format_not_offered.name);
    const auto refused = get("/page.csv");
    EXPECT_EQ(refused.status, 406);
    EXPECT_NE(refused.body.find("text/html, application/json"), std::string::npos);
}

TEST_F(Border, TellsTheMethodsOfAPath) {
    const auto refused = post("/page", form_type, "");
    EXPECT_EQ(refused.status, 405);
    EXPECT_EQ(code_of(refused), platform::method_not_allowed.name);
    EXPECT_EQ(refused.header("allow"), "GET, HEAD, OPTIONS");
    const auto options = send(program.dispatcher, "OPTIONS", "/things");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("allow"), "POST, OPTIONS");
    EXPECT_EQ(send(program.dispatcher, "OPTIONS", "*").status, 204);
}

TEST_F(Border, RefusesMethodsThatItDoesNotKnow) {
    const auto refused = send(program.dispatcher, "BREW", "/page", json);
    EXPECT_EQ(refused.status, 501);
    EXPECT_EQ(code_of(refused), platform::method_unknown.name);
}

TEST_F(Border, RefusesPathsThatCanBeReadInTwoWays) {
    for (const auto* path : {"/a/../page", "/./page", "/things/a%2Fb", "/things/a%2fb", "/things/%ff", "/things/%0a",
                             "/%", "page", "/things/%5Ca", "/things/..", "/things/%2e%2e", ""}) {
        const auto refused = get(path, json);
        EXPECT_EQ(refused.status, 400) << path;
        EXPECT_EQ(code_of(refused), platform::path_malformed.name) << path;
    }
}

TEST_F(Border, TakesTheWholeAddressForAPath) {
    EXPECT_EQ(get("http://samband.example/page.json").status, 200);
}

TEST_F(Border, LeadsFromATrailingSlashToThePage) {
    const auto moved = get("/nn/page/?a=1");
    EXPECT_EQ(moved.status, 308);
    EXPECT_EQ(moved.header("location"), "/nn/page?a=1");
    EXPECT_EQ(get("//page/").status, 404);
}

TEST_F(Border, RefusesAQueryThatIsNoUtf8) {
    EXPECT_EQ(code_of(get("/page.json?a=%C3", json)), platform::bad_encoding.name);
}

TEST_F(Border, AnswersHeadLikeGetWithoutABody) {
    const auto whole = get("/page.json");
    const auto head = send(program.dispatcher, "HEAD", "/page.json");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(head.header("content-length"), whole.header("content-length"));
    EXPECT_EQ(head.header("etag"), whole.header("etag"));
}

TEST_F(Border, ProtectsEveryAnswer) {
    for (const auto* path : {"/page", "/page.json", "/nothing", "/assets/sprite.svg", "/health/live", "/mine"}) {
        const auto response = get(path);
        EXPECT_EQ(response.header("content-security-policy"),
                  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
            << path;
        EXPECT_EQ(response.header("x-content-type-options"), "nosniff") << path;
        EXPECT_EQ(response.header("referrer-policy"), "same-origin") << path;
        EXPECT_EQ(response.header("cross-origin-opener-policy"), "same-origin") << path;
        EXPECT_TRUE(response.header("permissions-policy")) << path;
        EXPECT_FALSE(response.header("strict-transport-security")) << path;
    }
}

TEST_F(Border, AnnouncesHttpsOnlyWhereItIs) {
    auto options = Program::quick();
    options.trusted_proxies = {"192.0.2.1"};
    Program behind_proxy{options};
    const Headers over_https{{"x-forwarded-proto", "https"}};
    EXPECT_TRUE(send(behind_proxy.dispatcher, "GET", "/page", over_https).header("strict-transport-security"));
    EXPECT_FALSE(get("/page", over_https).header("strict-transport-security"));
}

TEST_F(Border, TagsPagesAndSparesWhoHasThem) {
    const auto page = get("/page");
    const auto tag = std::string{*page.header("etag")};

    const auto again = get("/page", {{"if-none-match", "W/" + tag + ", \"other\""}});

    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.header("etag"), tag);
    EXPECT_FALSE(again.header("content-length"));
    EXPECT_EQ(get("/page", {{"if-none-match", "\"other\""}}).status, 200);
}

TEST_F(Border, BeginsTheTagWithTheVersion) {
    EXPECT_TRUE(get("/things/a.json").header("etag")->starts_with("\"7."));
}

TEST_F(Border, CompressesTextForThoseWhoTakeIt) {
    const auto plain = get("/page");
    const auto compressed = get("/page", {{"accept-encoding", "gzip, br"}});
    EXPECT_EQ(compressed.header("content-encoding"), "gzip");
    EXPECT_LT(compressed.body.size(), 300U);
    EXPECT_EQ(compressed.body.substr(0, 2), "\x1f\x8b");
    EXPECT_NE(compressed.header("etag"), plain.header("etag"));
    EXPECT_EQ(compressed.header("vary"), "accept, cookie, accept-encoding");
    EXPECT_FALSE(get("/page.json", {{"accept-encoding", "gzip"}}).header("content-encoding")) << "too short to gain";
    EXPECT_EQ(
        get("/page", {{"accept-encoding", "gzip"}, {"if-none-match", std::string{*compressed.header("etag")}}}).status,
        304);
}

TEST_F(Border, GivesPartsOfFiles) {
    const auto whole = get("/files/a.txt");
    EXPECT_EQ(whole.body, "0123456789");
    EXPECT_EQ(whole.header("accept-ranges"), "bytes");
    const auto part = get("/files/a.txt", {{"range", "bytes=2-4"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "234");
    EXPECT_EQ(part.header("content-range"), "bytes 2-4/10");
    EXPECT_EQ(get("/files/a.txt", {{"range", "bytes=-3"}}).body, "789");
    const auto behind = get("/files/a.txt", {{"range", "bytes=10-"}, {"accept", "application/json"}});
    EXPECT_EQ(behind.status, 416);
    EXPECT_EQ(code_of(behind), platform::range_unsatisfiable.name);
    EXPECT_EQ(behind.header("content-range"), "bytes */10");
}

TEST_F(Border, GivesThePartOnlyOfTheFileThatTheClientHas) {
    const auto tag = std::string{*get("/files/a.txt").header("etag")};
    EXPECT_EQ(get("/files/a.txt", {{"range", "bytes=0-0"}, {"if-range", tag}}).status, 206);
    EXPECT_EQ(get("/files/a.txt", {{"range", "bytes=0-0"}, {"if-range", "\"old\""}}).status, 200);
    EXPECT_EQ(get("/files/a.txt", {{"if-none-match", tag}}).status, 304);
}

TEST_F(Border, ServesAssetsInTheBestCoding) {
    EXPECT_EQ(get("/assets/app.3f9c2a71.css").body, "body{}");
    EXPECT_EQ(get("/assets/app.3f9c2a71.css", {{"accept-encoding", "gzip"}}).body, "gzipped");
    const auto brotli = get("/assets/app.3f9c2a71.css", {{"accept-encoding", "gzip, br"}});
    EXPECT_EQ(brotli.body, "brotli");
    EXPECT_EQ(brotli.header("content-encoding"), "br");
    EXPECT_EQ(brotli.content_type, "text/css; charset=utf-8");
    EXPECT_EQ(brotli.header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(get("/assets/sprite.svg").header("cache-control"), "no-cache");
    EXPECT_EQ(
        get("/assets/sprite.svg", {{"if-none-match", std::string{*get("/assets/sprite.svg").header("etag")}}}).status,
        304);
    EXPECT_EQ(get("/assets/app.3f9c2a71.css.gz").status, 404);
    EXPECT_EQ(get("/assets/../page").status, 400);
}

TEST_F(Border, LeadsPeopleToTheLoginAndTellsMachines) {
    const auto page = get("/nn/mine?a=1");
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(page.header("location"), "/nn/login?next=%2Fnn%2Fmine%3Fa%3D1");
    const auto machine = get("/mine.json");
    EXPECT_EQ(machine.status, 401);
    EXPECT_EQ(code_of(machine), platform::not_logged_in.name);
    EXPECT_EQ(machine.header("www-authenticate"), "Bearer realm=\"samband\"");
    EXPECT_EQ(get("/mine", {{"cookie", "samband=kari"}}).body, "kari");
    const auto client = get("/mine.json", {{"authorization", "Bearer kari"}});
    EXPECT_EQ(code_of(client), platform::right_missing.name) << "a client is nobody who has logged in";
    EXPECT_EQ(client.header("www-authenticate"), "Bearer realm=\"samband\", error=\"insufficient_scope\"");
    const auto stranger = get("/mine.json", {{"authorization", "bearer ola"}});
    EXPECT_EQ(stranger.status, 401);
    EXPECT_EQ(stranger.header("www-authenticate"), "Bearer realm=\"samband\", error=\"invalid_token\"");
}

TEST_F(Border, AsksForTheRight) {
    EXPECT_EQ(code_of(get("/secret.json", {{"cookie", "samband=kari"}})), platform::right_missing.name);
    EXPECT_EQ(get("/secret.json").status, 401);
}

TEST_F(Border, KeepsPrivatePagesOutOfSharedCaches) {
    EXPECT_EQ(get("/mine", {{"cookie", "samband=kari"}}).header("cache-control"), "private, no-cache");
    EXPECT_EQ(get("/page").header("cache-control"), "no-cache");
    EXPECT_EQ(get("/nothing").header("cache-control"), "no-store");
}

TEST_F(Border, ReadsFormsAndJson) {
    EXPECT_EQ(post("/open", form_type, "a=%C3%A6+b").status, 200);
    EXPECT_EQ(program.seen.form.first("a"), "æ b");
    EXPECT_EQ(post("/open", {{"content-type", "application/json"}}, "{\"a\":1}").status, 200);
    EXPECT_EQ(program.seen.body, "{\"a\":1}");
    EXPECT_EQ(code_of(post("/open", form_type, "a=%")), platform::bad_encoding.name);
}

TEST_F(Border, RefusesBodiesThatTheRouteDoesNotTake) {
    EXPECT_EQ(post("/open", {{"content-type", "text/plain"}}, "a").status, 415);
    EXPECT_EQ(post("/open", {{"accept", "application/json"}}, "a").status, 415);
    EXPECT_EQ(code_of(post("/open", {{"content-type", "application/json; charset=latin1"}}, "{}")),
              platform::media_type_unsupported.name);
    EXPECT_EQ(post("/open", {{"content-type", "application/json"}, {"content-encoding", "gzip"}}, "{}").status, 415);
    EXPECT_EQ(post("/open", {{"content-type", "multipart/form-data; boundary=X"}}, "--X--").status, 415);
    EXPECT_EQ(code_of(post("/open", form_type, std::string(1001, 'a'))), platform::body_too_large.name);
    EXPECT_EQ(post("/open", form_type, std::string(1001, 'a')).status, 413);
    EXPECT_EQ(code_of(send(program.dispatcher, "GET", "/page.json", {}, "body")), platform::request_malformed.name);
    EXPECT_EQ(program.seen.changes, 0);
}

TEST_F(Border, WantsToKnowTheLength) {
    Head head;
    head.method = "POST";
    head.target = "/open";
    head.headers = form_type;
    const auto refused = world::received(*program.dispatcher.begin(head).answer);
    EXPECT_EQ(refused.status, 411);
    EXPECT_EQ(code_of(refused), platform::length_required.name);
}

TEST_F(Border, RefusesExpectationsOtherThanContinue) {
    auto headers = form_type;
    headers.emplace_back("expect", "200-ok");
    const auto refused = post("/open", headers, "");
    EXPECT_EQ(refused.status, 417);
    EXPECT_EQ(code_of(refused), platform::expectation_failed.name);
}

TEST_F(Border, TellsAllFaultsOfARequest) {
    const auto refused = post("/faulty", form_type, "");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.content_type, "application/problem+json");
    EXPECT_NE(refused.body.find("\"type\":\"https://samband.example/problems/platform.request_faulty\""),
              std::string::npos);
    EXPECT_NE(refused.body.find("\"errors\":[{\"pointer\":\"#/title\",\"code\":\"platform.field_missing\""),
              std::string::npos);
    EXPECT_NE(refused.body.find("\"instance\":\"/problems/occurrences/"), std::string::npos);
}

TEST_F(Border, AnswersInternalErrorsWithAnId) {
    for (const auto* path : {"/broken.json", "/impossible.json"}) {
        const auto broken = get(path);
        EXPECT_EQ(broken.status, 500);
        EXPECT_EQ(code_of(broken), platform::internal.name);
    }
    EXPECT_EQ(get("/broken").content_type, "text/html; charset=utf-8");
}

TEST_F(Border, ShowsPeopleAPageForProblems) {
    const auto missing = get("/nn/nothing");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.content_type, "text/html; charset=utf-8");
    EXPECT_NE(missing.body.find("platform.path_not_found"), std::string::npos);
    EXPECT_EQ(code_of(get("/nothing.json")), platform::path_not_found.name);
}

TEST_F(Border, SlowsDownWhoAsksTooOften) {
    auto options = Program::quick();
    options.address_rate = {.per_second = 2, .burst = 3};
    Program limited{options};
    const auto ask = [&](std::string_view address) {
        return send(limited.dispatcher, "GET", "/page.json", {}, {}, address);
    };
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask("192.0.2.1").status, 200);
    }

    const auto refused = ask("192.0.2.1");

    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(code_of(refused), platform::rate_limited.name);
    EXPECT_EQ(refused.header("retry-after"), "1");
    EXPECT_EQ(ask("192.0.2.2").status, 200);
    limited.world.clock.advance(std::chrono::seconds{1});
    EXPECT_EQ(ask("192.0.2.1").status, 200);
}

TEST_F(Border, CountsThePrincipalWhereverTheyAskFrom) {
    auto options = Program::quick();
    options.principal_rate = {.per_second = 1, .burst = 1};
    Program limited{options};
    const Headers kari{{"cookie", "samband=kari"}};
    EXPECT_EQ(send(limited.dispatcher, "GET", "/mine.json", kari, {}, "192.0.2.1").status, 200);
    EXPECT_EQ(send(limited.dispatcher, "GET", "/mine.json", kari, {}, "192.0.2.2").status, 429);
}

TEST_F(Border, BelievesOnlyTrustedProxies) {
    auto options = Program::quick();
    options.address_rate = {.per_second = 1, .burst = 1};
    options.trusted_proxies = {"192.0.2.9", "192.0.2.8"};
    Program limited{options};
    const auto ask = [&](std::string forwarded, std::string_view address) {
        return send(limited.dispatcher, "GET", "/page.json", {{"x-forwarded-for", std::move(forwarded)}}, {}, address)
            .status;
    };
    EXPECT_EQ(ask("203.0.113.1", "192.0.2.9"), 200);
    EXPECT_EQ(ask("203.0.113.2", "192.0.2.9"), 200);
    EXPECT_EQ(ask("made-up, 203.0.113.2, 192.0.2.8", "192.0.2.9"), 429)
        << "what the client wrote itself does not count";
    EXPECT_EQ(ask("203.0.113.3", "192.0.2.1"), 200);
    EXPECT_EQ(ask("203.0.113.4", "192.0.2.1"), 429);
}

TEST_F(Border, TellsWhetherTheProgramIsReady) {
    EXPECT_EQ(get("/health/live").body, R"({"status":"live"})");
    EXPECT_EQ(get("/health/ready").body, R"({"status":"ready","checks":[{"name":"database","holds":true}]})");
    EXPECT_EQ(get("/robots.txt").status, 200);
}

TEST_F(Border, ShowsMetricsToOperatorsOnly) {
    EXPECT_EQ(get("/metrics").status, 404);
    EXPECT_EQ(send(program.dispatcher, "GET", "/metrics", {}, {}, "127.0.0.1").body, "up 1\n");
}

TEST_F(Border, TellsWhenToComeBackWhileWhatItStandsOnIsAway) {
    const Request request;
    const Principal nobody;
    const std::string url{"https://samband.example"};
    const Call call{
        request,      nobody, program.world.services.texts.in(i18n::Language::nb), program.world.clock.now(),
        program.site, url};
    EXPECT_EQ(http::problem(call, platform::disk_full.error()).header("retry-after"), "5");
    auto asked = platform::database_unavailable.error();
    asked.retry_after_s = 1;
    EXPECT_EQ(http::problem(call, asked).header("retry-after"), "1");
    EXPECT_EQ(http::problem(call, platform::path_not_found.error()).header("retry-after"), std::nullopt);
}

TEST(Probe, IsAnsweredInTimeWhenWhatItAsksHangs) {
    std::promise<void> goes_on;
    std::atomic<int> asked{0};
    auto hanging = answered_within(std::chrono::milliseconds{5}, {"database", [&]() -> Result<void> {
                                                                      if (++asked == 1) goes_on.get_future().wait();
                                                                      return platform::disk_full.error();
                                                                  }});
    EXPECT_EQ(hanging.check().error().code, platform::probe_unanswered.name);
    EXPECT_EQ(hanging.check().error().code, platform::probe_unanswered.name);
    EXPECT_EQ(asked, 1) << "not asked again before the first answers";
    goes_on.set_value();
    const auto finds_back = [&] { return hanging.check().error().code == platform::disk_full.name; };
    for (int i = 0; i < 1000 && !finds_back(); ++i) {
        // Each look waits a little.
    }
    EXPECT_TRUE(finds_back());
}

TEST(DiskProbe, TellsWhenNothingCanBeWritten) {
    EXPECT_TRUE(disk_probe("/tmp").check());
    EXPECT_EQ(disk_probe("/nowhere").check().error().code, platform::disk_unwritable.name);
    const auto page = machine_pages({disk_probe("/nowhere")}, nullptr);
    const auto answer = page[1].answer(Request{});
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.body,
              R"({"status":"unavailable","checks":[{"name":"disk","holds":false,"code":"platform.disk_unwritable"}]})");
}

} // namespace
