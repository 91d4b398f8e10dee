#include "directory/domain/cartogram.hpp"
#include "directory/domain/errors.hpp"
#include "directory/domain/map_drawing.hpp"
#include "directory/domain/topology.hpp"
#include "directory/domain/visvalingam.hpp"
#include "directory/tests/fixtures.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace directory {

static Borders borders_of(std::string_view bytes) {
    auto borders = read_borders(bytes);
    if (!borders) throw std::runtime_error{describe(borders.error())};
    return *std::move(borders);
}

TEST(Projection, PutsKnownPlacesWhereTheyAre) {
    const auto oslo_fjord = utm33(60, 10);
    EXPECT_NEAR(oslo_fjord.x, 221'288.77, 0.01);
    EXPECT_NEAR(oslo_fjord.y, 6'661'953.04, 0.01);
    const auto on_the_meridian = utm33(65, 15);
    EXPECT_DOUBLE_EQ(on_the_meridian.x, 500'000);
}

TEST(MapFile, ReadsQuantisedTopologyInDegreesWhoseNumberLostItsZero) {
    const auto borders = borders_of(fixtures::read("three_squares.topojson"));

    ASSERT_EQ(borders.size(), 2U);
    EXPECT_EQ(borders.at("0301").size(), 1U);
    EXPECT_EQ(borders.at("4601").size(), 2U) << "the mainland and the holm";
    EXPECT_NEAR(borders.at("0301")[0][0][0].x, utm33(60, 11).x, 0.01);
}

TEST(MapFile, ReadsFeaturesInMetresBesideOtherCollections) {
    const auto borders = borders_of(fixtures::read("three_squares.geojson"));

    ASSERT_EQ(borders.size(), 2U);
    EXPECT_EQ(borders.at("0301")[0][0].size(), 5U) << "the closing point is not repeated";
    EXPECT_EQ(borders.at("0301")[0][0][0], (Point{200'000, 6'650'000}));
}

TEST(MapFile, ReadsATopologyWithoutTransform) {
    const auto borders = borders_of(R"({"type":"Topology","arcs":[[[10,60],[11,60],[11,61],[10,60]]],
        "objects":{"k":{"type":"Polygon","arcs":[[0]],"properties":{"kommunenummer":"0301"}}}})");

    EXPECT_NEAR(borders.at("0301")[0][0][1].y, utm33(60, 11).y, 0.01);
}

TEST(MapFile, SaysWhereItStopsMakingSense) {
    const auto broken = read_borders(R"({"type":"FeatureCollection","features":[}])");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, map_unreadable.name);
    EXPECT_EQ(std::get<std::int64_t>(broken.error().values.at(0).value), 40);
}

TEST(MapFile, IsRefusedWithoutMunicipalitiesOrWithArcsThatDoNotExist) {
    const auto none = read_borders(R"({"type":"FeatureCollection","features":[]})");
    EXPECT_EQ(none.error().code, map_without_municipalities.name);
    const auto dangling =
        read_borders(R"({"arcs":[],"objects":{"k":{"arcs":[[7]],"properties":{"kommunenummer":"0301"}}}})");
    EXPECT_EQ(dangling.error().code, map_unreadable.name);
    const auto elsewhere = read_borders(R"({"features":[{"properties":{"kommunenummer":"0301"},
        "geometry":{"coordinates":[[[1000,1000],[2000,1000],[2000,2000]]]}}]})");
    EXPECT_EQ(elsewhere.error().code, map_unreadable.name);
}

TEST(Topology, KeepsASharedBorderOnce) {
    const auto topology = cut_into_arcs(borders_of(fixtures::read("three_squares.geojson")));

    std::vector<std::size_t> shared;
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        if (topology.users[i].size() == 2) shared.push_back(i);
    }
    ASSERT_EQ(shared.size(), 1U);
    EXPECT_EQ(topology.arcs[shared[0]].size(), 3U);
    EXPECT_EQ(topology.arcs.size(), 4U) << "two coasts, the border, the holm";
}

TEST(MapDrawing, DropsTheHolmAndDrawsTheBorderOfTheCounties) {
    const auto drawing = draw_map(borders_of(fixtures::read("three_squares.geojson")));

    EXPECT_EQ(drawing.islands_dropped, 1);
    EXPECT_EQ(drawing.width, 2000);
    EXPECT_EQ(drawing.height, 1000);
    EXPECT_EQ(drawing.paths.at("0301"), "M1000 0l0 1000-1000 0 0-1000z");
    EXPECT_EQ(drawing.county_borders, "M1000 0l0 1000");
}

TEST(MapDrawing, AlwaysKeepsTheLargestPartHoweverSmall) {
    const auto drawing = draw_map(borders_of(R"({"features":[
        {"properties":{"kommunenummer":"0301"},"geometry":{"coordinates":[[[200000,6650000],[900000,6650000],[900000,7000000]]]}},
        {"properties":{"kommunenummer":"1144"},"geometry":{"coordinates":[[[100000,6650000],[100010,6650000],[100010,6650010]]]}}]})"));

    EXPECT_EQ(drawing.islands_dropped, 0);
    EXPECT_EQ(drawing.paths.at("1144"), "M-2 873l4 0 0 4-4 0z");
}

TEST(Visvalingam, TakesAwayWhatIsNotSeenAndKeepsTheEnds) {
    const std::vector<Point> line{{0, 0}, {50, 0.1}, {100, 0}, {150, 80}, {200, 0}};

    EXPECT_EQ(simplified(line, 1000), (std::vector<Point>{{0, 0}, {100, 0}, {150, 80}, {200, 0}}));
    EXPECT_EQ(simplified(line, 1e9), (std::vector<Point>{{0, 0}, {200, 0}}));
}

RC_GTEST_PROP(Visvalingam, GivesTheSameLineReversedForTheLineReversed, ()) {
    const auto coordinate = rc::gen::map(rc::gen::inRange(0, 1000), [](int value) { return value + 0.25; });
    const auto line = *rc::gen::container<std::vector<Point>>(rc::gen::apply(
        [](double x, double y) {
            return Point{x, y};
        },
        coordinate, coordinate));
    RC_PRE(line.size() >= 2);
    const auto threshold = *rc::gen::inRange(1, 100'000);

    const auto kept = simplified(line, threshold);

    RC_ASSERT(kept.front() == line.front());
    RC_ASSERT(kept.back() == line.back());
    RC_ASSERT(kept.size() <= line.size());
    RC_ASSERT(std::includes(line.begin(), line.end(), kept.begin(), kept.end(), [](const Point&, const Point&) {
        return false; // Only that the order is kept is asked for; every point counts as equal.
    }));
}

TEST(Cartogram, LeavesNoTwoCirclesOnEachOther) {
    std::vector<Place> places;
    for (int i = 0; i < 60; ++i) {
        places.push_back({std::to_string(1000 + i), 59 + i % 8 * 0.1, 10 + i / 8 * 0.1, 500 + 4000 * (i % 11)});
    }
    places.push_back({"9998", 59, 10, 0});
    places.push_back({"9999", 59, 10, 0});

    const auto cartogram = draw_cartogram(places);

    ASSERT_EQ(cartogram.circles.size(), places.size());
    for (const auto& first : cartogram.circles) {
        EXPECT_GE(first.x - first.radius, -0.1);
        EXPECT_LE(first.x + first.radius, cartogram.width + 0.1);
        for (const auto& second : cartogram.circles) {
            if (first.number >= second.number) continue;
            const double between = std::hypot(first.x - second.x, first.y - second.y);
            EXPECT_GE(between + 0.2, first.radius + second.radius) << first.number << ' ' << second.number;
        }
    }
}

TEST(Cartogram, IsTheSameInWhateverOrderThePlacesCome) {
    std::vector<Place> places{
        {"0301", 59.9, 10.8, 700'000}, {"3201", 59.9, 10.5, 130'000}, {"4601", 60.4, 5.3, 290'000}};
    const auto once = draw_cartogram(places);
    std::ranges::reverse(places);
    const auto again = draw_cartogram(places);

    for (std::size_t i = 0; i < once.circles.size(); ++i) {
        EXPECT_EQ(once.circles[i].number, again.circles[i].number);
        EXPECT_EQ(once.circles[i].x, again.circles[i].x);
        EXPECT_EQ(once.circles[i].y, again.circles[i].y);
    }
}

} // namespace directory
