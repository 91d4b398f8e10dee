// Our own bodies as an OParl system, read as others read it.
#include "governance/governance.hpp"
#include "governance/testing/demonstration.hpp"
#include "oparl/tests/oparl_world.hpp"
#include "oparl/texts.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"

#include <set>

using namespace oparl;
using namespace oparl::tests;

/// The demonstration in a world of its own, and a browser that looks at its interface.
struct Published {
    explicit Published(db::Dialect dialect)
        : own{dialect,
              {&platform::text::catalogue, &governance::catalogue(), &oparl::text::catalogue},
              governance::demonstration} {}
    json::Value get(const std::string& address) {
        const auto path = address.substr(address.find("/oparl/"));
        const auto answer = browser.get(path);
        EXPECT_EQ(answer.status, 200) << path << answer.body;
        return good(json::parse(answer.body));
    }
    /// All objects of a list, from page to page.
    json::Array all(std::string address) {
        json::Array objects;
        while (!address.empty()) {
            const auto read = get(address);
            for (const auto& each : *read.find("data")->array())
                objects.push_back(each);
            address = read.find("links")->text_of("next");
        }
        return objects;
    }
    /// The one that has organs.
    json::Value body() {
        for (const auto& each : all("/oparl/v1.1/bodies")) {
            if (!all(std::string{each.text_of("organization")}).empty()) return each;
        }
        return {};
    }
    std::string list(std::string_view name) { return std::string{body().text_of(name)}; }

    world::World own;
    world::Browser browser{own, [](http::Router& router) { oparl::add_routes(router); }};
};

/// Loading the demonstration takes long; those who only read it share one.
class OparlInterface : public OparlWorld {
protected:
    static void TearDownTestSuite() { lent().clear(); }
    static std::map<db::Dialect, std::unique_ptr<Published>>& lent() {
        static std::map<db::Dialect, std::unique_ptr<Published>> all;
        return all;
    }
    Published& published() {
        auto& place = lent()[GetParam()];
        if (!place) place = std::make_unique<Published>(GetParam());
        return *place;
    }
    ImportReport import_own(const std::string& slug) {
        ImportRequest asking;
        asking.place = published().own.services.public_url + "/oparl/v1.1/system";
        asking.slug = slug;
        asking.fetch = [this](const std::string& address) -> Result<net::Answer> {
            const auto answer = published().browser.get(address.substr(address.find("/oparl/")));
            return net::Answer{answer.status, answer.body, {}};
        };
        return good(import_source(world.services, world.system, asking));
    }
};
EACH_DATABASE(OparlInterface);

TEST_P(OparlInterface, LeadsFromTheSystemToEveryObject) {
    const auto system = published().get("/oparl/v1.1/system");
    EXPECT_EQ(system.text_of("type"), "https://schema.oparl.org/1.1/System");
    EXPECT_EQ(system.text_of("id"), published().own.services.public_url + "/oparl/v1.1/system");
    std::set<std::string> types;
    for (const auto& body : published().all(std::string{system.text_of("body")})) {
        for (const std::string_view list : {"organization", "person", "meeting", "paper", "agendaItem", "consultation",
                                            "file", "locationList", "legislativeTermList", "membership"}) {
            std::set<std::string> ids;
            for (const auto& each : published().all(std::string{body.text_of(list)})) {
                types.emplace(each.text_of("type"));
                EXPECT_TRUE(ids.emplace(each.text_of("id")).second);
                EXPECT_FALSE(each.text_of("created").empty());
                EXPECT_EQ(published().get(std::string{each.text_of("id")}), each);
            }
        }
    }
    EXPECT_EQ(types.size(), 9u) << "each type but System, Body and LegislativeTerm has objects in the demonstration";
}

TEST_P(OparlInterface, EmbedsAsTheStandardSaysAndPublishesVotesBesideTheResult) {
    const auto body = published().body();
    bool has_votes = false;
    for (const auto& meeting : published().all(std::string{body.text_of("meeting")})) {
        if (meeting.find("agendaItem") == nullptr) continue;
        for (const auto& item : *meeting.find("agendaItem")->array()) {
            ASSERT_NE(item.object(), nullptr);
            EXPECT_EQ(item.find("meeting"), nullptr);
            EXPECT_NE(item.find("public"), nullptr);
            if (item.find("samband:votes") == nullptr) continue;
            has_votes = true;
            EXPECT_FALSE(item.text_of("result").empty());
            const auto& vote = item.find("samband:votes")->array()->front();
            EXPECT_NE(vote.find("inFavour"), nullptr);
        }
    }
    EXPECT_TRUE(has_votes);
    const auto people = published().all(std::string{body.text_of("person")});
    EXPECT_EQ(people.front().find("membership")->array()->front().find("person"), nullptr);
    const auto bare = published().get(std::string{body.text_of("person")} + "?omit_internal=true");
    EXPECT_EQ(bare.find("data")->array()->front().find("membership"), nullptr);
}

TEST_P(OparlInterface, AnswersProgramsOfEveryOriginWithATagThatHolds) {
    const auto answer = published().browser.get("/oparl/v1.1/system");
    EXPECT_EQ(answer.header("access-control-allow-origin"), "*");
    EXPECT_TRUE(answer.content_type.starts_with("application/json"));
    const std::string tag{*answer.header("etag")};
    EXPECT_EQ(published().browser.get("/oparl/v1.1/system", world::anonymous(), {{"if-none-match", tag}}).status, 304);
}

TEST_P(OparlInterface, FiltersByTimeAndRefusesWhatIsNoTime) {
    const auto list = std::string{published().body().text_of("paper")};
    const auto papers = published().all(list);
    ASSERT_GT(papers.size(), 1u);
    std::string newest;
    for (const auto& each : papers)
        newest = std::max(newest, std::string{each.text_of("modified")});
    const auto since = published().all(list + "?modified_since=" + newest);
    EXPECT_FALSE(since.empty());
    EXPECT_LT(since.size(), papers.size());
    EXPECT_EQ(published().all(list + "?modified_until=" + newest).size() + since.size(), papers.size());
    EXPECT_EQ(published().all(list + "?created_since=2040-01-01T00:00:00+01:00").size(), 0u);
    EXPECT_EQ(published().browser.get(list.substr(list.find("/oparl/")) + "?created_until=yesterday").status, 400);
}

TEST_P(OparlInterface, ShowsNothingOfWhatIsShieldedAndLeavesATombstone) {
    Published changed{GetParam()};
    auto& own = changed.own;
    const auto list = changed.list("file");
    json::Value document;
    for (const auto& each : changed.all(list)) {
        if (each.text_of("id").find("minutes-") == std::string_view::npos) document = each;
    }
    const std::string id{document.text_of("id")};
    own.clock.advance(std::chrono::minutes{1});
    const auto before = own.clock.now();
    good(own.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute(
            "INSERT INTO governance_shield (id, case_id, field, document_id, legal_basis, until, set_at) "
            "SELECT '00000000-0000-7000-8000-000000000001', case_id, 'document', id, 'offl. § 13', "
            "'2099-01-01', $1 FROM governance_document WHERE id = $2",
            {own.clock.now(), id.substr(id.rfind('/') + 1)}));
        TRY(transaction.execute("UPDATE governance_case SET changed_at = $1 WHERE id = (SELECT case_id FROM "
                                "governance_document WHERE id = $2)",
                                {own.clock.now(), id.substr(id.rfind('/') + 1)}));
        TRY(own.journal->append(transaction, own.system, {"governance.shield_set", {}, {}, {}}, own.clock.now()));
        return {};
    }));

    const auto gone = changed.get(id);
    EXPECT_TRUE(*gone.find("deleted")->boolean());
    EXPECT_EQ(gone.object()->size(), 5u);
    for (const auto& each : changed.all(list))
        EXPECT_NE(each.text_of("id"), id);
    const auto since = changed.all(list + "?modified_since=" + to_string(before));
    EXPECT_NE(std::ranges::find(since, gone), since.end());
    for (const auto& each : changed.all(std::string{changed.body().text_of("paper")}))
        EXPECT_EQ(json::to_string(each).find(id), std::string::npos);
}

TEST_P(OparlInterface, KeepsToItselfWhatABodyTreatsBehindClosedDoors) {
    Published changed{GetParam()};
    auto& own = changed.own;
    good(own.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("UPDATE governance_body SET is_open = 0"));
        TRY(own.journal->append(transaction, own.system, {"governance.body_changed", {}, {}, {}}, own.clock.now()));
        return {};
    }));
    const auto body = changed.body();
    EXPECT_TRUE(changed.all(std::string{body.text_of("agendaItem")}).empty());
    EXPECT_TRUE(changed.all(std::string{body.text_of("consultation")}).empty());
    for (const auto& meeting : changed.all(std::string{body.text_of("meeting")})) {
        EXPECT_EQ(meeting.find("agendaItem"), nullptr);
        EXPECT_EQ(meeting.find("participant"), nullptr);
    }
}

TEST_P(OparlInterface, ReadsTermsFromThePeriodsThatMembersShare) {
    Published changed{GetParam()};
    good(changed.own.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("UPDATE governance_appointment SET valid_to = '2099-10-01' WHERE role = 'member'"));
        TRY(changed.own.journal->append(transaction, changed.own.system, {"governance.appointed", {}, {}, {}},
                                        changed.own.clock.now()));
        return {};
    }));
    const auto body = changed.body();
    const auto terms = changed.all(std::string{body.text_of("legislativeTermList")});
    ASSERT_FALSE(terms.empty());
    EXPECT_EQ(terms.front().text_of("endDate"), "2099-09-30");
    EXPECT_TRUE(terms.front().text_of("name").ends_with("–2099"));
    EXPECT_EQ(terms.front().text_of("body"), body.text_of("id"));
    EXPECT_EQ(body.find("legislativeTerm")->array()->front().find("body"), nullptr);
    EXPECT_EQ(changed.get(std::string{terms.front().text_of("id")}), terms.front());
    EXPECT_TRUE(
        changed.all(std::string{body.text_of("legislativeTermList")} + "?created_since=2090-01-01T00:00:00Z").empty());
}

TEST_P(OparlInterface, AnswersNotFoundForWhatIsNotThere) {
    for (const std::string_view path :
         {"meetings/1", "meetings/00000000-0000-7000-8000-000000000000", "laws/1", "system/1", "files/minutes-1",
          "bodies/1/papers", "legislative-terms/x", "persons/00000000-0000-7000-8000-000000000000",
          "organizations/00000000-0000-7000-8000-000000000000/meetings"}) {
        const auto answer = published().browser.get(fmt::format("/oparl/v1.1/{}", path));
        EXPECT_EQ(answer.status, 404) << path;
        EXPECT_NE(answer.body.find(object_not_found.name), std::string::npos) << path;
    }
}

TEST_P(OparlInterface, IsReadBackToTheSameGraphByOurselves) {
    const auto first = import_own("first");
    EXPECT_EQ(first.refused, 0);
    EXPECT_TRUE(first.is_complete);
    const auto second = import_own("first");
    EXPECT_EQ(second.transactions, 0);

    const auto held = graph("first");
    std::set<std::string> listed;
    for (const auto& [id, content] : held) {
        const auto shown =
            put_together(good(json::parse(content)), [&](std::string_view inside) -> std::optional<json::Value> {
                const auto found = held.find(std::string{inside});
                return found == held.end() ? std::nullopt : std::optional{good(json::parse(found->second))};
            });
        const auto shown_there = published().get(id);
        ASSERT_EQ(shown.object()->size(), shown_there.object()->size()) << id;
        for (const auto& member : *shown_there.object()) {
            ASSERT_NE(shown.find(member.name), nullptr) << id << member.name;
        }
    }

    good(export_source(world.services, "first", folder_ + "/out"));
    import_folder(folder_ + "/out", "second");
    EXPECT_EQ(graph("second"), held);
}
