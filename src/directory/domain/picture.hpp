#pragma once
// What the drawn map needs besides its shapes: classes of population, and the part of the frame that some shapes fill.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace directory {

/// Inhabitants from which each class begins; class 0 is below the first. Half the municipalities have under 5 500.
inline constexpr std::array<std::int64_t, 5> population_limits{1'000, 3'000, 10'000, 20'000, 50'000};
/// 0 to 5; -1 when the population is unknown (0).
int population_class(std::int64_t population);

struct Rectangle {
    double left = 0, top = 0, right = 0, bottom = 0;
    void include(const Rectangle& other);
};

/// The part of the frame that a path of our own fills: "M", "l" and "z" with whole numbers, as map_drawing writes them.
Rectangle extent_of(std::string_view path);
/// "x y width height" round a rectangle, with a margin of a twentieth of its longer side.
std::string view_box(const Rectangle&);

} // namespace directory
