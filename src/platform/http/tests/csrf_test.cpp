#include "platform/http/tests/border.hpp"

#include <gtest/gtest.h>

using namespace border;

namespace {

class ForeignForm : public ::testing::Test {
protected:
    /// Kari's browser sends a form; gives the status.
    int send_form(Headers headers, std::string body = "csrfToken=csrf-person-kari") {
        headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        headers.emplace_back("cookie", "samband=kari");
        headers.emplace_back("accept", "application/json");
        const auto response = send(program.dispatcher, "POST", "/things", headers, std::move(body));
        if (response.status != 303) {
            EXPECT_EQ(code_of(response), platform::form_expired.name);
        }
        return response.status;
    }
    Program program;
};

TEST_F(ForeignForm, IsOursWithTheTokenOfTheSession) {
    EXPECT_EQ(send_form({}), 303);
    EXPECT_EQ(send_form({{"x-csrf-token", "csrf-person-kari"}}, "a=1"), 303);
    EXPECT_EQ(send_form({{"origin", "https://samband.example"}, {"sec-fetch-site", "same-origin"}}), 303);
    EXPECT_EQ(program.seen.changes, 3);
}

TEST_F(ForeignForm, IsRefusedWithoutTheToken) {
    EXPECT_EQ(send_form({}, "a=1"), 403);
    EXPECT_EQ(send_form({}, "csrfToken="), 403);
    EXPECT_EQ(send_form({}, "csrfToken=csrf-person-kar"), 403);
    EXPECT_EQ(send_form({{"x-csrf-token", "other"}}, "a=1"), 403);
    EXPECT_EQ(send_form({{"x-csrf-token", "csrf-person-kari"}}, "csrfToken=other"), 403);
    EXPECT_EQ(program.seen.changes, 0);
}

TEST_F(ForeignForm, IsRefusedFromAnotherSiteEvenWithTheToken) {
    EXPECT_EQ(send_form({{"origin", "https://evil.example"}}), 403);
    EXPECT_EQ(send_form({{"origin", "null"}}), 403);
    EXPECT_EQ(send_form({{"origin", "https://samband.example.evil.example"}}), 403);
    EXPECT_EQ(send_form({{"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(send_form({{"sec-fetch-site", "same-site"}}), 403);
}

TEST_F(ForeignForm, CannotLogSomebodyInEither) {
    const Headers foreign{{"content-type", "application/x-www-form-urlencoded"}, {"origin", "https://evil.example"}};
    EXPECT_EQ(send(program.dispatcher, "POST", "/open", foreign, "a=1").status, 403);
}

TEST_F(ForeignForm, DoesNotConcernMachines) {
    const Headers machine{
        {"content-type", "application/json"}, {"authorization", "Bearer kari"}, {"origin", "https://other.example"}};
    EXPECT_EQ(send(program.dispatcher, "POST", "/things", machine, "{}").status, 303);
}

TEST_F(ForeignForm, LeavesNoFileBehind) {
    const std::string body = "--X\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\nbytes\r\n--X--";
    const Headers headers{{"content-type", "multipart/form-data; boundary=X"}, {"cookie", "samband=kari"}};
    EXPECT_EQ(send(program.dispatcher, "POST", "/things", headers, body).status, 403);
    const auto digest = *blobs::Digest::parse("277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9");
    EXPECT_FALSE(program.world.blobs->size(digest));
}

TEST(Upload, KeepsFilesInTheStoreAndFieldsInTheForm) {
    Program program;
    const std::string content = "%PDF" + std::string(100'000, 'p');
    const std::string body = "--X\r\nContent-Disposition: form-data; name=csrfToken\r\n\r\ncsrf-person-kari\r\n"
                             "--X\r\nContent-Disposition: form-data; name=paper; filename=plan.pdf\r\nContent-Type: "
                             "application/pdf\r\n\r\n" +
                             content + "\r\n--X--";
    const Headers headers{{"content-type", "multipart/form-data; boundary=X"}, {"cookie", "samband=kari"}};

    ASSERT_EQ(send(program.dispatcher, "POST", "/things", headers, body).status, 303);

    ASSERT_EQ(program.seen.files.size(), 1U);
    const auto& file = program.seen.files[0];
    EXPECT_EQ(file.field, "paper");
    EXPECT_EQ(file.name, "plan.pdf");
    EXPECT_EQ(file.declared_type, "application/pdf");
    EXPECT_EQ(file.size, content.size());
    EXPECT_EQ(file.first_bytes, content.substr(0, 4096));
    EXPECT_EQ(*program.world.blobs->get(file.digest), content);
    EXPECT_EQ(program.seen.form.first("csrfToken"), "csrf-person-kari");
}

TEST(Upload, IsRefusedWhenItsBoundaryIsNoBoundary) {
    Program program;
    const Headers headers{
        {"content-type", "multipart/form-data"}, {"authorization", "Bearer kari"}, {"accept", "application/json"}};
    EXPECT_EQ(code_of(send(program.dispatcher, "POST", "/things", headers, "--X--")),
              platform::multipart_malformed.name);
}

} // namespace
