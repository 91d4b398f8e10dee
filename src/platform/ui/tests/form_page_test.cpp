#include "platform/errors.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/named_link.hpp"
#include "platform/ui/tests/visitor.hpp"

#include <gtest/gtest.h>

static bool page_shows(const Html& markup, std::string_view words) {
    return markup.bytes().find(words) != std::string::npos;
}

static ui::FormFrame new_case() {
    return {.title = "Ny sak", .send = "Opprett", .path = "/cases", .crumbs = {{"Saker", "/cases"}}, .back = "/cases"};
}

TEST(FormPage, LeadsToTheFormsPlaceAndBackInItsOwnLanguage) {
    Visitor visitor;
    visitor.speaking(i18n::Language::nn);
    const auto page = ui::form_page(visitor.call(), {}, new_case(), html::p("Felt"));
    EXPECT_TRUE(page_shows(page, "action=\"/nn/cases\""));
    EXPECT_TRUE(page_shows(page, "<a class=\"ds-link\" href=\"/nn/cases\">Saker</a>"));
    EXPECT_TRUE(page_shows(page, "href=\"/nn/cases\">Avbryt</a>"));
    EXPECT_FALSE(page_shows(page, "/nn/nn"));
}

TEST(FormPage, SaysWhereTheWayOutLeadsWhenThatIsKnown) {
    Visitor visitor;
    auto frame = new_case();
    frame.back_words = "Tilbake til saken";
    const auto page = ui::form_page(visitor.call(), {}, frame, html::p("Felt"));
    EXPECT_TRUE(page_shows(page, ">Tilbake til saken</a>"));
    EXPECT_FALSE(page_shows(page, "Avbryt"));
}

TEST(FormPage, TellsOfFaultsInItsTitleAndAboveAllElse) {
    Visitor visitor;
    const Error error = platform::form_expired.error();
    const auto page = ui::form_page(visitor.call(), {nullptr, &error}, new_case(), html::p("Felt"), html::p("Over"),
                                    html::p("Under"));
    EXPECT_TRUE(page_shows(page, "<title>Feil: Ny sak"));
    const auto at = [&](std::string_view words) { return page.bytes().find(words); };
    const auto above = at("<p>Over</p>"), fields = at("<p>Felt</p>"), below = at("<p>Under</p>");
    EXPECT_LT(at("id=\"error-summary\""), above);
    EXPECT_LT(above, fields);
    EXPECT_LT(fields, below);
    EXPECT_NE(below, std::string::npos);
}

TEST(WrittenForm, IsBokmålUntilSomebodyChoosesNynorsk) {
    Visitor visitor;
    http::Form sent;
    sent.add("language", "nn");
    const auto checked = [](const Html& markup) {
        return markup.bytes().substr(markup.bytes().find(" checked") - 60, 60);
    };
    EXPECT_NE(checked(ui::written_form_field(visitor.call(), {})).find("value=\"nb\""), std::string::npos);
    EXPECT_NE(checked(ui::written_form_field(visitor.call(), {&sent, nullptr})).find("value=\"nn\""),
              std::string::npos);
}

TEST(NamedLink, IsOnlyTheNameWhenItLeadsNowhere) {
    Visitor visitor;
    visitor.speaking(i18n::Language::nn);
    EXPECT_EQ(ui::linked(visitor.call(), {"Volda", ""}).bytes(), "Volda");
    EXPECT_TRUE(
        page_shows(ui::linked(visitor.call(), {"Volda", "/organisations/1577"}), "href=\"/nn/organisations/1577\""));
    EXPECT_TRUE(ui::linked_list(visitor.call(), {}).empty());
}
