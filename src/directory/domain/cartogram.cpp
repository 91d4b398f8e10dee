#include "directory/domain/cartogram.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace directory {

namespace {

constexpr double cartogram_width = 2000;
constexpr double share_filled = 0.12;
constexpr double radius_min = 14;
constexpr double gap = 1;
constexpr int rounds = 300;
constexpr double pull_at_start = 0.02;

struct Box {
    double left = 0, right = 0, top = 0, bottom = 0;
};

Box box_of(const std::vector<Circle>& circles) {
    Box box{circles[0].x, circles[0].x, circles[0].y, circles[0].y};
    for (const auto& circle : circles) {
        box.left = std::min(box.left, circle.x - circle.radius);
        box.right = std::max(box.right, circle.x + circle.radius);
        box.top = std::min(box.top, circle.y - circle.radius);
        box.bottom = std::max(box.bottom, circle.y + circle.radius);
    }
    return box;
}

/// At their own places in a frame 2000 wide, with the areas they shall have.
std::vector<Circle> placed(const std::vector<Place>& places) {
    std::vector<Circle> circles;
    double population = 0;
    for (const auto& place : places) {
        const auto point = utm33(place.latitude, place.longitude);
        circles.push_back({place.number, point.x, -point.y, 0});
        population += static_cast<double>(place.population);
    }
    const auto box = box_of(circles);
    const double scale = cartogram_width / std::max(box.right - box.left, 1.0);
    const double area = share_filled * cartogram_width * (box.bottom - box.top) * scale;
    for (std::size_t i = 0; i < circles.size(); ++i) {
        auto& circle = circles[i];
        circle.x = (circle.x - box.left) * scale;
        circle.y = (circle.y - box.top) * scale;
        const double share = static_cast<double>(places[i].population) / std::max(population, 1.0);
        circle.radius = std::max(radius_min, std::sqrt(area * share / std::numbers::pi));
    }
    return circles;
}

void push_apart(Circle& first, Circle& second) {
    double x = second.x - first.x, y = second.y - first.y;
    const double wanted = first.radius + second.radius + gap;
    if (x * x + y * y >= wanted * wanted) return;
    double distance = std::sqrt(x * x + y * y);
    const double missing = wanted - distance;
    if (distance < 1e-6) {
        x = distance = 1;
        y = 0;
    }
    const double weight_first = first.radius * first.radius, weight_second = second.radius * second.radius;
    const double first_moves = missing * weight_second / (weight_first + weight_second) / distance;
    const double second_moves = missing * weight_first / (weight_first + weight_second) / distance;
    first.x -= x * first_moves;
    first.y -= y * first_moves;
    second.x += x * second_moves;
    second.y += y * second_moves;
}

double rounded(double value) {
    return std::round(value * 10) / 10;
}

} // namespace

Cartogram draw_cartogram(std::vector<Place> places) {
    if (places.empty()) return {};
    std::ranges::sort(places, {}, &Place::number);
    auto circles = placed(places);
    const auto home = circles;
    for (int round = 0; round < rounds; ++round) {
        const double pull = std::max(0.0, pull_at_start * (1 - round / (0.6 * rounds)));
        for (std::size_t i = 0; i < circles.size(); ++i) {
            circles[i].x += (home[i].x - circles[i].x) * pull;
            circles[i].y += (home[i].y - circles[i].y) * pull;
            for (std::size_t j = i + 1; j < circles.size(); ++j) {
                push_apart(circles[i], circles[j]);
            }
        }
    }
    const auto box = box_of(circles);
    for (auto& circle : circles) {
        circle.x = rounded(circle.x - box.left);
        circle.y = rounded(circle.y - box.top);
        circle.radius = rounded(circle.radius - 0.05);
    }
    return {std::move(circles), static_cast<int>(std::ceil(box.right - box.left)),
            static_cast<int>(std::ceil(box.bottom - box.top))};
}

} // namespace directory
