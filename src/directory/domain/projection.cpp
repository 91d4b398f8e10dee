#include "directory/domain/projection.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace directory {

Point utm33(double latitude, double longitude) {
    constexpr double major_axis_m = 6'378'137.0;
    constexpr double flattening = 1 / 298.257222101;
    constexpr double scale = 0.9996, false_east_m = 500'000, central_meridian = 15;
    constexpr double radians = std::numbers::pi / 180;

    constexpr double n = flattening / (2 - flattening);
    constexpr double n2 = n * n, n3 = n2 * n;
    constexpr double rectifying_radius_m = major_axis_m / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64);
    constexpr std::array alpha{n / 2 - 2 * n2 / 3 + 5 * n3 / 16, 13 * n2 / 48 - 3 * n3 / 5, 61 * n3 / 240};

    const double eccentricity = std::sqrt(flattening * (2 - flattening));
    const double sine = std::sin(latitude * radians);
    const double conformal = std::sinh(std::atanh(sine) - eccentricity * std::atanh(eccentricity * sine));
    const double east_of_meridian = (longitude - central_meridian) * radians;
    const double xi = std::atan2(conformal, std::cos(east_of_meridian));
    const double eta = std::asinh(std::sin(east_of_meridian) / std::hypot(conformal, std::cos(east_of_meridian)));

    double x = eta, y = xi;
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        const double order = 2.0 * static_cast<double>(i + 1);
        x += alpha[i] * std::cos(order * xi) * std::sinh(order * eta);
        y += alpha[i] * std::sin(order * xi) * std::cosh(order * eta);
    }
    return {false_east_m + scale * rectifying_radius_m * x, scale * rectifying_radius_m * y};
}

} // namespace directory
