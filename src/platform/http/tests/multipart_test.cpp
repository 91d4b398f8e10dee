#include "platform/errors.hpp"
#include "platform/http/multipart.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

using namespace http;

namespace {

/// Writes down what came, and that it came in order.
struct Collector : MultipartReceiver {
    struct File {
        std::string field, name, type, bytes;
        bool is_whole = false;
    };
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<File> files;
    std::size_t largest_piece = 0;

    Result<void> field(std::string name, std::string value) override {
        fields.emplace_back(std::move(name), std::move(value));
        return {};
    }
    Result<void> file_begins(std::string field, std::string name, std::string type) override {
        files.push_back({std::move(field), std::move(name), std::move(type), {}, false});
        return {};
    }
    Result<void> file_bytes(std::string_view bytes) override {
        files.back().bytes += bytes;
        largest_piece = std::max(largest_piece, bytes.size());
        return {};
    }
    Result<void> file_ends() override {
        files.back().is_whole = true;
        return {};
    }
};

std::string part(std::string_view disposition, std::string_view content, std::string_view more = "") {
    return "--X\r\nContent-Disposition: form-data; " + std::string{disposition} + "\r\n" + std::string{more} + "\r\n" +
           std::string{content} + "\r\n";
}

Result<void> read(std::string_view body, MultipartReceiver& receiver, std::size_t step = std::string_view::npos,
                  MultipartLimits limits = {}) {
    MultipartReader reader{"X", receiver, limits};
    for (std::size_t at = 0; at < body.size(); at += std::min(step, body.size() - at)) {
        TRY(reader.take(body.substr(at, step)));
    }
    return reader.finish();
}

std::string_view code_of(const Result<void>& outcome) {
    return outcome ? "" : outcome.error().code;
}

const std::string two_parts =
    part("name=\"title\"", "Plan\r\n--Xtra? no: --X") +
    part("name=\"paper\"; filename=\"plan.pdf\"", "%PDF\r\n\r\n--\r\n--", "Content-Type: application/pdf\r\n") +
    "--X--\r\n";

TEST(MultipartReader, GivesFieldsAndFilesInOrder) {
    Collector found;

    ASSERT_TRUE(
        read("ignored preamble\r\n" + part("name=a", "1") + part("name=b; filename=x.txt", "bytes") + "--X--\r\nrest",
             found));

    EXPECT_EQ(found.fields, (std::vector<std::pair<std::string, std::string>>{{"a", "1"}}));
    ASSERT_EQ(found.files.size(), 1U);
    EXPECT_EQ(found.files[0].name, "x.txt");
    EXPECT_EQ(found.files[0].bytes, "bytes");
    EXPECT_TRUE(found.files[0].is_whole);
}

TEST(MultipartReader, KnowsThePartsOfARelatedBodyByTheirContentId) {
    const std::string body = "--X\r\nContent-Type: application/xop+xml\r\nContent-ID: <root>\r\n\r\n<a/>\r\n"
                             "--X\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <doc-1@a.example>\r\n\r\n%PDF\r\n"
                             "--X--\r\n";
    const auto taken = [](std::string_view text, Collector& found) -> Result<void> {
        MultipartReader reader{"X", found, {}, MultipartShape::related};
        TRY(reader.take(text));
        return reader.finish();
    };
    Collector found;
    ASSERT_TRUE(taken(body, found));
    EXPECT_EQ(found.fields, (std::vector<std::pair<std::string, std::string>>{{"root", "<a/>"}}));
    ASSERT_EQ(found.files.size(), 1U);
    EXPECT_EQ(found.files[0].field, "doc-1@a.example");
    EXPECT_EQ(found.files[0].bytes, "%PDF");
    Collector nameless;
    EXPECT_EQ(code_of(taken("--X\r\n\r\n<a/>\r\n--X\r\n\r\n%PDF\r\n--X--\r\n", nameless)),
              "platform.multipart_malformed");
}

TEST(MultipartReader, ReadsTheSameHoweverTheBytesAreCut) {
    const auto body =
        part("name=\"title\"", "Plan\r\n--\r\n") +
        part("name=\"paper\"; filename=\"plan.pdf\"", "%PDF\r\n\r\n-\r\n--", "Content-Type: application/pdf\r\n") +
        "--X--\r\n";
    for (std::size_t step = 1; step <= body.size(); ++step) {
        Collector found;
        ASSERT_TRUE(read(body, found, step)) << step;
        ASSERT_EQ(found.files.size(), 1U);
        EXPECT_EQ(found.files[0].bytes, "%PDF\r\n\r\n-\r\n--");
        EXPECT_EQ(found.files[0].type, "application/pdf");
        EXPECT_EQ(found.fields[0].second, "Plan\r\n--\r\n");
    }
}

TEST(MultipartReader, PassesFilesOnWhileTheyArrive) {
    Collector found;
    MultipartReader reader{"X", found};
    ASSERT_TRUE(reader.take("--X\r\nContent-Disposition: form-data; name=a; filename=big\r\n\r\n"));

    ASSERT_TRUE(reader.take(std::string(65536, 'b')));

    EXPECT_GE(found.files[0].bytes.size(), 65536U - 8);
}

TEST(MultipartReader, ReadsAnEmptyFileAndAnEmptyField) {
    Collector found;
    ASSERT_TRUE(read(part("name=a", "") + part("name=b; filename=empty.txt", "") + "--X--", found));
    EXPECT_EQ(found.fields[0].second, "");
    EXPECT_TRUE(found.files[0].is_whole);
}

TEST(MultipartReader, PassesOverAFileInputThatWasLeftEmpty) {
    Collector found;
    ASSERT_TRUE(read(part("name=b; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") + "--X--", found));
    EXPECT_TRUE(found.files.empty());
}

TEST(MultipartReader, RefusesBytesWithoutAFileName) {
    Collector found;
    EXPECT_EQ(code_of(read(part("name=b; filename=\"\"", "bytes") + "--X--", found)), platform::file_name_refused.name);
}

TEST(MultipartReader, RefusesABodyWithoutItsEnd) {
    const auto body = part("name=a", "1") + "--X--";
    for (std::size_t length = 0; length < body.size() - 1; ++length) {
        Collector found;
        EXPECT_EQ(code_of(read(body.substr(0, length), found)), platform::multipart_malformed.name) << length;
    }
}

TEST(MultipartReader, RefusesPartsThatAreNoFormFields) {
    for (const auto* head :
         {"Content-Disposition: attachment; name=a", "Content-Disposition: form-data", "X-Other: 1", "no colon",
          "Content-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed; boundary=Y",
          "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64"}) {
        Collector found;
        EXPECT_EQ(code_of(read("--X\r\n" + std::string{head} + "\r\n\r\nv\r\n--X--", found)),
                  platform::multipart_malformed.name)
            << head;
    }
}

TEST(MultipartReader, RefusesABoundaryThatGoesOn) {
    Collector found;
    EXPECT_EQ(code_of(read(two_parts, found)), platform::multipart_malformed.name);
}

TEST(MultipartReader, AllowsBlanksBehindABoundary) {
    Collector found;
    EXPECT_TRUE(read("--X \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--X--", found));
}

TEST(MultipartReader, KeepsItsLimits) {
    const MultipartLimits small{.parts_max = 2, .field_bytes_max = 4, .head_bytes_max = 64, .file_name_bytes_max = 8};
    Collector found;
    EXPECT_EQ(code_of(read(part("name=a", "1") + part("name=a", "1") + part("name=a", "1") + "--X--", found, 7, small)),
              platform::too_many_parts.name);
    EXPECT_EQ(code_of(read(part("name=a", "12345") + "--X--", found, 1, small)), platform::field_too_large.name);
    EXPECT_EQ(code_of(read(part("name=" + std::string(99, 'a'), "1") + "--X--", found, 1, small)),
              platform::multipart_malformed.name);
    EXPECT_EQ(code_of(read(part("name=a; filename=123456789", "1") + "--X--", found, 1, small)),
              platform::file_name_refused.name);
}

TEST(MultipartReader, RefusesFieldsThatAreNoUtf8) {
    Collector found;
    EXPECT_EQ(code_of(read(part("name=a", "\xC3") + "--X--", found)), platform::bad_encoding.name);
    EXPECT_EQ(code_of(read(part("name=\xC3", "1") + "--X--", found)), platform::bad_encoding.name);
}

TEST(MultipartReader, StopsWhenTheReceiverFails) {
    struct Full : Collector {
        Result<void> file_bytes(std::string_view) override { return platform::server_busy.error(); }
    } full;
    EXPECT_EQ(code_of(read(part("name=a; filename=b", "bytes") + "--X--", full)), platform::server_busy.name);
}

std::string name_of_file(std::string_view disposition) {
    Collector found;
    const auto outcome = read(part("name=a; " + std::string{disposition}, "1") + "--X--", found);
    return outcome ? found.files.at(0).name : std::string{outcome.error().code};
}

TEST(UploadedFileName, LosesItsFolder) {
    EXPECT_EQ(name_of_file(R"(filename="C:\Users\kari\plan.pdf")"), "plan.pdf");
    EXPECT_EQ(name_of_file("filename=\"../../etc/passwd\""), "passwd");
}

TEST(UploadedFileName, IsReadAsBrowsersAndOthersWriteIt) {
    EXPECT_EQ(name_of_file("filename=\"a %22b%22.txt\""), "a \"b\".txt");
    EXPECT_EQ(name_of_file(R"(filename="a \"b\".txt")"), "a \"b\".txt");
    EXPECT_EQ(name_of_file("filename=\"Møte.txt\""), "Møte.txt");
    EXPECT_EQ(name_of_file("filename=\"x.txt\"; filename*=UTF-8''M%C3%B8te%20%E2%82%AC.txt"), "Møte €.txt");
    EXPECT_EQ(name_of_file("filename=\"A\xCC\x8A.txt\""), "\xC3\x85.txt");
}

TEST(UploadedFileName, IsRefusedWhenHostile) {
    for (const auto* name :
         {"filename=\"a%0D%0Ab\"", "filename=\"..\"", "filename=\"a/\"", "filename=\"\xFF.txt\"",
          "filename=\"a\xE2\x80\xAE"
          "fdp.exe\"",
          "filename*=UTF-8''a%00b", "filename*=UTF-8''a%2", "filename*=latin1''a", "filename*=plain"}) {
        EXPECT_EQ(name_of_file(name), platform::file_name_refused.name) << name;
    }
    EXPECT_EQ(name_of_file("filename=" + std::string(226, 'a')), std::string(226, 'a'));
    EXPECT_EQ(name_of_file("filename=" + std::string(227, 'a')), platform::file_name_refused.name);
}

TEST(MultipartBoundary, IsCheckedAgainstItsGrammar) {
    EXPECT_EQ(*multipart_boundary("multipart/form-data; boundary=\"a b'()\""), "a b'()");
    const auto too_long = "multipart/form-data; boundary=" + std::string(71, 'a');
    for (const auto* type :
         {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a \"",
          "multipart/form-data; boundary=\"a\\\"b\"", too_long.c_str()}) {
        EXPECT_FALSE(multipart_boundary(type)) << type;
    }
}

RC_GTEST_PROP(MultipartReader, GivesBackAnyBytesInAnyCut, (const std::string& bytes)) {
    RC_PRE(bytes.find("--X") == std::string::npos);
    const auto step = *rc::gen::inRange<std::size_t>(1, 40);
    Collector found;

    const auto outcome = read(part("name=a; filename=b", bytes) + "--X--", found, step);

    RC_ASSERT(outcome.has_value());
    RC_ASSERT(found.files.at(0).bytes == bytes);
}

} // namespace
