#include "directory/tests/builders.hpp"
#include "platform/search/search.hpp"

namespace directory {

using namespace std::chrono;
using testing::code_of;
using testing::good;

class SeedSector : public testing::Test {
protected:
    SeedSector() : Test{testing::the_sector} {}

    std::vector<std::string> numbers(const std::vector<OrganisationSummary>& organisations) {
        std::vector<std::string> found;
        for (const auto& organisation : organisations) {
            found.push_back(organisation.number);
        }
        return found;
    }
};
EACH_DATABASE(SeedSector);

TEST_P(SeedSector, FillsTheDirectoryWithTheMunicipalitiesAndCountiesOfToday) {
    const auto municipalities = ask([&](auto& reader) { return municipalities_on(reader, today()); });
    const auto counties = ask([&](auto& reader) { return counties_on(reader, today()); });

    std::int64_t population = 0;
    for (const auto& municipality : municipalities) {
        population += municipality.population;
    }
    EXPECT_EQ(municipalities.size(), 357U);
    EXPECT_EQ(population, 5'627'400);
    ASSERT_EQ(counties.size(), 15U);
    EXPECT_EQ(counties[0].number, "03");
    EXPECT_EQ(counties[0].name, "Oslo");
    EXPECT_EQ(counties[0].kind, OrganisationKind::municipality) << "Oslo kommune runs county 03";
    EXPECT_EQ(counties[0].url, "/organisations/0301");
}

TEST_P(SeedSector, ChangesNothingTheSecondTime) {
    const auto again = good(act([](auto& transaction, const Doer& doer) { return seed_sector(transaction, doer); }));

    EXPECT_TRUE(again.was_loaded_before);
    EXPECT_EQ(ask([&](auto& reader) { return municipalities_on(reader, today()); }).size(), 357U);
}

TEST_P(SeedSector, KnowsWhoHeldTheNumberOnEachDay) {
    const auto in_2021 = ask([](auto& reader) { return find_municipality(reader, "1507", 2021y / May / 1); });
    EXPECT_EQ(in_2021.name, "Ålesund (2020–2023)");
    EXPECT_EQ(in_2021.organisation_number, "920415288");

    const auto in_2024 = good(world.database->reader());
    EXPECT_EQ(code_of(find_municipality(*in_2024, "1507", 2024y / May / 1)), organisation_not_found.name);

    const auto successors = ask([&](auto& reader) { return successors_of(reader, in_2021.id, today()); });
    EXPECT_EQ(numbers(successors), (std::vector<std::string>{"1508", "1580"}));
}

TEST_P(SeedSector, FindsAnOrganisationByAnyKeyThatPeopleHave) {
    EXPECT_EQ(found("4601").name, "Bergen");
    EXPECT_EQ(found("1201").number, "4601") << "Bergen's number until 2019";
    EXPECT_EQ(found("964338531").number, "4601");
    EXPECT_EQ(found("46").name, "Vestland");
    EXPECT_EQ(found("ks").kind, OrganisationKind::association);
    EXPECT_EQ(found(found("ks").id.to_string()).slug, "ks");
    EXPECT_EQ(found("03").number, "0301");
    const auto reader = good(world.database->reader());
    EXPECT_EQ(code_of(find_organisation_by_key(*reader, "9999")), organisation_not_found.name);
}

TEST_P(SeedSector, HasTheStructureOfEachPeriod) {
    const auto in_2022 = ask([](auto& reader) { return municipalities_on(reader, 2022y / June / 1); });
    EXPECT_EQ(in_2022.size(), 356U);
    const auto counties = ask([](auto& reader) { return counties_on(reader, 2022y / June / 1); });
    EXPECT_EQ(counties.size(), 11U);
    const auto viken = found("30");
    EXPECT_EQ(viken.name, "Viken (2020–2023)");
    EXPECT_EQ(ask([&](auto& reader) { return members_of(reader, viken.id, 2022y / June / 1); }).size(), 51U);
    EXPECT_EQ(numbers(ask([&](auto& reader) { return successors_of(reader, viken.id, today()); })),
              (std::vector<std::string>{"31", "32", "33"}));
}

TEST_P(SeedSector, GivesNamesInTheLanguageOfThePage) {
    const auto karasjok = found("5610");
    EXPECT_EQ(karasjok.name, "Karasjok");
    const auto in_sami = ask([&](auto& reader) { return find_organisation(reader, karasjok.id, i18n::Language::se); });
    EXPECT_EQ(in_sami.name, "Kárášjohka");
}

TEST_P(SeedSector, PutsEachMunicipalityInTheNetworkOfItsCounty) {
    const auto networks = ask([&](auto& reader) { return networks_of(reader, found("1103").id, today()); });
    ASSERT_EQ(networks.size(), 1U);
    EXPECT_EQ(networks[0].slug, "nettverk-rogaland");
    EXPECT_EQ(ask([&](auto& reader) { return members_of(reader, networks[0].id, today()); }).size(), 23U);
    EXPECT_EQ(
        ask([&](auto& reader) { return members_of(reader, found("fylkeskommunalt-it-forum").id, today()); }).size(),
        14U);
}

TEST_P(SeedSector, PutsOrganisationsWhereTheyAreSearchedFor) {
    const auto answer =
        ask([](auto& reader) { return search::find(reader, {.words = "kárášjohka", .kind = "organisation"}); });
    ASSERT_EQ(answer.hits.size(), 1U);
    EXPECT_EQ(answer.hits[0].url, "/organisations/5610");
    const auto former =
        ask([](auto& reader) { return search::find(reader, {.words = "1507", .kind = "organisation"}); });
    EXPECT_EQ(former.hits.size(), 1U);
}

TEST_P(SeedSector, TellsTheJournalOnce) {
    const auto events = ask([&](auto& reader) { return world.journal->after(reader, 0, 10); });
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "directory.sector_loaded");
}

} // namespace directory
