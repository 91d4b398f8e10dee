// The platform's own pages, through their routes.
#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "platform/testing/world.hpp"
#include "platform/ui/assets.hpp"
#include "platform/ui/routes.hpp"
#include "platform/ui/tests/visitor.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace {

class OwnPages : public ::testing::Test {
protected:
    OwnPages() {
        ui::add_routes(routes);
        ui::add_demonstration_routes(routes);
    }

    Result<http::Response> get(const std::string& path) {
        visitor.at(path);
        const auto match = routes.match(http::Method::get, path);
        ensure(match.route);
        visitor.request.path_values = match.path_values;
        auto reader = world.database->reader();
        ensure(reader);
        return std::get<http::QueryHandler>(match.route->handler)(
            {visitor.call(), **reader, *world.journal, *world.blobs});
    }

    http::Router routes;
    Visitor visitor;
    world::World world{db::Dialect::sqlite};
};

} // namespace

TEST_F(OwnPages, AreWholeInEveryLanguage) {
    for (const auto language : {i18n::Language::nb, i18n::Language::nn, i18n::Language::se, i18n::Language::en}) {
        visitor.language = language;
        for (const auto* path : {"/accessibility", "/privacy", "/about", "/components"}) {
            const auto response = get(path);
            ASSERT_TRUE(response) << path;
            EXPECT_TRUE(response->body.starts_with("<!doctype html>")) << path;
            EXPECT_EQ(response->body.find(" style="), std::string::npos) << path;
        }
    }
}

TEST_F(OwnPages, SayHonestlyThatNobodyHasGivenAnAddress) {
    EXPECT_NE(get("/accessibility")->body.find("har ikke oppgitt noen adresse"), std::string::npos);
    visitor.site.contact = "post@samband.example";
    EXPECT_NE(get("/accessibility")->body.find("Skriv til post@samband.example."), std::string::npos);
}

TEST_F(OwnPages, TakeNoFocusWhereComponentsAreOnlyShown) {
    EXPECT_EQ(get("/components")->body.find(" autofocus"), std::string::npos);
}

TEST(Assets, HaveTheirHashInTheirPath) {
    const auto& path = ui::asset_path("app.css");
    EXPECT_TRUE(path.starts_with("/assets/app.") && path.ends_with(".css")) << path;
    EXPECT_THROW(ui::asset_path("no-such-file.css"), BrokenInvariant);
}

TEST(Assets, KeepToTheirBudgets) {
    std::size_t scripts = 0, styles = 0;
    for (const embedded::File& file : embedded::assets()) {
        if (file.name.ends_with(".js.gz")) scripts += file.bytes.size();
        if (file.name.ends_with(".css.gz")) styles += file.bytes.size();
    }
    EXPECT_GT(scripts, 0u);
    EXPECT_LE(scripts, 40u * 1024);
    EXPECT_LE(styles, 35u * 1024);
}

/// Writes the pages and their files into the folder that SAMBAND_PAGES names, for looking at them. Skipped otherwise:
/// it checks nothing that the tests above do not.
TEST_F(OwnPages, CanBeWrittenOutForLookingAt) {
    const char* folder = std::getenv("SAMBAND_PAGES");
    if (!folder) GTEST_SKIP() << "SAMBAND_PAGES is not set";
    const std::filesystem::path out{folder};
    std::filesystem::create_directories(out / "assets");
    for (const embedded::File& file : embedded::assets()) {
        std::ofstream{out / "assets" / file.name, std::ios::binary} << file.bytes;
    }
    visitor.site.is_demonstration = true;
    for (const auto language : {i18n::Language::nb, i18n::Language::nn}) {
        visitor.language = language;
        const auto here = out / std::string{i18n::path_prefix(language)}.erase(0, 1);
        std::filesystem::create_directories(here);
        for (const std::string name : {"accessibility", "privacy", "about", "components"}) {
            std::ofstream{here / (name + ".html"), std::ios::binary} << get("/" + name)->body;
        }
    }
}
