// Against OpenSSH's own server: what arrives whole, what does not arrive at all, and whom we do not speak to.
#include "platform/sftp/connection.hpp"

#include "platform/errors.hpp"
#include "platform/testing/ssh_server.hpp"
#include "platform/testing/test_files.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace {

namespace fs = std::filesystem;

class SftpConnection : public ::testing::Test {
protected:
    ~SftpConnection() override { world::remove_test_folder(folder); }

    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file{folder + "/" + name, std::ios::binary};
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    Result<void> put(sftp::Connection& connection, const std::string& name, const std::string& bytes) {
        return connection.put(name, bytes.size(), [&](std::uint64_t offset, std::size_t most) -> Result<std::string> {
            return bytes.substr(offset, most);
        });
    }
    [[nodiscard]] sftp::Target target() const { return server.target(folder); }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator{folder})
            found.push_back(entry.path().filename().string());
        return found;
    }

    world::SshServer server;
    std::string folder = world::new_test_folder();
};

std::string three_megabytes() {
    std::string bytes;
    for (int i = 0; bytes.size() < 3'000'000; ++i)
        bytes += std::to_string(i) + "\n";
    return bytes;
}

TEST_F(SftpConnection, BringsFilesWholeFetchesAndRemovesThemOnOneLine) {
    sftp::Connection connection{target()};
    ASSERT_TRUE(connection.make_folder(""));
    ASSERT_TRUE(connection.make_folder("receipts"));
    ASSERT_TRUE(connection.make_folder("receipts")) << "one that is there is as good";
    EXPECT_TRUE(fs::is_directory(folder + "/receipts"));

    const auto put_large = put(connection, "run.pdf", three_megabytes());
    ASSERT_TRUE(put_large) << describe(put_large.error());
    EXPECT_EQ(read("run.pdf"), three_megabytes());
    ASSERT_TRUE(put(connection, "run.pdf", "replaced"));
    EXPECT_EQ(read("run.pdf"), "replaced");
    ASSERT_TRUE(put(connection, "empty.csv", ""));
    EXPECT_EQ(names().size(), 3U) << "nothing lies there under another name";

    EXPECT_EQ(**connection.get("run.pdf", 100), "replaced");
    EXPECT_FALSE(connection.get("receipts/none.json", 100)->has_value());
    ASSERT_TRUE(connection.remove({"run.pdf", "empty.csv", "never-there.json"}));
    EXPECT_EQ(names(), std::vector<std::string>{"receipts"});
    EXPECT_EQ(server.connections(), 1);

    ASSERT_TRUE(put(connection, "run.pdf", "replaced"));
    EXPECT_FALSE(connection.get("run.pdf", 7)->has_value()) << "longer than what is asked for";
}

TEST_F(SftpConnection, DoesNotSpeakToAMachineItDoesNotKnow) {
    auto stranger = target();
    stranger.known_hosts_file = server.folder() + "/nobody";
    EXPECT_EQ(put(*std::make_unique<sftp::Connection>(stranger), "a", "secret").error().code,
              platform::sftp_host_unknown.name);

    server.change_host_key();
    sftp::Connection connection{target()};
    EXPECT_EQ(put(connection, "a", "secret").error().code, platform::sftp_host_unknown.name);
    EXPECT_TRUE(names().empty());
}

TEST_F(SftpConnection, TellsWhoIsNotLetIn) {
    auto by_password = target();
    by_password.key_file.clear();
    by_password.password = "not the right one";
    EXPECT_EQ(sftp::Connection{by_password}.make_folder("").error().code, platform::sftp_login_refused.name);

    fs::resize_file(server.folder() + "/authorized_keys", 0);
    EXPECT_EQ(sftp::Connection{target()}.make_folder("").error().code, platform::sftp_login_refused.name);
}

TEST_F(SftpConnection, LeavesNothingUnderTheNameWhenThereIsNoRoomOrNoRight) {
    // Every byte written there meets a full disk.
    fs::create_symlink("/dev/full", folder + "/run.pdf.part");
    sftp::Connection connection{target()};
    const auto full = put(connection, "run.pdf", three_megabytes());
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, platform::sftp_broken_off.name) << describe(full.error());
    EXPECT_FALSE(fs::exists(folder + "/run.pdf"));
    fs::remove(folder + "/run.pdf.part");
    EXPECT_TRUE(put(connection, "run.pdf", "goes on afterwards"));

    server.set_read_only(true);
    sftp::Connection reading{target()};
    EXPECT_EQ(put(reading, "other.pdf", "x").error().code, platform::sftp_refused.name);
    EXPECT_EQ(reading.remove({"run.pdf"}).error().code, platform::sftp_refused.name);
    EXPECT_EQ(sftp::Connection{server.target(folder + "/none")}.make_folder("").has_value(), true);
    EXPECT_FALSE(fs::exists(folder + "/other.pdf"));
}

TEST_F(SftpConnection, BeginsAnewAfterTheLineWasCut) {
    sftp::Connection connection{target()};
    server.cut_after(1'000'000);
    const auto cut = put(connection, "run.pdf", three_megabytes());
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, platform::sftp_broken_off.name) << describe(cut.error());
    EXPECT_FALSE(fs::exists(folder + "/run.pdf"));

    server.cut_after(100);
    EXPECT_EQ(sftp::Connection{target()}.make_folder("").error().code, platform::sftp_unreachable.name);
    server.cut_after(0);
    ASSERT_TRUE(put(connection, "run.pdf", three_megabytes()));
    EXPECT_EQ(read("run.pdf"), three_megabytes());
    EXPECT_EQ(names().size(), 1U);
}

TEST_F(SftpConnection, StopsWhenWhatItSendsCannotBeRead) {
    sftp::Connection connection{target()};
    const auto sent = connection.put("run.pdf", 100, [](std::uint64_t, std::size_t) -> Result<std::string> {
        return platform::blob_damaged.error();
    });
    EXPECT_EQ(sent.error().code, platform::blob_damaged.name);
    EXPECT_FALSE(fs::exists(folder + "/run.pdf"));
}

TEST(SftpAddress, IsReadWithItsPartsOrNotAtAll) {
    const auto whole = sftp::parse_address("sftp://samband@trykkeri.example:2222/inn/brev/");
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->host, "trykkeri.example");
    EXPECT_EQ(whole->port, 2222);
    EXPECT_EQ(whole->user, "samband");
    EXPECT_EQ(whole->folder, "/inn/brev");
    EXPECT_EQ(sftp::parse_address("sftp://a@b.example")->port, 22);
    EXPECT_EQ(sftp::parse_address("sftp://a@b.example/")->folder, "");
    for (const auto* wrong :
         {"", "trykkeri.example", "ftp://a@b.example/x", "sftp://b.example/x", "sftp://a:secret@b.example/x",
          "sftp://a@b.example/x?y", "sftp://a@b.example/../x", "sftp://a@b.example/\"x", "sftp://a@b.example/~/x"})
        EXPECT_FALSE(sftp::parse_address(wrong)) << wrong;
}

} // namespace
