#include "platform/crypto/key.hpp"

#include "platform/crypto/key_file.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/crypto/signature.hpp"
#include "platform/errors.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

class KeyFile : public ::testing::Test {
protected:
    KeyFile() { fs::create_directories(folder_); }
    ~KeyFile() override { fs::remove_all(folder_); }
    void write(std::string_view content, mode_t mode = 0600) const {
        std::ofstream{path} << content;
        ::chmod(path.c_str(), mode);
    }

    std::unique_ptr<Random> random = make_seeded_random(7);

private:
    fs::path folder_ = fs::temp_directory_path() / ("samband-key-" + make_system_random()->token(9));

protected:
    std::string path = (folder_ / "master.key").string();
};

TEST_F(KeyFile, IsMadeOnceAndReadAfterwards) {
    const auto made = crypto::load_or_create_master_key(path, *random);
    ASSERT_TRUE(made);

    const auto read = crypto::load_or_create_master_key(path, *random);

    ASSERT_TRUE(read);
    EXPECT_EQ(read->bytes(), made->bytes());
}

TEST_F(KeyFile, IsForTheOwnerOnly) {
    ASSERT_TRUE(crypto::load_or_create_master_key(path, *random));

    struct stat status;
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST_F(KeyFile, IsRefusedWhenOthersMayReadIt) {
    for (const mode_t mode : {0640, 0604, 0660, 0666}) {
        write(fmt::format("{:a>64}\n", ""), mode);
        const auto key = crypto::load_or_create_master_key(path, *random);
        ASSERT_FALSE(key);
        EXPECT_EQ(key.error().code, platform::key_file_open.name);
    }
}

TEST_F(KeyFile, IsRefusedWhenItHoldsNoKey) {
    const auto no_line_end = fmt::format("{:a>64}", "");
    const auto upper_case = fmt::format("{:A>64}\n", "");
    const auto too_long = fmt::format("{:a>66}\n", "");
    for (const std::string_view content : {"", "hello\n", no_line_end.c_str(), upper_case.c_str(), too_long.c_str()}) {
        write(content);
        const auto key = crypto::load_or_create_master_key(path, *random);
        ASSERT_FALSE(key);
        EXPECT_EQ(key.error().code, platform::key_file_faulty.name);
    }
}

TEST_F(KeyFile, IsNotMadeInAFolderThatDoesNotExist) {
    const auto key = crypto::load_or_create_master_key(path + "/deeper/key", *random);

    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, platform::key_file_unavailable.name);
}

TEST_F(KeyFile, IsNeverOverwritten) {
    write("mine");

    EXPECT_FALSE(crypto::create_secret_file(path, "yours"));

    EXPECT_EQ(**crypto::read_secret_file(path), "mine");
}

TEST_F(KeyFile, OfSignaturesIsMadeOnceAndReadAfterwards) {
    const auto made = crypto::SigningKey::load_or_create(path, *random);
    ASSERT_TRUE(made);

    const auto read = crypto::SigningKey::load_or_create(path, *random);

    ASSERT_TRUE(read);
    EXPECT_EQ(read->public_key(), made->public_key());
    EXPECT_TRUE(crypto::is_signed_by(made->public_key(), "text", read->sign("text")));
}

TEST_F(KeyFile, OfSignaturesIsRefusedWhenItHoldsSomethingElse) {
    write("-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----\n");

    const auto key = crypto::SigningKey::load_or_create(path, *random);

    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, platform::key_file_faulty.name);
}

TEST(Key, IsTakenFromExactlyThirtyTwoBytes) {
    EXPECT_TRUE(crypto::Key::from_bytes(std::string(32, 'k')));
    EXPECT_FALSE(crypto::Key::from_bytes(std::string(31, 'k')));
    EXPECT_FALSE(crypto::Key::from_bytes(std::string(33, 'k')));
}

TEST(Key, LeavesNothingBehindWhenMoved) {
    auto key = *crypto::Key::from_bytes(std::string(32, 'k'));
    const auto moved = std::move(key);

    EXPECT_EQ(moved.bytes(), std::string(32, 'k'));
    EXPECT_EQ(key.bytes(), std::string(32, '\0')); // NOLINT(bugprone-use-after-move): what is left is the subject
}

TEST(Key, DerivesAnotherOneForEachPurpose) {
    const auto key = *crypto::Key::from_bytes(std::string(32, 'k'));

    EXPECT_EQ(key.derive("signing").bytes(), key.derive("signing").bytes());
    EXPECT_NE(key.derive("signing").bytes(), key.derive("sealing").bytes());
}

} // namespace
