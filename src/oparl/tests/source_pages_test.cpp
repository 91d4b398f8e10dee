#include "oparl/demonstration.hpp"
#include "oparl/tests/oparl_world.hpp"
#include "oparl/texts.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"

using namespace oparl;
using namespace oparl::tests;

class SourcePages : public OparlWorld {
protected:
    SourcePages() {
        put_system();
        put_system_with_faults();
    }
    void put_system_with_faults() {
        pages[home + "/papers"] = page({object("Paper", "paper/1", R"("name":"Fibre <to> the school")"), "7"});
    }
    world::World shown{GetParam(), {&platform::text::catalogue, &oparl::text::catalogue}};
};
EACH_DATABASE(SourcePages);

TEST_P(SourcePages, ShowWhatIsHeldAndWhatWasLeftOut) {
    good(import_source(shown.services, shown.system, request()));
    world::Browser browser{shown, [](http::Router& router) { oparl::add_routes(router); }};

    const auto list = browser.get("/oparl-sources");
    EXPECT_NE(list.body.find("Drawn town"), std::string::npos);
    const auto source = browser.get("/oparl-sources/drawn");
    EXPECT_EQ(source.status, 200);
    EXPECT_NE(source.body.find("/oparl-sources/drawn/objects?type=paper"), std::string::npos);
    EXPECT_NE(source.body.find("Det er ikke tatt med"), std::string::npos);
    const auto papers = browser.get("/oparl-sources/drawn/objects.json?type=paper");
    const auto read = good(json::parse(papers.body));
    ASSERT_EQ(read.integer_of("total"), 1);
    const std::string url{read.find("objects")->array()->front().text_of("url")};
    const auto paper = browser.get(url);
    EXPECT_NE(paper.body.find("Fibre &lt;to&gt; the school"), std::string::npos);
    EXPECT_NE(paper.body.find(home + "/paper/1"), std::string::npos);
}

TEST_P(SourcePages, HaveAnInventedSystemInTheDemonstration) {
    good(load_demonstration(shown.services));
    const auto head = shown.journal->head();
    good(load_demonstration(shown.services));
    EXPECT_EQ(shown.journal->head(), head);
    world::Browser browser{shown, [](http::Router& router) { oparl::add_routes(router); }};
    const auto source = good(json::parse(browser.get("/oparl-sources/eksempelby.json").body));
    EXPECT_EQ(source.integer_of("objects"), 25);
    EXPECT_EQ(source.find("refusals")->array()->size(), 1u);
}

TEST_P(SourcePages, LeadFromAMeetingToItsItemsAndBack) {
    good(import_source(shown.services, shown.system, request()));
    world::Browser browser{shown, [](http::Router& router) { oparl::add_routes(router); }};
    const auto meeting =
        browser.get(fmt::format("/oparl-sources/drawn/objects/{}.json", object_key(home + "/meeting/1")));
    const auto read = good(json::parse(meeting.body));
    const auto& item = read.find("refersTo")->array()->front();
    EXPECT_EQ(item.text_of("property"), "agendaItem");
    const auto back = good(json::parse(browser.get(std::string{item.text_of("url")} + ".json").body));
    EXPECT_EQ(back.find("referredToBy")->array()->front().text_of("id"), home + "/meeting/1");
}

TEST_P(SourcePages, AnswerNotFoundForWhatIsNotThere) {
    good(import_source(shown.services, shown.system, request()));
    world::Browser browser{shown, [](http::Router& router) { oparl::add_routes(router); }};
    EXPECT_NE(browser.get("/oparl-sources/nobody.json").body.find(source_not_found.name), std::string::npos);
    for (const std::string_view key : {"1", "abc", "99999999999999999999"}) {
        const auto answer = browser.get(fmt::format("/oparl-sources/drawn/objects/{}.json", key));
        EXPECT_EQ(answer.status, 404);
        EXPECT_NE(answer.body.find(object_not_found.name), std::string::npos);
    }
}
