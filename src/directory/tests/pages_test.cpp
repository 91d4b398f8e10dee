#include "directory/rights.hpp"
#include "directory/tests/builders.hpp"
#include "platform/json/value.hpp"
#include "platform/testing/browser.hpp"

namespace directory {

using namespace std::chrono;
using testing::good;

static Principal keeper() {
    return world::World::person("Kari Prøve", {right::maintain, right::see_people});
}

class Pages : public testing::Test {
protected:
    Pages() : Test{testing::the_sector} {}

    /// What another module tells on the page of an organisation.
    Extensions extensions{
        .concerns = {[](const http::Query&, OrganisationId) { return Result<Html>{html::p("En sak angår dere")}; }},
        .referrers = {},
        .person_key = {}};
    world::Browser browser{world, [this](http::Router& router) { add_routes(router, extensions); }};

    std::string page(std::string_view path, const Principal& who = world::anonymous()) {
        const auto response = browser.get(path, who);
        EXPECT_EQ(response.status, 200) << path;
        return response.body;
    }
    json::Value document(std::string_view path) {
        const auto response = browser.get(path);
        EXPECT_EQ(response.status, 200) << path << response.body;
        return good(json::parse(response.body));
    }
    static bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }
    static std::string header(const http::Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers) {
            if (key == name) return value;
        }
        return {};
    }
};
EACH_DATABASE(Pages);

TEST_P(Pages, ListOrganisationsWithWordsAndFilters) {
    EXPECT_TRUE(holds(page("/organisations?q=berg"), ">Bergen<"));
    EXPECT_EQ(document("/organisations.json?kind=municipality&county=46").integer_of("total"), 43);
    EXPECT_EQ(document("/organisations.json?kind=county").integer_of("total"), 15) << "Oslo is a county too";
    EXPECT_EQ(document("/organisations.json?network=nettverk-rogaland").integer_of("total"), 23);
    EXPECT_TRUE(holds(page("/organisations?q=finnesikke"), "Ingen organisasjoner passer"));
}

TEST_P(Pages, FindOldNumbersNamesAndHalfTypedWords) {
    const auto former = document("/organisations.json?q=1507");
    ASSERT_EQ(former.integer_of("total"), 1);
    EXPECT_EQ(former.find("organisations")->array()->at(0).text_of("name"), "Ålesund (2020–2023)");
    EXPECT_EQ(document("/organisations.json?q=karasjok").find("organisations")->array()->at(0).text_of("number"),
              "5610");
    EXPECT_EQ(document("/organisations.json?q=964338531").integer_of("total"), 1);
    const auto half = document("/organisations.json?q=%C3%A5les");
    EXPECT_EQ(half.find("organisations")->array()->at(0).text_of("number"), "1508") << "who exists stands first";
}

TEST_P(Pages, GiveTheListAsATableWholeAndPagedForPeople) {
    const auto csv = browser.get("/organisations.csv?kind=municipality");
    EXPECT_EQ(std::ranges::count(csv.body, '\n'), 358);
    EXPECT_EQ(document("/organisations.json?kind=municipality&page=8").find("organisations")->array()->size(), 7U);
}

TEST_P(Pages, BeginAnOrganisationsPageWithWhatConcernsIt) {
    const auto bergen = page("/organisations/4601");
    EXPECT_LT(bergen.find("En sak angår dere"), bergen.find("Kommunenummer"));
    EXPECT_TRUE(holds(bergen, "964 338 531"));
    EXPECT_TRUE(holds(bergen, "Digitaliseringsnettverket i Vestland"));
    EXPECT_TRUE(holds(bergen, "Inneholder data fra SSB, Kartverket og Brønnøysundregistrene"));
}

TEST_P(Pages, NameOneLanguageAtATime) {
    EXPECT_TRUE(holds(page("/se/organisations/5610"), "<h1"));
    const auto sami = page("/se/organisations/5610"), norwegian = page("/organisations/5610");
    EXPECT_TRUE(holds(sami, "<title>Kárášjohka"));
    EXPECT_TRUE(holds(norwegian, "<title>Karasjok"));
    EXPECT_FALSE(holds(norwegian, "Kárášjohka - Karasjok"));
    EXPECT_TRUE(holds(norwegian, "Kárášjohka (nordsamisk)"));
}

TEST_P(Pages, LeadFromAnOldNumberToTheNewOneAndSaySo) {
    const auto moved = browser.get("/organisations/1201");
    EXPECT_EQ(moved.status, 301);
    EXPECT_EQ(header(moved, "location"), "/organisations/4601?formerNumber=1201");
    EXPECT_TRUE(holds(page("/organisations/4601?formerNumber=1201"), "1201 er et gammelt nummer"));
    EXPECT_FALSE(holds(page("/organisations/4601?formerNumber=9999"), "gammelt nummer"));
}

TEST_P(Pages, LeadFromAnEndedOneToThoseThatFollowed) {
    const auto ended = page("/organisations/1507");
    EXPECT_TRUE(holds(ended, "fantes til 31. desember 2023"));
    EXPECT_TRUE(holds(ended, "href=\"/organisations/1508\""));
    EXPECT_TRUE(holds(ended, "href=\"/organisations/1580\""));
    EXPECT_TRUE(holds(ended, "Hvem ble til hvem"));
    EXPECT_FALSE(holds(ended, "En sak angår dere")) << "nothing concerns those who are no more";
    const auto view = document("/organisations/1507.json");
    EXPECT_EQ(view.find("lineage")->find("organisations")->array()->size(), 10U);
}

TEST_P(Pages, ShowTheMapAsACartogramWithATableBehind) {
    const auto map = page("/map");
    EXPECT_TRUE(holds(map, "<circle"));
    EXPECT_TRUE(holds(map, "Bergen: 2"));
    const auto view = document("/map.json");
    EXPECT_EQ(view.find("municipalities")->array()->size(), 357U);
    EXPECT_EQ(view.find("counties")->array()->size(), 15U);
    EXPECT_EQ(std::ranges::count(browser.get("/map.csv").body, '\n'), 358);
}

TEST_P(Pages, ZoomToACountyByAddress) {
    const auto whole = page("/map"), vestland = page("/map?county=46");
    const auto box = [](const std::string& text) { return text.substr(text.find("class=\"map\" viewBox=\""), 60); };
    EXPECT_NE(box(whole), box(vestland));
    EXPECT_TRUE(holds(vestland, "Kart over Vestland"));
    EXPECT_EQ(browser.get("/map?county=99").status, 404);
}

TEST_P(Pages, ShowCountiesWithMunicipalitiesAndNetworks) {
    EXPECT_TRUE(holds(page("/counties"), "Trøndelag"));
    const auto agder = page("/counties/42");
    EXPECT_TRUE(holds(agder, "Kristiansand"));
    EXPECT_TRUE(holds(agder, "Digitaliseringsnettverket i Agder"));
    EXPECT_EQ(document("/counties/42.json").find("municipalities")->array()->size(), 25U);
    EXPECT_EQ(browser.get("/counties/30").status, 404) << "Viken ended in 2023";
}

TEST_P(Pages, HidePeopleFromThoseWhoMayNotSeeThem) {
    good(act([&, id = found("4601").id](auto& transaction, const Doer& doer) -> Result<void> {
        const auto person = TRY(register_person(transaction, doer, {}, {.name = "Ola Prøvesen"}));
        TRY(give_role(transaction, doer, {person, id, "ordfører", 2024y / January / 1, {}}));
        return {};
    }));
    EXPECT_FALSE(holds(page("/organisations/4601"), "Ola Prøvesen"));
    EXPECT_TRUE(holds(page("/organisations/4601", keeper()), "Ola Prøvesen"));
    const auto person = ask([&](auto& reader) { return roles_in(reader, found("4601").id, today()); }).at(0).person;
    EXPECT_EQ(browser.get("/people/" + person.id.to_string()).status, 303) << "asked to log in";
    EXPECT_TRUE(holds(page("/people/" + person.id.to_string(), keeper()), "ordfører"));
    EXPECT_EQ(browser.get("/people/nobody", keeper()).status, 404);
}

TEST_P(Pages, RefuseMaintenanceWithoutTheRight) {
    const auto citizen = world::World::person("Per Prøve", {});
    for (const auto* path :
         {"/organisations/new", "/organisations/4601/change", "/organisations/4601/merger", "/organisations/4601/split",
          "/organisations/nettverk-agder/members", "/organisations/4601/roles/new"}) {
        EXPECT_EQ(browser.get(path).status, 303) << path << ": asked to log in";
        EXPECT_EQ(browser.get(path, citizen).status, 403) << path;
        EXPECT_EQ(browser.get(path, keeper()).status, 200) << path;
    }
    EXPECT_EQ(browser.post("/organisations", {{"name", "A"}}, citizen).status, 403);
}

TEST_P(Pages, RegisterAnOrganisationByForm) {
    const auto made = browser.post(
        "/organisations", {{"name", "Fjordvik Data AS"}, {"kind", "supplier"}, {"organisationNumber", ""}}, keeper());
    EXPECT_EQ(made.status, 303);
    EXPECT_EQ(header(made, "location"), "/organisations/fjordvik-data-as");

    const auto again = browser.post(
        "/organisations", {{"name", "Annen"}, {"kind", "supplier"}, {"organisationNumber", "123456789"}}, keeper());
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(holds(again.body, "value=\"Annen\""));
    EXPECT_TRUE(holds(again.body, "det siste er et kontrollsiffer"));
}

TEST_P(Pages, ChangeAnOrganisationByFormFromTheVersionSeen) {
    const auto version =
        std::to_string(ask([](auto& reader) { return store::organisation_by_key(reader, "ks"); }).version);
    const world::Browser::Fields form{{"name", "KS"}, {"from", "2026-03-04"}, {"version", version}};
    EXPECT_EQ(browser.post("/organisations/ks/change", form, keeper()).status, 303);
    EXPECT_EQ(found("ks").name, "KS");
    EXPECT_EQ(browser.post("/organisations/ks/change", form, keeper()).status, 409) << "the version is an old one now";
}

TEST_P(Pages, PreviewAMergerAndThenDoIt) {
    const std::string wanted = "others=1145&name=Ytre+Karmsund&number=1199&on=2026-03-01";
    const auto preview = page("/organisations/1144/merger?" + wanted, keeper());
    EXPECT_TRUE(holds(preview, "1199 Ytre Karmsund"));
    EXPECT_TRUE(holds(preview, "medlemskap i nettverk fra Bokn"));
    EXPECT_FALSE(found("1145").ended_on);

    const auto done = browser.post(
        "/organisations/1144/merger",
        {{"others", "1145"}, {"name", "Ytre Karmsund"}, {"number", "1199"}, {"on", "2026-03-01"}}, keeper());
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(header(done, "location"), "/organisations/1199");
    EXPECT_TRUE(found("1145").ended_on);

    const auto refused = browser.get("/organisations/4601/merger?others=46&name=X&number=4699&on=2026-03-01", keeper());
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused.body, "samme slag"));
}

TEST_P(Pages, SplitByJson) {
    const auto done = browser.send_json(
        "POST", "/organisations/1508/split",
        R"({"name1":"Øst","number1":"1598","name2":"Vest","number2":"1599","heir":2,"on":"2026-03-01"})", keeper());
    EXPECT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(good(json::parse(done.body)).find("begins")->array()->size(), 2U);
}

TEST_P(Pages, AddAndTakeOutMembersAndRoles) {
    EXPECT_EQ(
        browser.post("/organisations/nettverk-agder/members", {{"member", "1103"}, {"from", "2026-03-01"}}, keeper())
            .status,
        303);
    const auto again =
        browser.post("/organisations/nettverk-agder/members", {{"member", "9999"}, {"from", "2026-03-01"}}, keeper());
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(holds(again.body, "value=\"9999\""));
    const auto id = found("1103").id.to_string();
    EXPECT_EQ(browser.post("/organisations/nettverk-agder/members/" + id + "/end", {}, keeper()).status, 303);

    EXPECT_EQ(browser
                  .post("/organisations/4601/roles",
                        {{"role", "ordfører"}, {"personName", "Ola Prøvesen"}, {"from", "2026-03-01"}}, keeper())
                  .status,
              303);
    const auto roles = ask([&](auto& reader) { return roles_in(reader, found("4601").id, today()); });
    ASSERT_EQ(roles.size(), 1U);
    EXPECT_EQ(browser.post("/roles/" + roles[0].id.to_string() + "/end", {}, keeper()).status, 303);
    EXPECT_TRUE(ask([&](auto& reader) { return roles_in(reader, found("4601").id, today()); }).empty());
}

TEST_P(Pages, FollowAnOrganisationAsAFeed) {
    good(act([&](auto& transaction, const Doer& doer) -> Result<void> {
        return join_network(transaction, doer, found("nettverk-agder").id, found("1103").id, today(), "vedtak");
    }));
    const auto atom = browser.get("/organisations/1103.atom");
    EXPECT_EQ(atom.status, 200);
    EXPECT_TRUE(holds(atom.body, "Stavanger ble med i Digitaliseringsnettverket i Agder"));
}

TEST_P(Pages, SayClearlyWhatIsNotThere) {
    EXPECT_EQ(browser.get("/organisations/9999").status, 404);
    EXPECT_EQ(browser.get("/organisations?kind=planet").status, 422);
    EXPECT_EQ(browser.get("/organisations/9999.json").status, 404);
}

} // namespace directory
