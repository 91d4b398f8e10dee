#include "platform/errors.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/summary_labels.hpp"
#include "platform/ui/tests/visitor.hpp"

#include <gtest/gtest.h>

static bool form_has(const Html& markup, std::string_view words) {
    return markup.bytes().find(words) != std::string::npos;
}

TEST(FormState, FindsAFaultByTheNameOfItsField) {
    Error error = platform::request_faulty.error();
    error.faults = {platform::empty.at("#/recipient/orgNumber"), platform::empty.at("#/points/2/text")};
    const ui::FormState state{nullptr, &error};

    EXPECT_NE(state.fault("recipient.orgNumber"), nullptr);
    EXPECT_NE(state.fault("points"), nullptr) << "a fault inside a list belongs to the list";
    EXPECT_NE(state.fault("points[2].text"), nullptr);
    EXPECT_EQ(state.fault("point"), nullptr);
    EXPECT_EQ(state.fault("recipient.name"), nullptr);
}

TEST(FormState, GivesWhatWasTypedAndElseTheFirstValue) {
    http::Form values;
    values.add("title", "");
    EXPECT_EQ(ui::FormState{}.value("title", "Fra før"), "Fra før");
    EXPECT_EQ((ui::FormState{&values, nullptr}.value("title", "Fra før")), "");
}

TEST(Field, NeverSendsAPasswordBack) {
    Visitor visitor;
    http::Form values;
    values.add("secret", "hemmelig");
    const auto markup =
        ui::field(visitor.call(), {&values, nullptr}, {.name = "secret", .label = "Passord", .type = "password"});
    EXPECT_FALSE(form_has(markup, "hemmelig"));
}

TEST(Field, ShowsWhatWasTypedAsTextOnly) {
    Visitor visitor;
    http::Form values;
    values.add("title", "\"><script>");
    const auto markup = ui::field(visitor.call(), {&values, nullptr}, {.name = "title", .label = "Tittel"});
    EXPECT_TRUE(form_has(markup, "value=\"&quot;&gt;&lt;script&gt;\""));
}

TEST(Checkboxes, KeepWhatWasChosenAndForgetWhatWasNot) {
    Visitor visitor;
    http::Form values;
    values.add("theme", "care");
    const auto markup = ui::checkboxes(visitor.call(), {&values, nullptr}, {.name = "theme", .label = "Tema"},
                                       {{"school", "Skole", "", true}, {"care", "Omsorg"}});
    EXPECT_TRUE(form_has(markup, "value=\"care\" checked"));
    EXPECT_FALSE(form_has(markup, "value=\"school\" checked"));
}

TEST(Form, CarriesTheProofOfTheSessionAndAKey) {
    Visitor visitor;
    visitor.logged_in("Ingrid Nordvik");
    const auto markup = ui::form(visitor.call(), "/cases", Html{}, false, 7);
    EXPECT_TRUE(form_has(markup, "name=\"csrfToken\" value=\"csrf-1\""));
    EXPECT_TRUE(form_has(markup, "name=\"requestKey\" value=\"request-1-"));
    EXPECT_TRUE(form_has(markup, "name=\"version\" value=\"7\""));
}

TEST(Form, GivesEachFormOfAPageItsOwnKey) {
    Visitor visitor;
    visitor.logged_in("Ingrid Nordvik");
    const auto key_of = [](const Html& markup) {
        const auto at = markup.bytes().find("request-1-");
        return markup.bytes().substr(at, 26);
    };
    const auto yes = ui::post_button(visitor.call(), "For", "/votes", "primary", {{"vote", "yes"}});
    const auto no = ui::post_button(visitor.call(), "Mot", "/votes", "primary", {{"vote", "no"}});
    EXPECT_NE(key_of(yes), key_of(no));
}

TEST(Form, GivesStrangersNoKeyBecauseTheyMayShareAStoredPage) {
    Visitor visitor;
    EXPECT_FALSE(form_has(ui::post_button(visitor.call(), "Meld på", "/subscriptions"), "requestKey"));
}

TEST(Form, PostsToThePageInItsOwnLanguageAndOnlyOnce) {
    Visitor visitor;
    visitor.speaking(i18n::Language::nn);
    EXPECT_TRUE(form_has(ui::form(visitor.call(), "/cases", Html{}), "action=\"/nn/cases\""));
    EXPECT_TRUE(form_has(ui::form(visitor.call(), "/nn/cases", Html{}), "action=\"/nn/cases\""));
    EXPECT_TRUE(form_has(ui::form(visitor.call(), "/nnx", Html{}), "action=\"/nn/nnx\""));
}

TEST(ErrorSummary, IsNothingWithoutAnError) {
    Visitor visitor;
    EXPECT_TRUE(ui::error_summary(visitor.call(), {}).empty());
}

TEST(ErrorSummary, SaysWhatIsWrongWhenNoFieldIs) {
    Visitor visitor;
    const Error error = platform::form_expired.error();
    const auto markup = ui::error_summary(visitor.call(), {nullptr, &error});
    EXPECT_TRUE(form_has(markup, Html{visitor.call().t.title_of(error)}.bytes()));
    EXPECT_TRUE(form_has(markup, "autofocus"));
}

TEST(SummaryLabels, NameTheFieldByItsLabel) {
    EXPECT_EQ(
        ui::with_summary_labels("<a href=\"#f-title\"><span data-label-of=\"f-title\"></span>Mangler</a>"
                                "<label id=\"f-title-label\" for=\"f-title\">Tittel <i>x</i></label>"),
        "<a href=\"#f-title\">Tittel: Mangler</a><label id=\"f-title-label\" for=\"f-title\">Tittel <i>x</i></label>");
}

TEST(SummaryLabels, LeadToTheListWhenTheItemHasNoFieldOfItsOwn) {
    EXPECT_EQ(ui::with_summary_labels("<a href=\"#f-points-0\"><span data-label-of=\"f-points-0\"></span>Tomt</a>"
                                      "<label id=\"f-points-label\">Punkter</label>"),
              "<a href=\"#f-points\">Punkter: Tomt</a><label id=\"f-points-label\">Punkter</label>");
}

TEST(SummaryLabels, GoAwayWhenThereIsNoField) {
    EXPECT_EQ(ui::with_summary_labels("<a href=\"#f-x\"><span data-label-of=\"f-x\"></span>Ukjent</a>"),
              "<a href=\"#f-x\">Ukjent</a>");
}

TEST(FilterForm, HasOneButton) {
    Visitor visitor;
    const auto count = [](const Html& markup) {
        const std::string& bytes = markup.bytes();
        return bytes.find("type=\"submit\"") == bytes.rfind("type=\"submit\"") && form_has(markup, "type=\"submit\"");
    };
    EXPECT_TRUE(count(ui::filter_form(visitor.call(), "/cases", Html{})));
    EXPECT_TRUE(count(ui::filter_form(visitor.call(), "/cases", ui::submit("Søk"))));
}
