#include "platform/ensure.hpp"
#include "platform/html/html.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace std::string_literals;

TEST(Html, EscapesEveryCharacterThatMarkupIsMadeOf) {
    EXPECT_EQ(Html{"<b>\"Ola & 'Kari'\"</b>"}.bytes(), "&lt;b&gt;&quot;Ola &amp; &#39;Kari&#39;&quot;&lt;/b&gt;");
}

TEST(Html, KeepsLineBreaksAndNorwegianLettersAsTheyAre) {
    EXPECT_EQ(Html{"Blåbær\n\tčáppa"}.bytes(), "Blåbær\n\tčáppa");
}

TEST(Html, ReplacesControlCharacters) {
    EXPECT_EQ(Html{"a\0b\x07"s}.bytes(), "a\xEF\xBF\xBD"
                                         "b\xEF\xBF\xBD");
}

TEST(Element, PutsAttributesInTheTagAndContentInside) {
    EXPECT_EQ(html::p(html::cls("lead"), "Hei ", html::strong("du")).bytes(),
              "<p class=\"lead\">Hei <strong>du</strong></p>");
}

TEST(Element, TakesAttributesAfterContentToo) {
    EXPECT_EQ(html::p("a", html::id("x")).bytes(), "<p id=\"x\">a</p>");
}

TEST(Element, HasNoEndTagWhenItIsVoid) {
    EXPECT_EQ(html::br().bytes(), "<br>");
    EXPECT_EQ(html::input(html::attribute("name", "a\"b"), html::flag("required")).bytes(),
              "<input name=\"a&quot;b\" required>");
}

TEST(Element, ClosesAnEmptyShapeAndKeepsTheTitleOfAnother) {
    EXPECT_EQ(html::circle(html::attribute("r", "3")).bytes(), "<circle r=\"3\"/>");
    EXPECT_EQ(html::circle(html::title("Bergen")).bytes(), "<circle><title>Bergen</title></circle>");
}

TEST(Element, LeavesOutWhatIsAbsent) {
    const std::optional<Html> nothing;
    EXPECT_EQ(html::p(html::attribute_if(false, "lang", "se"), html::flag("hidden", false), nothing).bytes(),
              "<p></p>");
}

TEST(Element, TakesListsOfMarkup) {
    const std::vector<Html> entries{html::li("a"), html::li("b")};
    EXPECT_EQ(html::ul(entries).bytes(), "<ul><li>a</li><li>b</li></ul>");
}

TEST(Element, KeepsTheFirstLineBreakOfATextArea) {
    EXPECT_EQ(html::textarea("\nb").bytes(), "<textarea>\n\nb</textarea>");
}

TEST(Element, RefusesStyleAndScriptInAttributesAndContent) {
    EXPECT_THROW(html::p(html::attribute("style", "color:red")), BrokenInvariant);
    EXPECT_THROW(html::p(html::attribute("onclick", "a()")), BrokenInvariant);
    EXPECT_THROW(html::script("a()"), BrokenInvariant);
}

TEST(Href, KeepsPathsAndOrdinarySchemes) {
    for (const auto* url :
         {"/cases?page=2#top", "#top", "?a=b:c", "https://example.org/a", "mailto:post@example.org", "a/b:c"}) {
        EXPECT_EQ(html::a(html::href(url)).bytes(), "<a href=\"" + Html{url}.bytes() + "\"></a>");
    }
}

class DangerousHref : public ::testing::TestWithParam<std::string> {};
TEST_P(DangerousHref, IsLeftEmpty) {
    EXPECT_EQ(html::a(html::href(GetParam()), "x").bytes(), "<a href=\"\">x</a>");
    EXPECT_EQ(html::form(html::attribute("action", GetParam())).bytes(), "<form action=\"\"></form>");
}
INSTANTIATE_TEST_SUITE_P(Schemes, DangerousHref,
                         ::testing::Values("javascript:alert(1)", "JaVaScRiPt:alert(1)", " \x01javascript:alert(1)",
                                           "java\tscript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
                                           "vbscript:x", "file:///etc/passwd", "blob:x"));

TEST(Join, PutsTheSeparatorBetween) {
    EXPECT_EQ(html::join({html::em("a"), Html{"b"}}, " & ").bytes(), "<em>a</em> &amp; b");
}

RC_GTEST_PROP(HtmlProperty, NoTextBecomesMarkup, (const std::string& text)) {
    const auto bytes = Html{text}.bytes();
    RC_ASSERT(bytes.find_first_of("<>\"'") == std::string::npos);
}
