#include "directory/domain/picture.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace directory {

int population_class(std::int64_t population) {
    if (population <= 0) return -1;
    const auto above = std::ranges::upper_bound(population_limits, population);
    return static_cast<int>(above - population_limits.begin());
}

void Rectangle::include(const Rectangle& other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

Rectangle extent_of(std::string_view path) {
    Rectangle extent;
    bool is_first = true, is_step = false;
    double x = 0, y = 0;
    const char* at = path.data();
    const char* const end = path.data() + path.size();
    const auto next_number = [&]() -> double {
        while (at < end && *at == ' ') {
            ++at;
        }
        int value = 0;
        const auto [stop, fault] = std::from_chars(at, end, value);
        at = fault == std::errc{} ? stop : end;
        return value;
    };
    while (at < end) {
        if (*at == 'M' || *at == 'l' || *at == 'z') {
            is_step = *at == 'l';
            ++at;
            continue;
        }
        const double first = next_number(), second = next_number();
        x = is_step ? x + first : first;
        y = is_step ? y + second : second;
        if (is_first) extent = {x, y, x, y};
        is_first = false;
        extent.include({x, y, x, y});
    }
    return extent;
}

std::string view_box(const Rectangle& rectangle) {
    const double width = rectangle.right - rectangle.left, height = rectangle.bottom - rectangle.top;
    const double margin = std::max({width, height, 20.0}) / 20;
    return fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", std::floor(rectangle.left - margin),
                       std::floor(rectangle.top - margin), std::ceil(width + 2 * margin),
                       std::ceil(height + 2 * margin));
}

} // namespace directory
