#include "platform/openapi/document.hpp"

#include "platform/json/tests/samples.hpp"
#include "platform/openapi/page.hpp"
#include "platform/openapi/schemas.hpp"

#include <gtest/gtest.h>

using json::Value;

namespace {

struct CaseView {
    std::string number;
    std::vector<sample::Point> points;
    std::optional<sample::Outcome> outcome;
    std::optional<Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(CaseView, (), (number, points, outcome, ends_on))

struct Period {
    std::optional<Date> from;
};
BOOST_DESCRIBE_STRUCT(Period, (), (from))

struct CaseFilter {
    std::optional<sample::Outcome> outcome;
    std::vector<std::string> themes;
    Period period;
    int size = 20;
};
BOOST_DESCRIBE_STRUCT(CaseFilter, (), (outcome, themes, period, size))

Result<http::Response> nothing(const http::Query&) {
    return http::no_content();
}
Result<http::Response> change(const http::Command&) {
    return http::no_content();
}

const http::Router& router() {
    static const http::Router made = [] {
        http::Router routes;
        routes.get("/cases", right::everybody, nothing,
                   {.operation = "listCases",
                    .summary = "Lists cases.",
                    .formats = {http::Format::html, http::Format::json, http::Format::csv, http::Format::atom},
                    .query = json::type_of<CaseFilter>(),
                    .answer = json::type_of<CaseView>()});
        routes.post("/cases", Right{"governance.plan_case"}, change,
                    {.operation = "planCase",
                     .summary = "Plans a case.",
                     .body = json::type_of<sample::NewCase>(),
                     .answer = json::type_of<CaseView>(),
                     .status = 201});
        routes.get("/cases/{number}", right::everybody, nothing,
                   {.operation = "showCase", .summary = "Shows a case.", .answer = json::type_of<CaseView>()});
        routes.post("/cases/{number}/documents", right::logged_in, change,
                    {.operation = "addDocument",
                     .summary = "Adds a document.",
                     .body = json::type_of<sample::Point>(),
                     .status = 303,
                     .takes_files = true});
        return routes;
    }();
    return made;
}

const i18n::Translator& nynorsk() {
    static const i18n::Library library{{}};
    return library.in(i18n::Language::nn);
}

const Value& document() {
    static const Value made = openapi::document(router().routes(), "https://samband.example", nynorsk());
    return made;
}

/// The value at a path of names, which must be there.
const Value& at(std::initializer_list<std::string_view> path) {
    const auto* found = &document();
    for (const auto name : path) {
        found = found->find(name);
        if (!found) throw std::out_of_range{std::string{name}};
    }
    return *found;
}

std::string text_at(std::initializer_list<std::string_view> path) {
    return json::to_string(at(path));
}

TEST(OpenApi, IsAFaultlessDocument) {
    EXPECT_EQ(openapi::faults_of(document()), std::vector<std::string>{});
    EXPECT_EQ(*json::parse(json::to_string(document())), document());
    EXPECT_EQ(at({"info"}).text_of("title"), "Opne grensesnitt");
    EXPECT_EQ(text_at({"servers"}), R"([{"url":"https://samband.example"}])");
}

TEST(OpenApi, DescribesQueryFieldsAsParameters) {
    EXPECT_EQ(
        text_at({"paths", "/cases", "get", "parameters"}),
        R"([{"name":"outcome","in":"query","required":false,"schema":{"$ref":"#/components/schemas/Outcome"}},)"
        R"({"name":"themes","in":"query","required":false,"schema":{"type":"array","items":{"type":"string"},"maxItems":10000}},)"
        R"({"name":"period.from","in":"query","required":false,"schema":{"type":"string","format":"date"}},)"
        R"({"name":"size","in":"query","required":false,"schema":{"type":"integer","minimum":-2147483648,"maximum":2147483647,"default":20}}])");
    EXPECT_EQ(text_at({"paths", "/cases/{number}", "get", "parameters"}),
              R"([{"name":"number","in":"path","required":true,"schema":{"type":"string"}}])");
}

TEST(OpenApi, OffersABodyInEveryEncodingItIsReadFrom) {
    EXPECT_EQ(text_at({"paths", "/cases", "post", "requestBody", "content"}),
              R"({"application/json":{"schema":{"$ref":"#/components/schemas/NewCase","unevaluatedProperties":false}},)"
              R"("application/x-www-form-urlencoded":{"schema":{"$ref":"#/components/schemas/NewCase"}}})");
    EXPECT_TRUE(
        at({"paths", "/cases/{number}/documents", "post", "requestBody", "content"}).find("multipart/form-data"));
}

TEST(OpenApi, TellsWhatARequestNeedsFromWhatAnAnswerHas) {
    EXPECT_EQ(text_at({"components", "schemas", "PointInput"}),
              R"({"type":"object","properties":{"text":{"type":"string","minLength":1,"maxLength":40},)"
              R"("outcome":{"anyOf":[{"$ref":"#/components/schemas/Outcome"},{"type":"null"}]}},"required":["text"]})");
    EXPECT_EQ(text_at({"components", "schemas", "Point"}),
              R"({"type":"object","properties":{"text":{"type":"string","maxLength":40},)"
              R"("outcome":{"$ref":"#/components/schemas/Outcome"}},"required":["text"]})");
    EXPECT_EQ(text_at({"components", "schemas", "CaseView", "required"}), R"(["number","points"])");
    EXPECT_EQ(text_at({"components", "schemas", "NewCase", "properties", "page"}),
              R"({"type":"integer","minimum":0,"maximum":255,"default":1})");
    EXPECT_EQ(text_at({"components", "schemas", "Outcome"}),
              R"({"type":"string","enum":["adopted","sent_back","other"]})");
}

TEST(OpenApi, NamesTheRightOfEachOperation) {
    EXPECT_EQ(text_at({"paths", "/cases", "get", "security"}), "[]");
    EXPECT_EQ(text_at({"paths", "/cases", "post", "security"}),
              R"([{"session":["governance.plan_case"]},{"bearer":["governance.plan_case"]}])");
    EXPECT_EQ(text_at({"paths", "/cases/{number}/documents", "post", "security"}), R"([{"session":[]},{"bearer":[]}])");
    EXPECT_EQ(at({"paths", "/cases", "post"}).text_of("x-right"), "governance.plan_case");
}

TEST(OpenApi, ListsAnswersInEveryFormatAndTheProblems) {
    const auto statuses = [](std::initializer_list<std::string_view> path) {
        std::string out;
        for (const auto& [status, answer] : *at(path).object())
            out += status + " ";
        return out;
    };
    EXPECT_EQ(statuses({"paths", "/cases", "get", "responses"}), "200 400 406 422 429 500 503 ");
    EXPECT_EQ(statuses({"paths", "/cases", "post", "responses"}),
              "201 303 400 401 403 406 409 412 413 415 422 429 500 503 ");
    EXPECT_EQ(statuses({"paths", "/cases/{number}/documents", "post", "responses"}),
              "303 400 401 403 404 406 409 412 413 415 422 429 500 503 ");
    EXPECT_EQ(text_at({"paths", "/cases", "get", "responses", "200", "content", "text/csv"}),
              R"({"schema":{"type":"string"}})");
    EXPECT_EQ(text_at({"paths", "/cases", "get", "responses", "200", "content", "application/json"}),
              R"({"schema":{"$ref":"#/components/schemas/CaseView"}})");
}

TEST(OpenApi, KeepsTypesOfTheSameNameApart) {
    static const json::Type one{.kind = json::Type::Kind::object, .name = "View", .module = "news"};
    static const json::Type other{.kind = json::Type::Kind::object, .name = "View", .module = "directory"};
    openapi::Schemas schemas{{}};
    schemas.add(&one, openapi::Role::answer);
    schemas.add(&other, openapi::Role::answer);
    EXPECT_EQ(json::to_string(schemas.schema(&one, openapi::Role::answer)),
              R"({"$ref":"#/components/schemas/NewsView"})");
    EXPECT_EQ(schemas.components().object()->size(), 2U);
}

TEST(OpenApiFaults, AreFoundWhenPlanted) {
    const auto faults = openapi::faults_of(
        *json::parse(R"({"openapi":"3.0.0","info":{"title":"x"},"components":{"schemas":{"a b":{}}},"paths":{
        "cases/{id}":{"get":{"operationId":"a","summary":"s","responses":{"200":{"content":{"text":{}}}},"security":[{"magic":[]}]},
                      "steal":{"operationId":"a","responses":{},"requestBody":{"content":{}}}},
        "/x":{"get":{"operationId":"b","summary":"s","responses":{"200":{"$ref":"#/components/responses/None"}},
                     "parameters":[{"name":"q","in":"query","schema":{}},{"name":"q","in":"query"}]}}}})"));
    EXPECT_EQ(faults, (std::vector<std::string>{
                          "openapi: is no 3.1",
                          "info: lacks title or version",
                          "#/paths//x/get/responses/200: refers to #/components/responses/None, which is not there",
                          "components/schemas: \"a b\" is no name for a component",
                          "cases/{id}: does not begin with /",
                          "get cases/{id}: has other parameters than its path",
                          "get cases/{id}: 200 has no description",
                          "get cases/{id}: text is no media type",
                          "get cases/{id}: text has no schema",
                          "get cases/{id}: magic is no security scheme",
                          "steal cases/{id}: is no method",
                          "steal cases/{id}: has no operationId of its own",
                          "steal cases/{id}: has no summary",
                          "steal cases/{id}: has other parameters than its path",
                          "steal cases/{id}: has a body without content",
                          "steal cases/{id}: has no answer",
                          "get /x: has a parameter without name or schema",
                          "get /x: has q twice",
                          "get /x: 200 has no description",
                      }));
}

TEST(ApiPage, TellsEachRouteInWords) {
    const auto section = openapi::api_section(router().routes(), "cases", "https://samband.example", nynorsk());

    ASSERT_TRUE(section);
    const auto& plan = section->routes[1];
    EXPECT_EQ(plan.operation, "planCase");
    EXPECT_EQ(plan.right, "governance.plan_case");
    EXPECT_EQ(plan.body[0].name, "title");
    EXPECT_EQ(plan.body[0].type, "tekst, høgst 20 teikn");
    EXPECT_TRUE(plan.body[0].is_required);
    EXPECT_EQ(plan.body[11].name, "points[].text");
    EXPECT_EQ(
        plan.example,
        R"(curl -X POST -H 'Authorization: Bearer TOKEN' -H 'Accept: application/json' -H 'Content-Type: application/json' -d )"
        R"('{"title":"…","votesFor":1,"share":1.5,"isPublic":false,"decidedOn":"2026-03-04","opensAt":"2026-03-04T09:00:00Z","outcome":"adopted"}' )"
        R"('https://samband.example/cases')");
    EXPECT_EQ(section->routes[2].example, "curl -H 'Accept: application/json' 'https://samband.example/cases/NUMBER'");
    EXPECT_EQ(section->routes[0].right, "Alle, utan innlogging");
}

TEST(ApiPage, HasAnOverviewOfSectionsAndNoSectionWithoutRoutes) {
    const auto overview = openapi::api_overview(router().routes(), "https://samband.example", nynorsk());

    ASSERT_EQ(overview.sections.size(), 1U);
    EXPECT_EQ(overview.sections[0].tag, "cases");
    EXPECT_EQ(overview.sections[0].routes[1].operation, "planCase");
    EXPECT_FALSE(openapi::api_section(router().routes(), "nothing", "https://samband.example", nynorsk()));
}

} // namespace
