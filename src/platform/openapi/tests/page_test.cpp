#include "platform/openapi/page.hpp"

#include "platform/openapi/document.hpp"
#include "platform/testing/world.hpp"
#include "platform/ui/routes.hpp"
#include "platform/ui/tests/visitor.hpp"

#include <gtest/gtest.h>

namespace {

class ApiRoutes : public ::testing::Test {
protected:
    ApiRoutes() {
        openapi::add_routes(routes);
        ui::add_routes(routes); // after: what comes later is told too
    }

    http::Response get(const std::string& path, http::Format format) {
        visitor.at(path);
        visitor.request.format = format;
        auto reader = world.database->reader();
        const auto& handler = std::get<http::QueryHandler>(routes.match(http::Method::get, path).route->handler);
        return *handler({visitor.call(), **reader, *world.journal, *world.blobs});
    }

    http::Router routes;
    Visitor visitor;
    world::World world{db::Dialect::sqlite};
};

TEST_F(ApiRoutes, DescribeAllRoutesOfTheRouter) {
    const auto document = json::parse(get("/openapi", http::Format::json).body);

    ASSERT_TRUE(document);
    EXPECT_EQ(openapi::faults_of(*document), std::vector<std::string>{});
    EXPECT_TRUE(document->find("paths")->find("/privacy"));
    EXPECT_TRUE(document->find("paths")->find("/api"));
}

TEST_F(ApiRoutes, ShowThemToPeopleInEveryLanguage) {
    for (const auto language : {i18n::Language::nb, i18n::Language::nn, i18n::Language::se, i18n::Language::en}) {
        visitor.speaking(language);
        const auto page = get("/api", http::Format::html).body;
        EXPECT_NE(page.find("GET /privacy"), std::string::npos);
        EXPECT_NE(page.find("curl -H &#39;Accept: application/json&#39;"), std::string::npos) << page;
        EXPECT_NE(page.find("/openapi.json"), std::string::npos);
    }
    EXPECT_TRUE(
        get("/api", http::Format::json).body.starts_with("{\"documentUrl\":\"https://samband.example/openapi.json\""));
}

} // namespace
