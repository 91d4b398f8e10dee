// A key in a device, here SoftHSM's: real PKCS#11, with the device in a folder.
#include "platform/crypto/key_token.hpp"

#include "platform/crypto/master_key.hpp"
#include "platform/errors.hpp"
#include "platform/testing/child_program.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace {

namespace fs = std::filesystem;

class Device : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        fs::create_directories(home() / "tokens");
        std::ofstream{home() / "softhsm2.conf"} << "directories.tokendir = " << (home() / "tokens").string() << "\n";
        ::setenv("SOFTHSM2_CONF", (home() / "softhsm2.conf").c_str(), 1);
        const auto made = world::start_program({"softhsm2-util", "--init-token", "--free", "--label", "samband-test",
                                                "--pin", "1234", "--so-pin", "12345678"},
                                               {});
        ASSERT_TRUE(world::succeeded(made)) << "softhsm2 must be installed";
    }
    static void TearDownTestSuite() { fs::remove_all(home()); }
    Device() { fs::create_directories(folder); }

    static crypto::TokenPlace place(std::string key = "samband", std::string pin = "1234",
                                    std::string token = "samband-test") {
        return {"/usr/lib/softhsm/libsofthsm2.so", std::move(token), std::move(key), std::move(pin)};
    }
    static crypto::KeyToken with_key(std::string key = "samband") {
        auto token = crypto::KeyToken::open(place(std::move(key)));
        EXPECT_TRUE(token) << describe(token.error());
        const auto has_key = token->has_key();
        EXPECT_TRUE(has_key);
        EXPECT_TRUE(!has_key || *has_key || token->make_key());
        return *std::move(token);
    }
    static std::string opened_by(crypto::KeyToken& token, std::string_view sealed) {
        const auto plain = token.unseal(sealed, "stedet");
        return plain ? *plain : describe(plain.error());
    }
    [[nodiscard]] bool is_there(std::string_view name) const { return fs::exists(fmt::format("{}/{}", folder, name)); }

    std::unique_ptr<Random> random = make_system_random();
    std::string folder = (home() / random->token(6)).string();

private:
    static const fs::path& home() {
        static const fs::path made = fs::temp_directory_path() / ("samband-token-" + make_system_random()->token(9));
        return made;
    }
};

} // namespace

TEST_F(Device, SealsAndOpensAndNoticesChanges) {
    auto token = with_key();
    const auto sealed = token.seal("hemmelig", "stedet", *random);
    ASSERT_TRUE(sealed) << describe(sealed.error());
    EXPECT_EQ(sealed->size(), 12 + std::string_view{"hemmelig"}.size() + 16);
    EXPECT_EQ(sealed->find("hemmelig"), std::string::npos);
    EXPECT_EQ(opened_by(token, *sealed), "hemmelig");
    EXPECT_EQ(token.unseal(*sealed, "et annet sted").error().code, platform::seal_broken.name);
    auto changed = *sealed;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    EXPECT_EQ(token.unseal(changed, "stedet").error().code, platform::seal_broken.name);
    EXPECT_EQ(token.unseal("kort", "stedet").error().code, platform::seal_broken.name);
    EXPECT_EQ(opened_by(token, *sealed), "hemmelig") << "a refusal leaves the session as it was";
}

TEST_F(Device, TellsWhatIsWrong) {
    const auto pin = crypto::KeyToken::open(place("samband", "4321"));
    EXPECT_EQ(pin.error().code, platform::key_token_pin_wrong.name);
    const auto token = crypto::KeyToken::open(place("samband", "1234", "en annen"));
    EXPECT_EQ(token.error().code, platform::key_token_unavailable.name);
    EXPECT_NE(describe(token.error()).find("samband-test"), std::string::npos) << describe(token.error());
    auto elsewhere = place();
    elsewhere.module = "/finnes/ikke.so";
    EXPECT_EQ(crypto::KeyToken::open(elsewhere).error().code, platform::key_token_unavailable.name);
    auto open = crypto::KeyToken::open(place("ingen slik"));
    ASSERT_TRUE(open) << describe(open.error());
    EXPECT_EQ(open->seal("x", "y", *random).error().code, platform::key_token_without_key.name);
}

TEST_F(Device, TakesTheMasterKeyOverAndLeavesNoneOpen) {
    const auto before = crypto::master_key_in(folder, *random);
    ASSERT_TRUE(before);
    auto token = with_key();
    EXPECT_EQ(crypto::master_key_in(folder, token).error().code, platform::master_key_open.name);
    const auto sealed = crypto::seal_master_key(folder, token, *random);
    ASSERT_TRUE(sealed) << describe(sealed.error());
    EXPECT_FALSE(is_there(crypto::master_key_file));
    const auto after = crypto::master_key_in(folder, token);
    ASSERT_TRUE(after) << describe(after.error());
    EXPECT_EQ(after->bytes(), before->bytes());
    EXPECT_EQ(crypto::master_key_in(folder, *random).error().code, platform::master_key_sealed.name);
    EXPECT_TRUE(crypto::seal_master_key(folder, token, *random)) << "again does nothing";
    EXPECT_EQ(crypto::master_key_in(folder, token)->bytes(), before->bytes());
}

TEST_F(Device, SealsAnewUnderAnotherKey) {
    auto old = with_key("gammel");
    ASSERT_TRUE(crypto::seal_master_key(folder, old, *random)) << "a new one where there was none";
    auto key = crypto::master_key_in(folder, old);
    ASSERT_TRUE(key);
    const std::string bytes{key->bytes()};
    auto fresh = with_key("ny");
    ASSERT_TRUE(crypto::reseal_master_key(folder, *std::move(key), fresh, *random));
    EXPECT_EQ(crypto::master_key_in(folder, fresh)->bytes(), bytes);
    EXPECT_EQ(crypto::master_key_in(folder, old).error().code, platform::seal_broken.name);
}

TEST_F(Device, ACutOffSealingIsFinishedByTheNext) {
    auto token = with_key();
    ASSERT_TRUE(crypto::master_key_in(folder, *random));
    fs::copy_file(folder + "/master.key", folder + "/kept");
    ASSERT_TRUE(crypto::seal_master_key(folder, token, *random));
    // As when the program was killed before the open file was gone.
    fs::copy_file(folder + "/kept", folder + "/master.key");
    std::ofstream{folder + "/master.key.sealed.new"} << "halv";
    EXPECT_EQ(crypto::master_key_in(folder, token).error().code, platform::master_key_open.name);
    ASSERT_TRUE(crypto::seal_master_key(folder, token, *random));
    EXPECT_FALSE(is_there("master.key"));
    EXPECT_FALSE(is_there("master.key.sealed.new"));
    EXPECT_TRUE(crypto::master_key_in(folder, token));
}

TEST_F(Device, WhatIsLeftOfASealingThatLostItsNameIsTakenUpAndNoNewKeyIsMade) {
    auto token = with_key();
    ASSERT_TRUE(crypto::seal_master_key(folder, token, *random));
    const auto before = crypto::master_key_in(folder, token);
    ASSERT_TRUE(before);
    // As when the power went after the open file was gone, and before the sealed one had its name.
    fs::rename(folder + "/master.key.sealed", folder + "/master.key.sealed.new");
    ASSERT_TRUE(crypto::seal_master_key(folder, token, *random));
    const auto after = crypto::master_key_in(folder, token);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->bytes(), before->bytes());
}
