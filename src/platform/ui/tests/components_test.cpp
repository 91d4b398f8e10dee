#include "platform/ui/icons.hpp"
#include "platform/ui/samples.hpp"
#include "platform/ui/tests/golden.hpp"
#include "platform/ui/tests/visitor.hpp"

#include <gtest/gtest.h>
#include <set>

static std::vector<ui::Sample> all_samples() {
    static Visitor visitor = Visitor{}.at("/cases?page=4&q=barnehage").logged_in("Ingrid Nordvik");
    return ui::samples(visitor.call());
}

class Component : public ::testing::TestWithParam<ui::Sample> {};

TEST_P(Component, HasTheMarkupThatItsGoldenFileHas) {
    expect_golden(std::string{GetParam().name} + ".html", GetParam().markup.bytes());
}

TEST_P(Component, HasNoIdTwice) {
    const std::string& markup = GetParam().markup.bytes();
    std::set<std::string> ids;
    for (auto at = markup.find(" id=\""); at != std::string::npos; at = markup.find(" id=\"", at + 1)) {
        const auto begin = at + 5;
        EXPECT_TRUE(ids.insert(markup.substr(begin, markup.find('"', begin) - begin)).second)
            << markup.substr(begin, 40);
    }
}

TEST_P(Component, PointsOnlyAtIdsThatItHas) {
    const std::string& markup = GetParam().markup.bytes();
    for (const std::string_view attribute : {"for", "aria-describedby", "aria-labelledby", "commandfor"}) {
        const std::string opening = " " + std::string{attribute} + "=\"";
        for (auto at = markup.find(opening); at != std::string::npos; at = markup.find(opening, at + 1)) {
            const auto begin = at + opening.size();
            std::istringstream ids{markup.substr(begin, markup.find('"', begin) - begin)};
            for (std::string id; ids >> id;) {
                EXPECT_NE(markup.find("id=\"" + id + "\""), std::string::npos) << attribute << " " << id;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, Component, ::testing::ValuesIn(all_samples()),
                         [](const auto& sample) { return std::string{sample.param.name}; });

TEST(Icons, HaveADrawingForEachName) {
    for (int place = 0; place <= static_cast<int>(ui::Icon::xmark_octagon); ++place) {
        const auto which = static_cast<ui::Icon>(place);
        const auto sprite = ui::sprite_for(ui::icon(which).bytes()).bytes();
        EXPECT_NE(sprite.find("<path"), std::string::npos) << ui::name_of(which);
    }
}

TEST(Icons, StandInTheSpriteOnlyWhenThePageUsesThem) {
    const auto sprite = ui::sprite_for((ui::icon(ui::Icon::bell).bytes() + ui::icon(ui::Icon::bell).bytes())).bytes();
    EXPECT_EQ(sprite.find("i-bell"), sprite.rfind("i-bell"));
    EXPECT_EQ(sprite.find("i-clock"), std::string::npos);
    EXPECT_TRUE(ui::sprite_for("<p>No icon</p>").empty());
}

TEST(Markdown, ShiftsHeadingsAndStopsAtTheSixth) {
    EXPECT_NE(ui::markdown("# A").bytes().find("<h3>A</h3>"), std::string::npos);
    EXPECT_NE(ui::markdown("##### A", 3).bytes().find("<h6>A</h6>"), std::string::npos);
}

TEST(Markdown, LetsNoMarkupAndNoDangerousLinkThrough) {
    const auto markup = ui::markdown("<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=a()>y</b>").bytes();
    EXPECT_EQ(markup.find("<script"), std::string::npos);
    EXPECT_EQ(markup.find("javascript:"), std::string::npos);
    EXPECT_EQ(markup.find("<b"), std::string::npos);
}

TEST(Markdown, TurnsAPictureIntoALink) {
    EXPECT_EQ(
        ui::markdown("Se ![kart *nord*](https://example.org/kart.png).").bytes(),
        "<div class=\"prose\"><p>Se <a href=\"https://example.org/kart.png\">kart <em>nord</em></a>.</p>\n</div>");
}

TEST(Pagination, KeepsTheRestOfTheAddress) {
    Visitor visitor;
    visitor.at("/cases?q=skole&page=2");
    visitor.request.query.add("q", "skole");
    visitor.request.query.add("page", "2");
    const auto markup = ui::pagination(visitor.call(), 2, 3).bytes();
    EXPECT_NE(markup.find("href=\"/cases?q=skole\" rel=\"prev\""), std::string::npos) << markup;
    EXPECT_NE(markup.find("href=\"/cases?q=skole&amp;page=3\" rel=\"next\""), std::string::npos);
}

TEST(Pagination, IsNothingForOnePage) {
    Visitor visitor;
    EXPECT_TRUE(ui::pagination(visitor.call(), 1, 1).empty());
}

TEST(StackedBar, IsGreyWhenNobodyHasVoted) {
    Visitor visitor;
    const auto markup = ui::stacked_bar(visitor.call(), "Stemmer", {{"For", 0, "f-ja"}, {"Mot", 0, "f-imot"}}).bytes();
    EXPECT_NE(markup.find("f-none"), std::string::npos);
    EXPECT_NE(markup.find("Stemmer: For 0, Mot 0"), std::string::npos);
}

TEST(LineChart, SaysSoWhenThereIsNothingToDraw) {
    Visitor visitor;
    EXPECT_EQ(ui::line_chart(visitor.call(), "Bruk", "", {{"Tom", {}}}).bytes().find("<svg"), std::string::npos);
}

TEST(LineChart, DrawsOneDayAndOnlyZeros) {
    Visitor visitor;
    const Date day = std::chrono::year{2026} / 3 / 4;
    const auto markup = ui::line_chart(visitor.call(), "Bruk", "Ingen", {{"Post", {{day, 0}}}}).bytes();
    EXPECT_EQ(markup.find("nan"), std::string::npos);
    EXPECT_EQ(markup.find("inf"), std::string::npos);
}
