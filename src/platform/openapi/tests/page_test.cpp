#include "platform/openapi/page.hpp"

#include "platform/openapi/document.hpp"
#include "platform/openapi/problem_pages.hpp"
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
        const auto match = routes.match(http::Method::get, path);
        visitor.request.path_values = match.path_values;
        const auto& handler = std::get<http::QueryHandler>(match.route->handler);
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
        const auto overview = get("/api", http::Format::html).body;
        EXPECT_NE(overview.find("GET /privacy"), std::string::npos);
        EXPECT_NE(overview.find("/api/privacy#"), std::string::npos);
        const auto page = get("/api/api", http::Format::html).body;
        EXPECT_NE(page.find("GET /api"), std::string::npos);
        EXPECT_NE(page.find("curl -H &#39;Accept: application/json&#39;"), std::string::npos) << page;
        EXPECT_NE(overview.find("/openapi.json"), std::string::npos);
    }
    EXPECT_TRUE(
        get("/api", http::Format::json).body.starts_with("{\"documentUrl\":\"https://samband.example/openapi.json\""));
}

TEST_F(ApiRoutes, ExplainEveryProblem) {
    const auto all = json::parse(get("/problems", http::Format::json).body);
    ASSERT_TRUE(all);
    for (const auto& problem : *all->find("problems")->array()) {
        EXPECT_FALSE(problem.text_of("text").empty()) << problem.text_of("code");
    }
    const auto page = get("/problems/platform.too_long", http::Format::html).body;
    EXPECT_NE(page.find("Teksten er for lang"), std::string::npos);
    EXPECT_NE(page.find("count characters (Unicode code points)"), std::string::npos);
}

TEST_F(ApiRoutes, KnowNoProblemThatIsNone) {
    visitor.at("/problems/platform.nothing");
    const auto match = routes.match(http::Method::get, "/problems/platform.nothing");
    visitor.request.path_values = match.path_values;
    auto reader = world.database->reader();
    const auto answer =
        std::get<http::QueryHandler>(match.route->handler)({visitor.call(), **reader, *world.journal, *world.blobs});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "platform.path_not_found");
}

TEST(ProblemTypes, AreReadFromThePage) {
    const auto found =
        openapi::problem_types("# A\n\nIntro\n\n## a.b\n\nFirst\nsecond.\n\nThird.\n\n# B\n\nx\n\n## b.c\n\nFourth.\n",
                               Visitor::texts().in(i18n::Language::nb));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].text, "First\nsecond.\n\nThird.");
    EXPECT_EQ(found[1].code, "b.c");
}

} // namespace
