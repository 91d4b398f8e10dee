#include "directory/domain/facts.hpp"
#include "directory/domain/names.hpp"
#include "directory/domain/sector.hpp"
#include "platform/embedded.hpp"

#include <gtest/gtest.h>

namespace directory {

using namespace std::chrono;

static Facts facts() {
    std::vector<FactTable> tables;
    for (const auto& file : embedded::directory_facts()) {
        tables.push_back({file.name, file.bytes});
    }
    return read_facts(tables);
}

static const Lineage& holder(const History& history, std::string_view number, Date on) {
    const auto place = history.holder(number, on);
    if (!place) throw std::runtime_error{"nobody had " + std::string{number}};
    return history.lineages[*place];
}

static std::vector<std::string> successors(const History& history, std::string_view number, Date on) {
    std::vector<std::string> found;
    const auto from = history.holder(number, on);
    for (const auto& succession : history.successions) {
        if (succession.from == from) found.push_back(history.lineages[succession.to].last_number());
    }
    std::ranges::sort(found);
    return found;
}

TEST(Facts, HoldWhatTheNationalTablesPromise) {
    EXPECT_EQ(inconsistencies(facts()), std::vector<std::string>{});
}

TEST(Facts, SayWhatDoesNotHold) {
    auto broken = facts();
    broken.municipalities[0].organisation_number = "123456789";
    broken.municipalities[0].population_2026 += 1;
    broken.changes.pop_back();

    const auto found = inconsistencies(broken);

    ASSERT_GE(found.size(), 4U);
    EXPECT_EQ(found[0], "0301: 123456789 fails modulus 11");
}

TEST(History, LeadsFromAalesundOf2021ToItsTwoSuccessors) {
    const auto history = facts().history();
    const auto& aalesund = holder(history, "1507", 2021y / May / 1);

    EXPECT_EQ(aalesund.period, (Period{2020y / January / 1, 2024y / January / 1}));
    EXPECT_EQ(successors(history, "1507", 2021y / May / 1), (std::vector<std::string>{"1508", "1580"}));
    EXPECT_FALSE(history.holder("1507", 2024y / January / 1));
}

TEST(History, KeepsAMunicipalityThatOnlyGotANewNumber) {
    const auto history = facts().history();

    EXPECT_EQ(history.holder("1201", 2019y / December / 31), history.holder("4601", 2020y / January / 1));
    EXPECT_EQ(history.holder("3024", 2022y / June / 1), history.holder("3201", 2025y / June / 1));
    const auto& trondheim = holder(history, "5001", 2026y / January / 1);
    EXPECT_EQ(trondheim.numbers.front().number, "1601");
    EXPECT_FALSE(trondheim.period.from);
}

TEST(History, KeepsAMunicipalityWhoseNumberStayedThroughAMerger) {
    const auto history = facts().history();

    EXPECT_EQ(history.holder("1804", 1990y / January / 1), history.holder("1804", 2026y / January / 1));
    EXPECT_EQ(successors(history, "1842", 1990y / January / 1), std::vector<std::string>{"1804"});
}

TEST(History, DividesAMunicipalityThatWasSharedOut) {
    const auto history = facts().history();

    EXPECT_EQ(successors(history, "1850", 2019y / June / 1), (std::vector<std::string>{"1806", "1875"}));
    EXPECT_EQ(history.holder("0128", 1991y / January / 1), history.holder("0128", 1993y / January / 1))
        << "Rakkestad was there before it took over a part of Varteig";
}

TEST(History, HandsOnNumbersOnOneDay) {
    const std::vector<NumberChange> changes{{2020y / January / 1, "0001", "A", "0002", "A"},
                                            {2020y / January / 1, "0002", "B", "0003", "B"}};

    const auto history = trace_history(changes, {{"0002", "A"}, {"0003", "B"}}, {});

    EXPECT_EQ(history.lineages.size(), 2U);
    EXPECT_EQ(history.holder("0001", 2019y / June / 1), history.holder("0002", 2020y / June / 1));
    EXPECT_EQ(history.holder("0002", 2019y / June / 1), history.holder("0003", 2020y / June / 1));
}

TEST(Names, AreTakenApartByLanguage) {
    const auto parts = facts().language_of_part;

    const auto names = split_names("Porsanger - Porsángu - Porsanki", parts);
    EXPECT_EQ(names, (Names{{"fkv", "Porsanki"}, {"no", "Porsanger"}, {"se", "Porsángu"}}));
    EXPECT_EQ(split_names("Hábmer - Hamarøy", parts).at("no"), "Hamarøy");
    EXPECT_EQ(split_names("Våler (Østfold)", parts), (Names{{"no", "Våler"}}));
}

TEST(Names, AreOnePerPageAndNeverJoined) {
    const Names names{{"no", "Porsanger"}, {"se", "Porsáŋgu"}, {"fkv", "Porsanki"}};

    EXPECT_EQ(name_on_page(names, i18n::Language::se), "Porsáŋgu");
    EXPECT_EQ(name_on_page(names, i18n::Language::nn), "Porsanger");
    EXPECT_EQ(name_on_page({{"no", "Bergen"}}, i18n::Language::se), "Bergen");
}

TEST(Sector, GivesTwoMunicipalitiesOfOneNameTheirCounty) {
    const auto sector = make_sector(facts());
    std::vector<std::string> shown;
    for (const auto& added : sector.organisations) {
        if (added.organisation.names.at("no") == "Våler" && !added.organisation.period.to) {
            shown.push_back(shown_name(added.organisation, i18n::Language::nb));
        }
        EXPECT_EQ(added.organisation.names.at("no").find(" - "), std::string::npos);
    }
    std::ranges::sort(shown);
    EXPECT_EQ(shown, (std::vector<std::string>{"Våler (Innlandet)", "Våler (Østfold)"}));
}

TEST(Sector, EndsTheCountiesOf2020ThatWereSplit) {
    const auto sector = make_sector(facts());
    std::vector<std::string> followed;
    for (const auto& [from, to, on] : sector.successions) {
        const auto &before = sector.organisations[from].organisation, &after = sector.organisations[to].organisation;
        if (before.kind == OrganisationKind::county) followed.push_back(before.slug + " " + after.slug);
    }
    std::ranges::sort(followed);
    EXPECT_EQ(followed, (std::vector<std::string>{"30 31", "30 32", "30 33", "38 39", "38 40", "54 55", "54 56"}));
}

TEST(Slug, IsMadeOfWhatAnAddressCanHold) {
    EXPECT_EQ(slug_from("Digitaliseringsnettverket i Ålesund & Sør-Øst"),
              "digitaliseringsnettverket-i-aalesund-soer-oest");
    EXPECT_TRUE(is_slug("ks"));
    EXPECT_FALSE(is_slug("4601"));
    EXPECT_FALSE(is_slug("a--b"));
    EXPECT_FALSE(is_slug(""));
}

} // namespace directory
