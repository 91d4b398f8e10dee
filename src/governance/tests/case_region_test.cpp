// Which cases concern a county or a municipality, with the real sector.
#include "directory/testing/sector.hpp"
#include "governance/tests/case_calls.hpp"

#include <algorithm>

using namespace governance;
using namespace governance::tests;

class CaseRegion : public CaseCalls {
protected:
    void SetUp() override {
        directory::sector(world);
        owner = key("ks").id;
        board = make_body("hovedstyret", "Hovedstyret", {});
    }

    directory::OrganisationSummary key(std::string_view text) {
        return *read([&](db::Reader& reader) { return directory::find_organisation_by_key(reader, text); });
    }

    /// A case about one group or organisation only; gives its number.
    std::string about(ConcernScope scope, std::optional<std::string> organisation = {}) {
        auto sent = a_case();
        sent.steps = {{board, in_days(30)}};
        NewConcern concern{.scope = scope, .organisation = {}, .reason = {}};
        if (organisation) concern.organisation = Line<80>{*organisation};
        sent.concerns = {concern};
        return matter(plan(sent)).number.to_string();
    }

    bool concerns(const std::string& number, std::string_view organisation) {
        const auto cards = *read([&](db::Reader& reader) {
            return cases_concerning(reader, key(organisation).id, today(), 50, i18n::Language::nb);
        });
        return std::ranges::any_of(cards, [&](const CaseCard& card) { return card.number == number; });
    }
};
EACH_DATABASE(CaseRegion);

TEST_P(CaseRegion, IsReachedByNameByKindAndByEverybody) {
    const auto bergen = about(ConcernScope::organisation, "4601"), municipalities = about(ConcernScope::municipalities),
               counties = about(ConcernScope::counties), sector = about(ConcernScope::sector);

    EXPECT_TRUE(concerns(bergen, "4601"));
    EXPECT_FALSE(concerns(bergen, "1103"));
    EXPECT_TRUE(concerns(municipalities, "1103"));
    EXPECT_FALSE(concerns(municipalities, "46"));
    EXPECT_TRUE(concerns(counties, "46"));
    EXPECT_FALSE(concerns(counties, "4601"));
    EXPECT_TRUE(concerns(sector, "46"));
    // Oslo has the tasks of both.
    EXPECT_TRUE(concerns(municipalities, "0301"));
    EXPECT_TRUE(concerns(counties, "0301"));
}

TEST_P(CaseRegion, NarrowsTheListToACountyAndWhatIsInIt) {
    about(ConcernScope::organisation, "4601");
    about(ConcernScope::organisation, "1103");

    EXPECT_NE(body("/cases.json?region=46").find(R"("total":1)"), std::string::npos);
    EXPECT_NE(body("/cases.json?region=50").find(R"("total":0)"), std::string::npos);
    EXPECT_NE(body("/cases").find("Vestland"), std::string::npos);
}

TEST_P(CaseRegion, ReachesTheMembersOfANetwork) {
    const auto networks =
        *read([&](db::Reader& reader) { return directory::networks_of(reader, key("4601").id, today()); });
    ASSERT_FALSE(networks.empty());
    const auto number = about(ConcernScope::network, networks.front().slug);

    EXPECT_TRUE(concerns(number, "4601"));
    EXPECT_FALSE(concerns(number, "0301"));
}
