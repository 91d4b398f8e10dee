#include "platform/http/assets.hpp"
#include "platform/ui/assets.hpp"

#include <gtest/gtest.h>

using namespace http;

namespace {

std::string name_of_style() {
    return ui::asset_path("app.css").substr(std::string_view{"/assets/"}.size());
}

class AssetTwin : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(AssetTwin, IsSentWhenTheBrowserTakesIt) {
    const auto& [accepted, coding] = GetParam();
    const Assets assets{embedded::assets()};

    const auto document = assets.find(name_of_style(), accepted);

    ASSERT_TRUE(document);
    const auto line = "content-encoding: " + std::string{coding} + "\r\n";
    EXPECT_EQ(document->head.find("content-encoding") != std::string::npos, *coding != '\0');
    const bool is_named = *coding == '\0' || document->head.find(line) != std::string::npos;
    EXPECT_TRUE(is_named);
    EXPECT_NE(document->head.find("cache-control: public, max-age=31536000, immutable"), std::string::npos);
    EXPECT_NE(document->head.find("content-type: text/css; charset=utf-8"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Encodings, AssetTwin,
                         ::testing::Values(std::pair{"gzip, deflate, br", "br"}, std::pair{"gzip", "gzip"},
                                           std::pair{"gzip;q=1.0, br;q=0", "gzip"}, std::pair{"identity", ""},
                                           std::pair{"", ""}));

TEST(Assets, GiveNoFileThatThePagesDoNotUse) {
    const Assets assets{embedded::assets()};
    for (const auto& name :
         {std::string{"app.css"}, std::string{"manifest.json"}, name_of_style() + ".br", std::string{}}) {
        EXPECT_FALSE(assets.find(name, "")) << name;
    }
}

} // namespace
