#include "platform/errors.hpp"
#include "platform/http/request.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace http;

namespace {

Request with_header(std::string name, std::string value) {
    Request request;
    request.headers.emplace_back(std::move(name), std::move(value));
    return request;
}

TEST(FormParse, KeepsTheOrderAndRepeatedNames) {
    const auto form = *Form::parse("b=1&a=2&b=3");
    EXPECT_EQ(form.first("b"), "1");
    EXPECT_EQ(form.all("b"), (std::vector<std::string_view>{"1", "3"}));
    EXPECT_EQ(form.to_string(), "b=1&a=2&b=3");
}

TEST(FormParse, ReadsPlusAndPercentAndNamesWithoutValue) {
    const auto form = *Form::parse("navn=%C3%98yvind+Berg&&kommune&tom=");
    EXPECT_EQ(form.first("navn"), "Øyvind Berg");
    EXPECT_EQ(form.first("kommune"), "");
    EXPECT_EQ(form.first("tom"), "");
    EXPECT_EQ(form.fields().size(), 3U);
}

TEST(FormParse, RefusesWhatIsNoUtf8OrHalfEscaped) {
    EXPECT_EQ(Form::parse("a=%C3").error().code, platform::bad_encoding.name);
    EXPECT_EQ(Form::parse("a=b&%FF=1").error().values.front().value, (std::variant<std::int64_t, std::string>{4}));
    EXPECT_EQ(Form::parse("a=%4").error().code, platform::bad_encoding.name);
}

TEST(FormParse, RefusesMoreFieldsThanItReads) {
    std::string encoded;
    for (int i = 0; i < 2001; ++i) {
        encoded += "a=1&";
    }
    EXPECT_EQ(Form::parse(encoded).error().code, platform::too_many_fields.name);
}

RC_GTEST_PROP(FormParse, ReadsBackWhatAFormWrites, ()) {
    const auto letters = rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
    Form form;
    for (const auto& [name, value] :
         *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(letters, letters))) {
        form.add("n" + name, value);
    }
    RC_ASSERT(Form::parse(form.to_string())->fields() == form.fields());
}

TEST(RequestCookie, IsFoundAmongOthersAndAcrossFields) {
    auto request = with_header("cookie", "a=1; session=\"x y\"; sessionb=3");
    request.headers.emplace_back("cookie", "late=9");
    EXPECT_EQ(request.cookie("session"), "x y");
    EXPECT_EQ(request.cookie("late"), "9");
    EXPECT_FALSE(request.cookie("sess"));
}

TEST(RequestExpectedVersion, ComesFromIfMatchBeforeTheForm) {
    auto request = with_header("if-match", "\"7.a3f0\"");
    request.form.add("version", "6");
    EXPECT_EQ(request.expected_version(), 7);
    request.headers.clear();
    EXPECT_EQ(request.expected_version(), 6);
}

TEST(RequestExpectedVersion, IsNothingWhenAnyWillDo) {
    EXPECT_FALSE(Request{}.expected_version());
    EXPECT_FALSE(with_header("if-match", "*").expected_version());
}

TEST(RequestExpectedVersion, NeverHoldsWhenTheConditionNamesNoVersion) {
    for (const auto* tag : {"\"a3f0\"", "W/\"7.a\"", "7", "\"7x\"", "\"0\"", "\"-3\"", "", "\"\""}) {
        EXPECT_EQ(with_header("if-match", tag).expected_version(), -1) << tag;
    }
}

TEST(RequestKey, ComesFromHeaderOrForm) {
    EXPECT_EQ(with_header("idempotency-key", "\"abc\"").request_key(), "abc");
    Request request;
    EXPECT_FALSE(request.request_key());
    request.form.add("requestKey", "k1");
    EXPECT_EQ(request.request_key(), "k1");
}

TEST(RequestBody, IsJsonByItsType) {
    EXPECT_TRUE(with_header("content-type", "application/json; charset=utf-8").has_json_body());
    EXPECT_TRUE(with_header("content-type", "application/merge-patch+json").has_json_body());
    EXPECT_FALSE(with_header("content-type", "text/json-like").has_json_body());
    EXPECT_FALSE(Request{}.has_json_body());
}

} // namespace
