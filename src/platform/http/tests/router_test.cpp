#include "platform/http/protocol_near.hpp"

#include <gtest/gtest.h>

using namespace http;

namespace {

Result<Response> show(const Query&) {
    return Response{};
}
Result<Response> change(const Command&) {
    return Response{};
}

class RouterMatch : public ::testing::Test {
protected:
    RouterMatch() {
        router.get("/", right::everybody, show, {.operation = "front", .summary = ""});
        router.get("/cases", right::everybody, show, {.operation = "list", .summary = ""});
        router.get("/cases/{number}", right::everybody, show, {.operation = "show", .summary = ""});
        router.get("/cases/new", right::logged_in, show, {.operation = "form", .summary = ""});
        router.post("/cases", right::logged_in, change, {.operation = "plan", .summary = ""});
        router.remove("/cases/{id}", right::logged_in, change, {.operation = "drop", .summary = ""});
        router.get("/{kind}/{id}/log", right::everybody, show, {.operation = "log", .summary = ""});
        router.get("/cases/{number}/{part}", right::everybody, show, {.operation = "part", .summary = ""});
    }
    std::string_view operation(Method method, std::string_view path) const {
        const auto match = router.match(method, path);
        return match.route == nullptr ? "" : match.route->about.operation;
    }
    Router router;
};

TEST_F(RouterMatch, FindsTheRootAndFixedPaths) {
    EXPECT_EQ(operation(Method::get, "/"), "front");
    EXPECT_EQ(operation(Method::get, "/cases"), "list");
    EXPECT_EQ(operation(Method::post, "/cases"), "plan");
}

TEST_F(RouterMatch, GivesTheValuesOfPlaceholders) {
    const auto match = router.match(Method::get, "/cases/19-03109/papers");
    EXPECT_EQ(match.path_values.find("number")->second, "19-03109");
    EXPECT_EQ(match.path_values.find("part")->second, "papers");
}

TEST_F(RouterMatch, PrefersLiteralsFromLeftToRight) {
    EXPECT_EQ(operation(Method::get, "/cases/new"), "form");
    EXPECT_EQ(operation(Method::get, "/cases/7"), "show");
    EXPECT_EQ(operation(Method::get, "/cases/7/log"), "part");
    EXPECT_EQ(operation(Method::get, "/bodies/7/log"), "log");
}

TEST_F(RouterMatch, TakesHeadForGet) {
    EXPECT_EQ(operation(Method::head, "/cases"), "list");
}

TEST_F(RouterMatch, ListsTheMethodsThatThePathHas) {
    const auto match = router.match(Method::put, "/cases/7");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.other_methods, (std::vector{Method::get, Method::remove}));
    EXPECT_TRUE(match.knows_path());
}

TEST_F(RouterMatch, KnowsNothingOfOtherPaths) {
    for (const auto* path : {"/case", "/cases/", "/cases//log", "//", "/cases/1/2/3", "cases", ""}) {
        EXPECT_FALSE(router.match(Method::get, path).knows_path()) << path;
    }
}

TEST_F(RouterMatch, RefusesTwoRoutesOfTheSameShape) {
    EXPECT_THROW(router.get("/cases/{other}", right::everybody, show, {.operation = "again", .summary = ""}),
                 BrokenInvariant);
    EXPECT_THROW(router.get("/other", right::everybody, show, {.operation = "list", .summary = ""}), BrokenInvariant);
}

TEST_F(RouterMatch, RefusesToCacheWhatNotEverybodyMaySee) {
    EXPECT_THROW(router.get("/mine", right::logged_in, show, {.operation = "mine", .summary = "", .is_cached = true}),
                 BrokenInvariant);
}

TEST(ProtocolNear, IsThatOfTheRoutesThatShareMostWords) {
    const Protocol old{}, fresh{};
    Router router;
    router.get("/api/cases", right::everybody, show, {.operation = "own", .summary = ""});
    router.get("/api/v1/{account}/letters", right::everybody, show,
               {.operation = "old", .summary = "", .protocol = &old});
    router.get("/api/v2/{account}/letters", right::everybody, show,
               {.operation = "fresh", .summary = "", .protocol = &fresh});
    router.get("/api/v2/{account}/letters/found", right::everybody, show, {.operation = "page", .summary = ""});

    EXPECT_EQ(protocol_near(router, "/api/v1/7/nothing"), &old);
    EXPECT_EQ(protocol_near(router, "/api/v2"), nullptr) << "a page shares as many words";
    EXPECT_EQ(protocol_near(router, "/api/v1/7/letters/9/10"), &old);
    EXPECT_EQ(protocol_near(router, "/api/v3/7/letters"), nullptr) << "one word is too little";
    EXPECT_EQ(protocol_near(router, "/api/cases/7"), nullptr);
    EXPECT_EQ(protocol_near(router, "/"), nullptr);
    EXPECT_EQ(protocol_near(router, ""), nullptr);
    EXPECT_EQ(protocol_near(router, "//"), nullptr);
}

} // namespace
