#include "governance/tests/case_calls.hpp"

using namespace governance;
using namespace governance::tests;

class CaseList : public CaseCalls {
protected:
    void SetUp() override {
        CaseCalls::SetUp();
        auto nursery = a_case();
        plan(nursery);
        world.clock.advance(std::chrono::hours{1});
        auto roads = a_case();
        roads.title = std::string{"Felles register over veier"};
        roads.summary = {};
        roads.background = {};
        roads.points.clear();
        roads.themes = {"trafikk-og-transport"};
        roads.steps = {{board, in_days(5)}};
        roads.concerns = {{ConcernScope::network, Line<80>{std::string{"digi-vest"}}, {}}};
        noticed = plan(roads);
        ASSERT_TRUE(step(notify, noticed, Notice{in_days(3)}).has_value());
    }

    /// The numbers that the JSON list holds, in its order.
    std::vector<std::string> numbers(const std::string& query) {
        const auto document = *json::parse(body("/cases.json" + query));
        std::vector<std::string> found;
        for (const auto& row : *document.find("cases")->array()) {
            found.push_back(std::string{row.text_of("number")});
        }
        return found;
    }
    using Numbers = std::vector<std::string>;
    CaseId noticed;
};
EACH_DATABASE(CaseList);

TEST_P(CaseList, IsNarrowedByEachFilter) {
    EXPECT_EQ(numbers(""), (Numbers{"26/00002", "26/00001"}));
    EXPECT_EQ(numbers("?state=noticed"), Numbers{"26/00002"});
    EXPECT_EQ(numbers("?theme=trafikk-og-transport"), Numbers{"26/00002"});
    EXPECT_EQ(numbers("?theme=arbeid"), Numbers{});
    EXPECT_EQ(numbers("?body=landstinget"), Numbers{"26/00001"});
    EXPECT_EQ(numbers("?body=ukjent"), Numbers{});
    EXPECT_EQ(numbers("?region=99"), Numbers{});
    EXPECT_EQ(numbers("?from=" + to_string(in_days(80))), Numbers{"26/00001"});
    EXPECT_EQ(numbers("?to=" + to_string(in_days(20))), Numbers{"26/00002"});
    EXPECT_EQ(numbers("?q=barnehage"), Numbers{"26/00001"});
    EXPECT_EQ(numbers("?state=noticed&theme=familie-og-barn"), Numbers{});
}

TEST_P(CaseList, IsSortedAsAskedFor) {
    EXPECT_EQ(numbers("?sort=next"), (Numbers{"26/00002", "26/00001"}));
    EXPECT_EQ(numbers("?sort=number"), (Numbers{"26/00002", "26/00001"}));
    ASSERT_TRUE(step(take_back, noticed, ClosingNote{Line<1000>{std::string{"Avlyst."}}}).has_value());
    EXPECT_EQ(numbers("?sort=next"), (Numbers{"26/00001", "26/00002"}));
}

TEST_P(CaseList, RefusesFiltersThatItDoesNotKnow) {
    EXPECT_FALSE(get("/cases.json?state=ferdig").has_value());
    EXPECT_FALSE(get("/cases.json?farge=bl%C3%A5").has_value());
}

TEST_P(CaseList, IsTurnedPageByPage) {
    for (int i = 0; i < 21; ++i) {
        plan();
    }
    const auto first = *json::parse(body("/cases.json")), last = *json::parse(body("/cases.json?page=99"));

    EXPECT_EQ(first.integer_of("total"), 23);
    EXPECT_EQ(first.integer_of("pages"), 2);
    EXPECT_EQ(first.find("cases")->array()->size(), 20U);
    EXPECT_EQ(last.integer_of("page"), 2);
    EXPECT_EQ(last.find("cases")->array()->size(), 3U);
    EXPECT_NE(body("/cases").find("page=2"), std::string::npos);
}

TEST_P(CaseList, IsWholeAsATableAndValidAsAFeed) {
    const auto table = body("/cases.csv"), atom = body("/cases.atom");

    EXPECT_NE(table.find("26/00001,Felles søknad om barnehageplass,nb,planned"), std::string::npos);
    EXPECT_NE(atom.find("<title>26/00002 Felles register over veier</title>"), std::string::npos);
    EXPECT_NE(atom.find("https://samband.example/cases/26-00002"), std::string::npos);
}

TEST_P(CaseList, SpeaksTheLanguageOfTheReaderAndMarksThatOfTheCase) {
    auto sent = a_case();
    sent.language = TextLanguage::nn;
    sent.title = std::string{"Felles søknad om barnehageplass på nynorsk"};
    plan(sent);
    EXPECT_NE(body("/cases").find("lang=\"nn\""), std::string::npos);
}

TEST_P(CaseList, GivesOtherModulesWhatTheyAskFor) {
    const auto soon = *read([&](db::Reader& r) { return decided_soon(r, today(), 10, i18n::Language::nb); });
    const auto open = *read([&](db::Reader& r) { return open_for_input(r, today(), 10, i18n::Language::nb); });
    const auto fresh = *read([&](db::Reader& r) { return newest_cases(r, today(), 1, i18n::Language::nb); });
    const auto ours =
        *read([&](db::Reader& r) { return cases_concerning(r, network, today(), 10, i18n::Language::nb); });
    const auto theirs =
        *read([&](db::Reader& r) { return cases_concerning(r, owner, today(), 10, i18n::Language::nb); });

    ASSERT_EQ(soon.size(), 2U);
    EXPECT_EQ(soon.front().number, "26/00002");
    EXPECT_EQ(soon.front().body_name, "Hovedstyret");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().input_until, in_days(3));
    ASSERT_EQ(fresh.size(), 1U);
    EXPECT_EQ(fresh.front().number, "26/00002");
    ASSERT_EQ(ours.size(), 1U);
    EXPECT_EQ(ours.front().id, noticed);
    EXPECT_TRUE(theirs.empty());
}

TEST_P(CaseList, FollowsAnOrganisationThatIsMerged) {
    const auto moved = referrers().front();
    EXPECT_EQ(*read([&](db::Reader& reader) { return moved.count(reader, network); }), 1);
    EXPECT_EQ(*write([&](db::Transaction& transaction) { return moved.move(transaction, network, owner); }), 1);
    EXPECT_EQ(read([&](db::Reader& r) { return cases_concerning(r, owner, today(), 10, i18n::Language::nb); })->size(),
              1U);
}
