#include "app/master_key.hpp"

#include "app/errors.hpp"
#include "platform/errors.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace {

/// A data folder without a key.
class MasterKey : public ::testing::Test {
protected:
    ~MasterKey() override { std::filesystem::remove_all(folder); }
    app::Config config(std::map<std::string, std::string> flags = {}) const {
        flags.try_emplace("data.folder", folder.string());
        auto read = app::read_config({"", "", {}, std::move(flags)});
        EXPECT_TRUE(read) << describe(read.error());
        return *read;
    }
    std::unique_ptr<Random> random = make_system_random();
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("samband-app-key-" + random->token(9));
};

} // namespace

TEST_F(MasterKey, IsNotSealedWithoutADevice) {
    EXPECT_EQ(app::seal_key(config(), {}).error().code, app::key_device_unset.name);
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(MasterKey, IsNotMadeInTheOpenWhereADeviceShouldSealIt) {
    const auto wanted = config({{"keys.module", "/finnes/ikke.so"}, {"keys.token", "kommunen"}});
    EXPECT_EQ(app::master_key_of(wanted, *random).error().code, platform::key_token_unavailable.name);
    EXPECT_EQ(app::seal_key(wanted, {}).error().code, platform::key_token_unavailable.name);
    EXPECT_FALSE(std::filesystem::exists(folder / "master.key"));
    std::filesystem::create_directories(folder);
    EXPECT_TRUE(app::master_key_of(config(), *random)) << "without one it is a file";
}
