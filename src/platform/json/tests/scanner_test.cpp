#include "platform/json/scanner.hpp"

#include "platform/json/value.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace json {

TEST(Scanner, WalksThroughMembersItemsAndValues) {
    Scanner scanner{R"( {"a": [1, -2.5e1, {"b": null}], "c": "x\u00e5\ud83d\ude00\n"} )"};

    ASSERT_TRUE(scanner.enter_object());
    EXPECT_EQ(scanner.next_member(), "a");
    ASSERT_TRUE(scanner.enter_array());
    ASSERT_TRUE(scanner.next_item());
    EXPECT_EQ(scanner.number(), 1);
    ASSERT_TRUE(scanner.next_item());
    EXPECT_EQ(scanner.number(), -25);
    ASSERT_TRUE(scanner.next_item());
    scanner.skip();
    EXPECT_FALSE(scanner.next_item());
    EXPECT_EQ(scanner.next_member(), "c");
    EXPECT_EQ(scanner.text(), "xå😀\n");
    EXPECT_FALSE(scanner.next_member());
    EXPECT_TRUE(scanner.is_finished());
}

TEST(Scanner, CountsTheArraysAhead) {
    EXPECT_EQ(Scanner{"[[ [1"}.arrays_ahead(), 3);
    EXPECT_EQ(Scanner{"{"}.arrays_ahead(), 0);
}

TEST(Scanner, RemembersItsFirstFaultAndThenHasNothingMore) {
    Scanner scanner{"[1 2]"};
    ASSERT_TRUE(scanner.enter_array());
    ASSERT_TRUE(scanner.next_item());
    scanner.number();
    EXPECT_FALSE(scanner.next_item());
    EXPECT_EQ(scanner.failed_at(), 3U);
    EXPECT_FALSE(scanner.is_finished());
}

TEST(Scanner, RefusesWhatJsonDoesNotKnow) {
    for (const auto* text :
         {"inf", "nan", "1e999", "\"\\x\"", "\"\\ud800\"", "\"a", "[1,]", "{\"a\" 1}", "tru", "", "1 2"}) {
        Scanner scanner{text};
        scanner.skip();
        EXPECT_FALSE(scanner.is_finished()) << text;
    }
}

TEST(Scanner, RefusesTooManyLevelsWithoutFallingOver) {
    const std::string deep(100'000, '[');
    Scanner scanner{deep};
    scanner.skip();
    EXPECT_TRUE(scanner.failed_at());
}

RC_GTEST_PROP(Scanner, AgreesWithTheParserAboutWhatIsJson, ()) {
    static constexpr std::string_view letters = "[]{},:\"\\0123456789.eE-+ truefalsn";
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string{letters}));
    Scanner scanner{text};
    scanner.skip();
    if (parse(text)) RC_ASSERT(scanner.is_finished());
}

} // namespace json
