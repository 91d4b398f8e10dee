#include "platform/embedded.hpp"
#include "platform/errors.hpp"
#include "platform/ui/assets.hpp"
#include "platform/ui/tests/golden.hpp"
#include "platform/ui/tests/visitor.hpp"

#include <gtest/gtest.h>

using i18n::Language;

static bool has(const Html& markup, std::string_view words) {
    return markup.bytes().find(words) != std::string::npos;
}

/// Without what changes whenever a file of the browser changes.
static std::string without_hashes(std::string markup) {
    for (const std::string_view name : {"app.css", "app.js", "icon.svg", "inter-latin-wght-normal.woff2"}) {
        const std::string& path = ui::asset_path(name);
        for (auto at = markup.find(path); at != std::string::npos; at = markup.find(path, at + 1)) {
            markup.replace(at, path.size(), "/assets/" + std::string{name});
        }
    }
    return markup;
}

static ui::Page a_case() {
    ui::Page page;
    page.title = "Felles søknad";
    page.crumbs = {{"Saker", "/cases"}, {"Sak 26/00142", {}}};
    page.content = html::p("Innhold");
    page.alternates = {{http::Format::json, "/cases/26-00142.json"}};
    page.description = "Én søknad for alle kommuner.";
    return page;
}

TEST(Page, HasTheShellOfItsGoldenFile) {
    Visitor visitor;
    visitor.at("/cases/26-00142").site.is_demonstration = true;
    expect_golden("page.html", without_hashes(ui::page(visitor.call(), a_case()).bytes()));
}

TEST(Page, ShowsWhoIsLoggedIn) {
    Visitor visitor;
    visitor.at("/cases/26-00142").logged_in("Ingrid Nordvik");
    expect_golden("page_logged_in.html", without_hashes(ui::page(visitor.call(), a_case()).bytes()));
}

TEST(Page, LeadsAPersonOnlyToWhatTheyMaySee) {
    Visitor visitor;
    visitor.at("/bodies/1");
    visitor.site.person = {
        {{platform::text::ui_search_label, "/letters"}, nullptr},
        {{platform::text::ui_menu, "/queue"}, [](const Principal& person) { return person.may(Right{"post.tend"}); }}};
    EXPECT_FALSE(has(ui::page(visitor.call(), a_case()), "\"/letters\"")) << "nobody is logged in";
    visitor.logged_in("Ingrid Nordvik");
    EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "<a href=\"/letters\">"));
    EXPECT_FALSE(has(ui::page(visitor.call(), a_case()), "\"/queue\""));
    visitor.principal.grants = {{"post.tend", {}}};
    EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "<a href=\"/queue\">"));
    visitor.at("/letters");
    EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "<a href=\"/letters\" aria-current=\"page\">"));
}

TEST(Page, MarksTheMenuEntryThatItIsBelow) {
    Visitor visitor;
    visitor.at("/cases/26-00142");
    EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "<a href=\"/cases\" aria-current=\"true\">"));
    visitor.at("/casesx");
    EXPECT_FALSE(has(ui::page(visitor.call(), a_case()), "<a href=\"/cases\" aria-current"));
}

TEST(Page, OffersItselfInTheOtherLanguagesWithItsQuery) {
    Visitor visitor;
    visitor.at("/cases?q=a&page=2").speaking(Language::nn);
    const auto page = ui::page(visitor.call(), a_case());
    EXPECT_TRUE(has(page, "<html lang=\"nn\""));
    EXPECT_TRUE(has(page, "hreflang=\"se\" href=\"https://samband.example/se/cases?q=a&amp;page=2\""));
    EXPECT_TRUE(has(page, "hreflang=\"x-default\" href=\"https://samband.example/cases?q=a&amp;page=2\""));
    EXPECT_TRUE(has(page, "<a href=\"/cases?q=a&amp;page=2\" lang=\"nb\" hreflang=\"nb\">Bokmål</a>"));
}

TEST(Page, FindsTheFrontPageInEveryLanguage) {
    Visitor visitor;
    visitor.language = Language::nn;
    for (const auto* target : {"/nn", "/nn/", "/nn?next=%2F"}) {
        visitor.request.target = target;
        EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "<a href=\"/en/")) << target;
    }
}

TEST(Page, DoesNotOfferThePostAsAPage) {
    Visitor visitor;
    visitor.request.method = http::Method::post;
    EXPECT_FALSE(has(ui::page(visitor.call(), a_case()), "rel=\"alternate\" hreflang"));
}

TEST(Page, MarksTextThatFallsBackToBokmål) {
    Visitor visitor;
    visitor.speaking(Language::se);
    EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "<span lang=\"nb\">Tilgjengelighetserklæring</span>"));
    EXPECT_FALSE(has(ui::page(Visitor{}.call(), a_case()), "<span lang="));
}

TEST(Page, SaysInItsTitleThatSomethingIsWrong) {
    Visitor visitor;
    auto page = a_case();
    page.has_errors = true;
    EXPECT_TRUE(has(ui::page(visitor.call(), page), "<title>Feil: Felles søknad – Samband</title>"));
}

TEST(Page, HasOneHeadingOfTheFirstLevelEvenWithoutAHero) {
    Visitor visitor;
    const auto markup = ui::page(visitor.call(), a_case()).bytes();
    EXPECT_NE(markup.find("<h1"), std::string::npos);
    EXPECT_EQ(markup.find("<h1"), markup.rfind("<h1"));
}

TEST(Page, SendsTheVisitorBackAfterLoggingIn) {
    Visitor visitor;
    visitor.at("/cases/26-00142?vote=yes").speaking(Language::nn);
    EXPECT_TRUE(has(ui::page(visitor.call(), a_case()), "/nn/login?next=%2Fnn%2Fcases%2F26-00142\""));
}

TEST(ProblemPage, TellsWhatToDoAndGivesTheIdInTheLog) {
    Visitor visitor;
    visitor.at("/cases/99");
    const auto page = ui::problem_page(visitor.call(), platform::path_not_found.error());
    EXPECT_TRUE(has(page, "<code>request-1</code>"));
    EXPECT_TRUE(has(page, "<code>platform.path_not_found</code>"));
    EXPECT_TRUE(has(page, "href=\"/search\""));
}

TEST(ProblemPage, LeadsToTheLogInWhenThatIsWhatIsMissing) {
    Visitor visitor;
    visitor.at("/me");
    const auto page = ui::problem_page(visitor.call(), platform::not_logged_in.error());
    EXPECT_TRUE(has(page, "class=\"ds-button\" href=\"/login?next=%2Fme\""));
}
