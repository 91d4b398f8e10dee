#include "directory/store/map_store.hpp"
#include "directory/tests/builders.hpp"
#include "directory/tests/fixtures.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <iterator>

namespace directory {

using namespace std::chrono;
using testing::code_of;
using testing::good;

class ImportMap : public testing::Test {
protected:
    ImportMap() : Test{testing::the_sector} {}
    auto imported(std::string_view bytes, Date from = 2024y / January / 1) {
        return import_map(world.services, world.system, bytes, from);
    }
    std::optional<store::StoredMap> map() {
        return ask([&](auto& reader) { return store::map_on(reader, today()); });
    }
    /// A file with a square for each number, in rows.
    static std::string squares(const std::vector<OrganisationSummary>& municipalities) {
        std::string features;
        for (std::size_t i = 0; i < municipalities.size(); ++i) {
            const auto x = 100'000 + static_cast<long>(i % 19) * 50'000,
                       y = 6'500'000 + static_cast<long>(i / 19) * 50'000;
            features += fmt::format(
                R"({}{{"properties":{{"kommunenummer":"{}"}},"geometry":{{"coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
                i > 0 ? "," : "", municipalities[i].number, x, y, x + 50'000, y, x + 50'000, y + 50'000, x, y + 50'000);
        }
        return R"({"type":"FeatureCollection","features":[)" + features + "]}";
    }
    std::vector<OrganisationSummary> all() {
        return ask([&](auto& reader) { return municipalities_on(reader, today()); });
    }
};
EACH_DATABASE(ImportMap);

TEST_P(ImportMap, ReplacesTheCartogramWithBorders) {
    ASSERT_TRUE(map());
    EXPECT_FALSE(map()->has_borders);
    EXPECT_EQ(map()->shapes.size(), 357U);

    const auto report = good(imported(squares(all())));

    EXPECT_EQ(report.municipalities, 357);
    EXPECT_TRUE(map()->has_borders);
    EXPECT_EQ(map()->shapes.size(), 357U);
    EXPECT_EQ(map()->shapes[0].path.front(), 'M');
    EXPECT_FALSE(map()->county_borders.empty());
}

TEST_P(ImportMap, NamesEveryMunicipalityThatIsMissingAndWritesNothing) {
    auto municipalities = all();
    municipalities[1].number = "9901";
    std::erase_if(municipalities, [](const auto& one) { return one.number == "4601"; });

    const auto refused = imported(squares(municipalities));

    ASSERT_EQ(code_of(refused), map_incomplete.name);
    EXPECT_EQ(std::get<std::string>(refused.error().values[0].value), "1101 Eigersund, 4601 Bergen");
    EXPECT_EQ(std::get<std::string>(refused.error().values[1].value), "9901");
    EXPECT_FALSE(map()->has_borders);
}

TEST_P(ImportMap, LeavesOutAndNamesWhatNobodyHas) {
    auto municipalities = all();
    municipalities.push_back({.number = "2100"});

    const auto report = good(imported(squares(municipalities)));

    EXPECT_EQ(report.unknown, std::vector<std::string>{"2100"});
    EXPECT_EQ(map()->shapes.size(), 357U);
}

TEST_P(ImportMap, ComparesWithTheMunicipalitiesOfTheDayGiven) {
    const auto in_2022 = ask([](auto& reader) { return municipalities_on(reader, 2022y / June / 1); });

    EXPECT_EQ(code_of(imported(squares(in_2022))), map_incomplete.name);
    EXPECT_EQ(good(imported(squares(in_2022), 2020y / January / 1)).municipalities, 356);
    EXPECT_FALSE(map()->has_borders) << "borders of 2020 are not shown for today";
}

TEST_P(ImportMap, RefusesWhatIsNoMap) {
    EXPECT_EQ(code_of(imported("PK\x03\x04")), map_unreadable.name);
    EXPECT_EQ(code_of(imported("{}")), map_without_municipalities.name);
}

TEST_P(ImportMap, TakesKartverketsFileWhereOneIsGiven) {
    const auto* path = std::getenv("SAMBAND_TEST_MAP");
    // The file is an operator's, not ours: the repository carries no borders.
    if (path == nullptr) GTEST_SKIP() << "SAMBAND_TEST_MAP names no file of borders";
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};

    const auto report = good(imported(bytes));

    EXPECT_EQ(report.municipalities, 357);
    EXPECT_LT(report.bytes, 53'000) << "the page has 40 kB, compressed";
    const auto kept = map();
    for (const auto& shape : kept->shapes) {
        EXPECT_FALSE(shape.path.empty()) << shape.number;
    }
}

} // namespace directory
