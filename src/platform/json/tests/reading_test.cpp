#include "platform/json/tests/samples.hpp"

#include <gtest/gtest.h>

using namespace sample;

namespace {

/// The complete sample with one member's JSON exchanged.
std::string with(std::string_view member, std::string_view json) {
    auto document = *json::parse(complete);
    std::string out;
    for (const auto& [name, value] : *document.object()) {
        out += (out.empty() ? "{" : ",") + json::quoted(name) + ":" +
               (name == member ? std::string{json} : json::to_string(value));
    }
    return out + "}";
}

Faults faults_with(std::string_view member, std::string_view json) {
    return faults_of(json::read<NewCase>(with(member, json)));
}

TEST(ReadJson, FillsEveryKindOfMember) {
    const auto read = json::read<NewCase>(complete);

    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->title, "Ny løsning");
    EXPECT_EQ(read->summary, "To\nlinjer");
    EXPECT_EQ(read->votes_for, 12);
    EXPECT_EQ(read->share, 95.5);
    EXPECT_TRUE(read->is_public);
    EXPECT_EQ(to_string(read->decided_on), "2026-03-04");
    EXPECT_EQ(to_string(read->opens_at), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(read->body_id->to_string(), "01890a5d-ac96-774b-bcce-b302099a8057");
    EXPECT_EQ(read->outcome_, Outcome::sent_back);
    EXPECT_EQ(read->points[0].outcome, Outcome::adopted);
    EXPECT_FALSE(read->points[1].outcome);
    EXPECT_EQ(read->tags, (std::vector<std::string>{"arkiv", "post"}));
}

TEST(ReadJson, TakesWordsOfManyLinesButNoneThatAreBlank) {
    EXPECT_EQ(json::read<Reason>(R"({"words": "En\nto"})")->words, "En\nto");
    EXPECT_EQ(faults_of(json::read<Reason>(R"({"words": " \n\t "})")), Faults{"#/words platform.empty"});
    EXPECT_EQ(faults_of(json::read<Reason>(R"({})")), Faults{"#/words platform.field_missing"});
    EXPECT_EQ(faults_of(json::read<Reason>(R"({"words": "For mange tegn"})")), Faults{"#/words platform.too_long"});
}

TEST(ReadJson, TellsAllFaultsAtOnceInTheOrderOfTheStruct) {
    const auto read =
        json::read<NewCase>(R"({"heading": 1, "summary": 3, "points": [{"text": "a"}, {"text": "", "outcome": "lost"}],
                                              "isPublic": "yes", "outcome": "adopted", "outcome": "adopted"})");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "platform.request_faulty");
    EXPECT_EQ(faults_of(read), (Faults{"#/outcome platform.duplicate_field", "#/title platform.field_missing",
                                       "#/summary platform.wrong_type", "#/votesFor platform.field_missing",
                                       "#/share platform.field_missing", "#/isPublic platform.wrong_type",
                                       "#/decidedOn platform.field_missing", "#/opensAt platform.field_missing",
                                       "#/points/1/text platform.empty", "#/points/1/outcome platform.not_one_of",
                                       "#/heading platform.field_unknown"}));
}

TEST(ReadJson, LetsBeLeftOutWhatIsOptionalOrHasADefault) {
    const auto read =
        json::read<NewCase>(R"({"title": "x", "votesFor": 0, "share": 1, "isPublic": false, "decidedOn": "2026-01-01",
                                              "opensAt": "2026-01-01T00:00:00Z", "outcome": "other"})");

    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->page, 1);
    EXPECT_TRUE(read->points.empty());
    EXPECT_EQ(read->outcome_, Outcome::other_);
}

TEST(ReadJson, RefusesTextThatIsTooLongEmptyOrFullOfControls) {
    EXPECT_EQ(faults_with("title", R"("123456789012345678901")"), Faults{"#/title platform.too_long"});
    EXPECT_EQ(faults_with("title", R"("ææææææææææøøøøøøøøøø")"), Faults{}); // 20 characters, 40 bytes
    EXPECT_EQ(faults_with("title", R"(" \u00a0\t ")"), Faults{"#/title platform.empty"});
    EXPECT_EQ(faults_with("title", R"("a\nb")"), Faults{"#/title platform.control_characters"});
    EXPECT_EQ(faults_with("title", R"("a\u0000b")"), Faults{"#/title platform.control_characters"});
    EXPECT_EQ(faults_with("title", R"("txt.\u202efdp")"), Faults{"#/title platform.control_characters"});
    EXPECT_EQ(faults_with("summary", R"("a\tb\nc")"), Faults{});
    EXPECT_EQ(faults_with("summary", R"("a\u0007")"), Faults{"#/summary platform.control_characters"});
    EXPECT_EQ(faults_with("tags", R"(["ok", "\u001b[31m"])"), Faults{"#/tags/1 platform.control_characters"});
}

TEST(ReadJson, TrimsComposesAndNormalisesText) {
    const auto read = json::read<NewCase>(with("title", R"("  Ålesund \u0061\u030a ")"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->title, "Ålesund å");
    EXPECT_EQ(json::read<NewCase>(with("summary", R"("a\r\nb\rc")"))->summary, "a\nb\nc");
}

TEST(ReadJson, RefusesNumbersThatDoNotFit) {
    EXPECT_EQ(faults_with("page", "255"), Faults{});
    EXPECT_EQ(faults_with("page", "256"), Faults{"#/page platform.number_out_of_range"});
    EXPECT_EQ(faults_with("page", "-1"), Faults{"#/page platform.number_out_of_range"});
    EXPECT_EQ(faults_with("page", "2.0"), Faults{});
    EXPECT_EQ(faults_with("page", "2.5"), Faults{"#/page platform.not_a_number"});
    EXPECT_EQ(faults_with("page", "\"2\""), Faults{"#/page platform.wrong_type"});
    EXPECT_EQ(faults_with("votesFor", "9223372036854775807"), Faults{});
    EXPECT_EQ(faults_with("votesFor", "9223372036854775808"), Faults{"#/votesFor platform.number_out_of_range"});
    EXPECT_EQ(faults_with("votesFor", "1e300"), Faults{"#/votesFor platform.number_out_of_range"});
    EXPECT_EQ(faults_with("share", "1e309"), Faults{"#/share platform.number_out_of_range"});
    EXPECT_EQ(faults_with("share", "1e-400"), Faults{});
}

TEST(ReadJson, RefusesDatesTimesAndIdsThatAreNone) {
    EXPECT_EQ(faults_with("decidedOn", "\"2026-02-30\""), Faults{"#/decidedOn platform.not_a_date"});
    EXPECT_EQ(faults_with("decidedOn", "\"4.3.2026\""), Faults{"#/decidedOn platform.not_a_date"});
    EXPECT_EQ(faults_with("opensAt", "\"2026-03-04\""), Faults{"#/opensAt platform.not_a_time"});
    EXPECT_EQ(faults_with("bodyId", "\"42\""), Faults{"#/bodyId platform.not_an_id"});
    EXPECT_EQ(faults_with("bodyId", "null"), Faults{});
    EXPECT_EQ(faults_with("title", "null"), Faults{"#/title platform.wrong_type"});
    EXPECT_EQ(faults_with("points", "null"), Faults{"#/points platform.wrong_type"});
}

TEST(ReadJson, NamesTheAllowedValuesAndTheLimits) {
    const auto refused = json::read<NewCase>(with("outcome", "\"lost\""));
    EXPECT_EQ(std::get<std::string>(refused.error().faults[0].values[0].value), "adopted, sent_back, other");
    const auto too_long = json::read<NewCase>(with("title", R"("123456789012345678901")"));
    EXPECT_EQ(std::get<std::int64_t>(too_long.error().faults[0].values[0].value), 21);
    EXPECT_EQ(std::get<std::int64_t>(too_long.error().faults[0].values[1].value), 20);
}

TEST(ReadJson, TellsWhereTheTextStopsBeingJson) {
    const auto cut = json::read<NewCase>("{\"title\":\n  \"æ\" nope");
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, "platform.body_not_json");
    EXPECT_EQ(std::get<std::int64_t>(cut.error().values[0].value), 2);
    EXPECT_EQ(std::get<std::int64_t>(cut.error().values[1].value), 7);

    for (const auto* text : {"", " ", "{", "[1,]", "{\"a\":1}}", "{} {}", "nul", "'a'", "{a:1}", "// x\n1", "NaN", "01",
                             "\"\\ud800\"", "\"\t\""}) {
        EXPECT_EQ(json::parse(text).has_value() ? "" : json::parse(text).error().code, "platform.body_not_json")
            << text;
    }
}

TEST(ReadJson, RefusesWhatIsNotUtf8) {
    for (const auto* text : {"\"\xFF\"", "\"\xC3\"", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\""}) {
        const auto parsed = json::parse(text);
        ASSERT_FALSE(parsed);
        EXPECT_EQ(parsed.error().code, "platform.bad_encoding");
    }
}

TEST(ReadJson, HasLimitsOfDepthAndNumber) {
    const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    EXPECT_TRUE(json::parse(nested(32)));
    EXPECT_EQ(faults_of(json::parse(nested(33))), Faults{"#" + [] {
                  std::string steps;
                  for (int i = 0; i < 32; ++i)
                      steps += "/0";
                  return steps;
              }() + " platform.too_deep"});
    EXPECT_FALSE(json::parse(std::string(1'000'000, '[')));

    const auto list = [](std::size_t items) {
        std::string text = "[0";
        for (std::size_t i = 1; i < items; ++i)
            text += ",0";
        return text + "]";
    };
    EXPECT_TRUE(json::parse(list(10'000)));
    EXPECT_EQ(faults_of(json::read<NewCase>(with("tags", list(10'001))))[0], "#/tags platform.too_many_items");
}

TEST(ReadJson, KeepsTheListOfFaultsShort) {
    std::string text = "{";
    for (int i = 0; i < 5000; ++i)
        text += "\"a" + std::to_string(i) + "\":1,";
    text.back() = '}';
    EXPECT_EQ(faults_of(json::read<NewCase>(text)).size(), json::reading::faults_max);
}

TEST(ReadJson, EscapesNamesInPointers) {
    EXPECT_EQ(faults_of(json::read<Point>(R"({"text": "a", "a/b~ c": 1, "æ": 2})")),
              (Faults{"#/a~1b~0%20c platform.field_unknown", "#/%C3%A6 platform.field_unknown"}));
}

TEST(ParseJson, KeepsOrderAndTypes) {
    const auto text = R"({"b":[1,-2.5,"a\"\\\u00e6\n",true,null],"a":{},"c":12345678901234567890})";
    const auto parsed = json::parse(text);

    ASSERT_TRUE(parsed);
    EXPECT_EQ(json::to_string(*parsed), R"({"b":[1,-2.5,"a\"\\æ\n",true,null],"a":{},"c":12345678901234567168.0})");
    EXPECT_EQ(*parsed->find("b")->array()->at(0).integer(), 1);
    EXPECT_EQ(parsed->find("nothing"), nullptr);
    EXPECT_EQ(faults_of(json::parse(R"({"a":[0,{"x":1,"x":2,"x":3}]})")), Faults{"#/a/1/x platform.duplicate_field"});
}

struct Holder {
    json::Value anything;
    std::vector<std::vector<std::int32_t>> rows;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (anything, rows))

TEST(ReadJson, KeepsAnyValueWhereTheMemberIsFree) {
    const auto read = json::read<Holder>(R"({"anything": {"x": [1]}, "rows": [[1, 2], []]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(json::write(*read), R"({"anything":{"x":[1]},"rows":[[1,2],[]]})");
}

struct Account {
    struct Number {
        static Result<Number> parse(std::string_view text) {
            if (text.size() != 3) return platform::bad_value.error({{"what", "account"}});
            return Number{std::string{text}};
        }
        [[nodiscard]] std::string to_string() const { return digits; }
        std::string digits;
    };
    Number number;
};
BOOST_DESCRIBE_STRUCT(Account, (), (number))

TEST(ReadJson, LetsATypeCheckItsOwnText) {
    EXPECT_EQ(json::write(*json::read<Account>(R"({"number": "123"})")), R"({"number":"123"})");
    EXPECT_EQ(faults_of(json::read<Account>(R"({"number": "1234"})")), Faults{"#/number platform.bad_value"});
}

} // namespace
