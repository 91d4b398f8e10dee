#pragma once
// From degrees to metres: the projection in which Norway is usually drawn.

namespace directory {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

/// East and north in metres, UTM zone 33 on GRS 80 (EPSG:25833), from latitude and longitude in degrees (ETRS89, which
/// is WGS 84 within a metre).
///
/// Krüger's series to the third order in the third flattening: under a millimetre within 15° of the central meridian,
/// 15° E, which holds all of Norway. Source: C. F. F. Karney, "Transverse Mercator with an accuracy of a few
/// nanometers" (2011), equations 9 to 12 and 35.
Point utm33(double latitude, double longitude);

} // namespace directory
