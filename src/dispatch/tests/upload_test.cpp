// Files that come in several requests (tus 1.0.0): nothing that was answered for is lost, nothing foreign gets in.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/upload.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

using Fields = world::Browser::Fields;

class Uploads : public post::Office {
protected:
    http::Response tus(std::string_view method, std::string_view path, Fields headers = {}, std::string body = {},
                       const std::string& who = post::basic("avsender", post::secret)) {
        headers.emplace_back("tus-resumable", "1.0.0");
        const auto type = method == "PATCH" ? "application/offset+octet-stream" : "";
        return ask(method, path, std::move(body), type, who, std::move(headers));
    }
    std::string begun(std::size_t bytes, Fields headers = {}) {
        headers.emplace_back("upload-length", std::to_string(bytes));
        const auto answer = tus("POST", "/dispatches/uploads", std::move(headers));
        EXPECT_EQ(answer.status, 201) << answer.body;
        EXPECT_TRUE(answer.header("upload-expires"));
        return std::string{answer.header("location").value_or("")};
    }
    http::Response add(const std::string& path, std::size_t offset, std::string body, Fields headers = {}) {
        headers.emplace_back("upload-offset", std::to_string(offset));
        return tus("PATCH", path, std::move(headers), std::move(body));
    }
    std::string offset_of(const std::string& path) {
        const auto answer = tus("HEAD", path);
        return answer.status == 200 ? std::string{answer.header("upload-offset").value_or("none")}
                                    : std::to_string(answer.status);
    }
    std::string uploaded(const std::string& content) {
        const auto path = begun(content.size());
        EXPECT_EQ(add(path, 0, content).status, 204);
        return path;
    }
    static std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }
    static std::string letter_with(const std::string& upload, std::string_view title = "Vedtak") {
        return fmt::format(R"({{"title":"{}","recipient":{{"address":{{"name":"Kari Eksempel","town":"OSLO",)"
                           R"("postalCode":"0010"}},"identityNumber":"{}"}},)"
                           R"("documents":[{{"name":"brev.pdf","upload":"{}"}}]}})",
                           title, post::kari, upload);
    }
    http::Response post(const std::string& json, std::string_view path = "/dispatches") {
        return ask("POST", path, json, "application/json");
    }
    static std::string code_of(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        return value ? std::string{value->text_of("code")} : answer.body;
    }
    std::int64_t rows(std::string_view table) {
        const auto lease = world.database->reader();
        return (*lease)->query(fmt::format("SELECT count(*) FROM {}", table), {})->front().number(0);
    }
};
EACH_DATABASE(Uploads);

std::string checksum(std::string_view content) {
    return "sha256 " + crypto::to_base64(crypto::view(crypto::sha256(content)));
}

} // namespace

TEST_P(Uploads, WhatCameInPiecesIsSentAndReadAsOne) {
    const auto& pdf = post::a_pdf();
    const auto path = begun(pdf.size(), {{"upload-metadata", "filename YnJldi5wZGY="}});
    EXPECT_EQ(offset_of(path), "0");
    const auto half = pdf.size() / 2;
    const auto first = add(path, 0, pdf.substr(0, half));
    EXPECT_EQ(first.status, 204) << first.body;
    EXPECT_EQ(first.header("upload-offset"), std::to_string(half));
    const auto shown = tus("HEAD", path);
    EXPECT_EQ(shown.header("upload-offset"), std::to_string(half));
    EXPECT_EQ(shown.header("upload-length"), std::to_string(pdf.size()));
    EXPECT_EQ(shown.header("upload-metadata"), "filename YnJldi5wZGY=");
    EXPECT_EQ(shown.header("cache-control"), "no-store");
    EXPECT_EQ(code_of(post(letter_with(id_of(path)))), dispatch::content_faulty.name);
    EXPECT_EQ(add(path, half, pdf.substr(half)).status, 204);

    const auto sent = post(letter_with(id_of(path)));
    ASSERT_EQ(sent.status, 201) << sent.body;
    const std::string id{json::parse(sent.body)->text_of("id")};
    work();
    EXPECT_EQ(status_of(id), "VARSLET");
    const auto reader = world.database->reader();
    const auto opened = dispatch::open_dispatch(**reader, office, *stored(id));
    ASSERT_TRUE(opened);
    EXPECT_EQ(*dispatch::document_bytes(*world.blobs, *opened, 0), pdf);
    EXPECT_EQ(rows("dispatch_upload") + rows("dispatch_upload_part"), 0);
}

TEST_P(Uploads, WhenTheLineBreaksLessThanAPartIsLost) {
    const auto part = static_cast<std::size_t>(dispatch::upload_part_bytes);
    std::string content(part + part / 2, '\0');
    world.random->fill(content.data(), content.size());
    const auto path = begun(content.size());
    vanish("PATCH", path,
           {{"tus-resumable", "1.0.0"}, {"upload-offset", "0"}, {"content-type", "application/offset+octet-stream"}},
           {content.substr(0, part - 100), content.substr(part - 100, 300)}, content.size());
    EXPECT_EQ(offset_of(path), std::to_string(part));
    EXPECT_EQ(add(path, part, content.substr(part)).status, 204);
    const auto reader = world.database->reader();
    const auto row = (*reader)->query("SELECT blob FROM dispatch_upload", {})->front();
    EXPECT_FALSE(row.is_null(0));
    EXPECT_EQ(rows("dispatch_upload_part"), 0);
}

TEST_P(Uploads, AWrongOffsetIsRefusedAndChangesNothing) {
    const auto path = begun(10);
    EXPECT_EQ(add(path, 0, "12345").status, 204);
    for (const std::size_t offset : {0U, 4U, 6U}) {
        const auto refused = add(path, offset, "xx");
        EXPECT_EQ(refused.status, 409);
        EXPECT_EQ(code_of(refused), dispatch::upload_offset_wrong.name);
        EXPECT_EQ(refused.header("tus-resumable"), "1.0.0");
    }
    EXPECT_EQ(code_of(tus("PATCH", path, {{"upload-offset", "femte"}}, "x")), dispatch::upload_length_faulty.name);
    EXPECT_EQ(offset_of(path), "5");
}

TEST_P(Uploads, AWrongChecksumKeepsNothingOfItsRequest) {
    const auto path = begun(10);
    EXPECT_EQ(add(path, 0, "12345", {{"upload-checksum", checksum("12345")}}).status, 204);
    const auto refused = add(path, 5, "67890", {{"upload-checksum", checksum("6789x")}});
    EXPECT_EQ(refused.status, 460);
    EXPECT_EQ(code_of(refused), dispatch::checksum_wrong.name);
    EXPECT_EQ(offset_of(path), "5");
    const auto unknown = add(path, 5, "67890", {{"upload-checksum", "md5 1B2M2Y8AsgTpgAmY7PhCfg=="}});
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(code_of(unknown), dispatch::checksum_unknown.name);
    EXPECT_EQ(add(path, 5, "67891", {{"upload-checksum", "sha1 IwmRq8136Bc+2wrzkuHxESAFHik="}}).status, 460);
    EXPECT_EQ(offset_of(path), "5");
    EXPECT_EQ(add(path, 5, "67890", {{"upload-checksum", "sha1 IwmRq8136Bc+2wrzkuHxESAFHik="}}).status, 204);
}

TEST_P(Uploads, MoreThanWasAnnouncedIsRefused) {
    const auto path = begun(4);
    const auto refused = add(path, 0, "12345");
    EXPECT_EQ(refused.status, 413);
    EXPECT_EQ(code_of(refused), dispatch::upload_too_large.name);
    EXPECT_EQ(code_of(tus("POST", "/dispatches/uploads",
                          {{"upload-length", std::to_string(dispatch::upload_bytes_max + 1)}})),
              dispatch::upload_too_large.name);
    for (const auto* length : {"", "0", "-1", "mange", "5 "}) {
        EXPECT_EQ(code_of(tus("POST", "/dispatches/uploads", {{"upload-length", length}})),
                  dispatch::upload_length_faulty.name)
            << length;
    }
}

TEST_P(Uploads, AnAccountHasOnlySoManyBytesOnTheirWay) {
    for (int i = 0; i < 8; ++i)
        begun(static_cast<std::size_t>(dispatch::upload_bytes_max));
    const auto refused = tus("POST", "/dispatches/uploads", {{"upload-length", "1"}});
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(code_of(refused), dispatch::too_many_uploads.name);
    open_account("en annen");
    EXPECT_EQ(
        tus("POST", "/dispatches/uploads", {{"upload-length", "1"}}, {}, post::basic("en annen", post::secret)).status,
        201);
}

TEST_P(Uploads, AreTheirOwnAccountsAlone) {
    const auto path = uploaded(post::a_pdf());
    open_account("en annen");
    const auto other = post::basic("en annen", post::secret);
    EXPECT_EQ(tus("HEAD", path, {}, {}, other).status, 404);
    EXPECT_EQ(code_of(tus("PATCH", path, {{"upload-offset", "0"}}, "x", other)), dispatch::upload_not_found.name);
    EXPECT_EQ(tus("DELETE", path, {}, {}, other).status, 404);
    const auto refused = ask("POST", "/dispatches", letter_with(id_of(path)), "application/json", other);
    EXPECT_NE(refused.body.find("dispatch.upload_not_found"), std::string::npos) << refused.body;
}

TEST_P(Uploads, IsTakenByOneLetterOnly) {
    const auto path = uploaded(post::a_pdf());
    const auto ahead = post(letter_with(id_of(path)), "/dispatches?dryRun=true");
    EXPECT_TRUE(*json::parse(ahead.body)->find("wouldBeAccepted")->boolean()) << ahead.body;
    EXPECT_EQ(post(letter_with(id_of(path))).status, 201);
    const auto again = post(letter_with(id_of(path), "Et annet"));
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(again.body.find(R"("pointer":"#/documents/0/upload")"), std::string::npos) << again.body;
    const auto half = begun(10);
    const auto unfinished = post(letter_with(id_of(half)), "/dispatches?dryRun=true");
    EXPECT_NE(unfinished.body.find(dispatch::upload_unfinished.name), std::string::npos) << unfinished.body;
}

TEST_P(Uploads, ALetterThatIsSentAgainWithItsKeyIsTheSame) {
    const auto json = letter_with(id_of(uploaded(post::a_pdf())));
    const Fields key{{"idempotency-key", "sak-7"}};
    const auto who = post::basic("avsender", post::secret);
    const auto first = ask("POST", "/dispatches", json, "application/json", who, key);
    const auto again = ask("POST", "/dispatches", json, "application/json", who, key);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    const auto other =
        ask("POST", "/dispatches", letter_with(id_of(uploaded(post::a_pdf()))), "application/json", who, key);
    EXPECT_EQ(code_of(other), platform::request_key_reused.name);
}

TEST_P(Uploads, WhatIsLeftLyingIsClearedAway) {
    const auto path = begun(10);
    EXPECT_EQ(add(path, 0, "12345").status, 204);
    world.clock.advance(std::chrono::hours{23});
    EXPECT_EQ(add(path, 5, "67").status, 204); // Bytes that come give it a day more.
    world.clock.advance(std::chrono::hours{23});
    EXPECT_EQ(offset_of(path), "7");
    world.clock.advance(std::chrono::hours{2});
    EXPECT_EQ(offset_of(path), "404");
    ASSERT_TRUE(dispatch::tend_post(office));
    EXPECT_EQ(rows("dispatch_upload") + rows("dispatch_upload_part"), 0);
}

TEST_P(Uploads, AreEndedByTheirSender) {
    const auto path = begun(10);
    EXPECT_EQ(add(path, 0, "12345").status, 204);
    EXPECT_EQ(tus("DELETE", path).status, 204);
    EXPECT_EQ(offset_of(path), "404");
    EXPECT_EQ(rows("dispatch_upload_part"), 0);
}

TEST_P(Uploads, WhoeverSpeaksAnotherVersionIsToldWhichWeSpeak) {
    const auto refused = ask("POST", "/dispatches/uploads", {}, {}, post::basic("avsender", post::secret),
                             {{"upload-length", "5"}, {"tus-resumable", "0.2.2"}});
    EXPECT_EQ(refused.status, 412);
    EXPECT_EQ(code_of(refused), dispatch::tus_version_unknown.name);
    EXPECT_EQ(refused.header("tus-version"), "1.0.0");
    const auto path = begun(5);
    const auto offers = ask("OPTIONS", path, {}, {}, {});
    EXPECT_EQ(offers.status, 204);
    EXPECT_EQ(offers.header("tus-extension"), "creation,expiration,checksum,termination");
    EXPECT_EQ(ask("PATCH", path, "12345", "application/json", post::basic("avsender", post::secret),
                  {{"upload-offset", "0"}, {"tus-resumable", "1.0.0"}})
                  .status,
              415);
}
