#include "directory/domain/map_file.hpp"

#include "directory/domain/errors.hpp"
#include "directory/domain/numbers.hpp"
#include "platform/json/scanner.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace directory {

namespace {

constexpr double degrees_max = 180;
constexpr std::size_t points_max = 20'000'000; ///< Of all rings; a small file must not name one arc a million times.
/// Norway with its coast, in UTM 33, generously.
constexpr double east_min_m = -400'000, east_max_m = 1'400'000, north_min_m = 6'100'000, north_max_m = 8'300'000;

using ArcList = std::vector<std::vector<std::int64_t>>; ///< Rings of arcs; ~i is arc i backwards.

/// A geometry as it stands in the file: coordinates, or references to arcs, which may come later.
struct Shape {
    std::string number;
    std::vector<Polygon> polygons;
    std::vector<ArcList> references;
};

struct Transform {
    Point scale{1, 1}, translate{0, 0};
    bool is_given = false;
};

class MapReader {
public:
    explicit MapReader(std::string_view bytes) : scanner_{bytes} {}

    Result<Borders> read() {
        read_object(Place::outside);
        if (!scanner_.is_finished()) return unreadable();
        resolve_references();
        if (is_broken_) return unreadable();
        return collected();
    }

private:
    Error unreadable() {
        return map_unreadable.error(
            {{"byte", static_cast<std::int64_t>(scanner_.failed_at().value_or(scanner_.position()))}});
    }

    enum class Place : std::uint8_t { outside, among_geometries };

    /// An object that may be a collection, a topology or a feature: told by its members, in any order.
    void read_object(Place place) {
        if (scanner_.peek() != json::Scanner::Kind::object) return scanner_.skip();
        Shape shape;
        scanner_.enter_object();
        while (const auto name = scanner_.next_member()) {
            if (*name == "features" || *name == "geometries") {
                read_list();
            } else if (*name == "properties") {
                read_properties(shape.number);
            } else if (*name == "coordinates") {
                read_coordinates(shape);
            } else if (*name == "geometry") {
                read_geometry(shape);
            } else if (*name == "arcs" && place == Place::among_geometries) {
                read_references(shape);
            } else if (*name == "arcs") {
                read_topology_arcs();
            } else if (*name == "transform") {
                read_transform();
            } else {
                read_object(*name == "objects" ? Place::among_geometries : place);
            }
        }
        if (!shape.number.empty()) shapes_.push_back(std::move(shape));
    }

    void read_list() {
        if (scanner_.peek() != json::Scanner::Kind::array) return scanner_.skip();
        scanner_.enter_array();
        while (scanner_.next_item()) {
            read_object(Place::among_geometries);
        }
    }

    void read_geometry(Shape& shape) {
        if (scanner_.peek() != json::Scanner::Kind::object) return scanner_.skip();
        scanner_.enter_object();
        while (const auto name = scanner_.next_member()) {
            if (*name == "coordinates") {
                read_coordinates(shape);
            } else {
                scanner_.skip();
            }
        }
    }

    void read_properties(std::string& number) {
        if (scanner_.peek() != json::Scanner::Kind::object) return scanner_.skip();
        scanner_.enter_object();
        while (const auto name = scanner_.next_member()) {
            if (*name != "kommunenummer") {
                scanner_.skip();
            } else if (scanner_.peek() == json::Scanner::Kind::text) {
                number = with_leading_zero(scanner_.text());
            } else if (scanner_.peek() == json::Scanner::Kind::number) {
                const double value = scanner_.number();
                const bool is_whole = value >= 0 && value < 10'000 && value == std::floor(value);
                number = is_whole ? fmt::format("{:04}", static_cast<int>(value)) : std::string{};
            } else {
                scanner_.skip();
            }
        }
    }

    void read_transform() {
        if (scanner_.peek() != json::Scanner::Kind::object) return scanner_.skip();
        scanner_.enter_object();
        while (const auto name = scanner_.next_member()) {
            if (*name == "scale") {
                transform_.scale = read_point();
                transform_.is_given = true;
            } else if (*name == "translate") {
                transform_.translate = read_point();
            } else {
                scanner_.skip();
            }
        }
    }

    /// x, y, and whatever heights follow.
    Point read_point() {
        Point point;
        int place = 0;
        if (!scanner_.enter_array()) return point;
        while (scanner_.next_item()) {
            const double value = scanner_.number();
            if (place == 0) point.x = value;
            if (place == 1) point.y = value;
            ++place;
        }
        is_broken_ = is_broken_ || place < 2;
        return point;
    }

    std::vector<Point> read_points() {
        std::vector<Point> points;
        scanner_.enter_array();
        while (scanner_.next_item()) {
            points.push_back(read_point());
        }
        return points;
    }

    Polygon read_polygon() {
        Polygon polygon;
        scanner_.enter_array();
        while (scanner_.next_item()) {
            add_ring(polygon, read_points());
        }
        return polygon;
    }

    static void add_ring(Polygon& polygon, Ring ring) {
        while (ring.size() > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        // A ring without area is dropped; an outer ring without area takes its holes with it.
        if (ring.size() >= 3) polygon.push_back(std::move(ring));
    }

    void read_coordinates(Shape& shape) {
        const int depth = scanner_.arrays_ahead();
        if (depth == 3) {
            shape.polygons.push_back(read_polygon());
        } else if (depth == 4) {
            scanner_.enter_array();
            while (scanner_.next_item()) {
                shape.polygons.push_back(read_polygon());
            }
        } else {
            scanner_.skip();
        }
    }

    ArcList read_arc_list() {
        ArcList rings;
        scanner_.enter_array();
        while (scanner_.next_item()) {
            auto& ring = rings.emplace_back();
            scanner_.enter_array();
            while (scanner_.next_item()) {
                ring.push_back(static_cast<std::int64_t>(std::clamp(scanner_.number(), -1e9, 1e9)));
            }
        }
        return rings;
    }

    void read_references(Shape& shape) {
        const int depth = scanner_.arrays_ahead();
        if (depth == 2) {
            shape.references.push_back(read_arc_list());
        } else if (depth == 3) {
            scanner_.enter_array();
            while (scanner_.next_item()) {
                shape.references.push_back(read_arc_list());
            }
        } else {
            scanner_.skip();
        }
    }

    void read_topology_arcs() {
        if (scanner_.peek() != json::Scanner::Kind::array) return scanner_.skip();
        scanner_.enter_array();
        while (scanner_.next_item()) {
            arcs_.push_back(read_points());
        }
    }

    /// Quantised arcs hold steps from point to point (TopoJSON, section 2.1.3).
    void place_arcs() {
        if (!transform_.is_given) return;
        for (auto& arc : arcs_) {
            Point at;
            for (auto& point : arc) {
                at = {at.x + point.x, at.y + point.y};
                point = {at.x * transform_.scale.x + transform_.translate.x,
                         at.y * transform_.scale.y + transform_.translate.y};
            }
        }
    }

    /// The points of arcs joined end to end, the shared ends once. Nothing when an arc does not exist.
    std::optional<Ring> joined(const std::vector<std::int64_t>& references) {
        Ring ring;
        for (const auto reference : references) {
            const auto index = static_cast<std::size_t>(reference < 0 ? ~reference : reference);
            if (index >= arcs_.size()) return {};
            auto points = arcs_[index];
            points_joined_ += points.size();
            if (points_joined_ > points_max) return {};
            if (reference < 0) std::ranges::reverse(points);
            const bool continues = !ring.empty() && !points.empty() && ring.back() == points.front();
            ring.insert(ring.end(), points.begin() + (continues ? 1 : 0), points.end());
        }
        return ring;
    }

    void resolve_references() {
        place_arcs();
        for (auto& shape : shapes_) {
            for (const auto& part : shape.references) {
                Polygon polygon;
                for (const auto& references : part) {
                    auto ring = joined(references);
                    if (!ring) {
                        is_broken_ = true;
                        return;
                    }
                    add_ring(polygon, std::move(*ring));
                }
                shape.polygons.push_back(std::move(polygon));
            }
        }
    }

    Result<Borders> collected() {
        Borders borders;
        bool all_in_degrees = true, all_in_metres = true;
        for (auto& shape : shapes_) {
            for (auto& polygon : shape.polygons) {
                if (polygon.empty()) continue;
                for (const auto& ring : polygon) {
                    for (const auto& point : ring) {
                        all_in_degrees = all_in_degrees && std::abs(point.x) <= degrees_max && std::abs(point.y) < 90;
                        all_in_metres = all_in_metres && is_in_norway_m(point);
                    }
                }
                borders[shape.number].push_back(std::move(polygon));
            }
        }
        if (borders.empty()) return map_without_municipalities.error();
        if (!all_in_degrees && !all_in_metres) return unreadable();
        if (all_in_degrees) project(borders);
        return borders;
    }

    static bool is_in_norway_m(Point point) {
        return point.x >= east_min_m && point.x <= east_max_m && point.y >= north_min_m && point.y <= north_max_m;
    }

    static void project(Borders& borders) {
        for (auto& [number, polygons] : borders) {
            for (auto& polygon : polygons) {
                for (auto& ring : polygon) {
                    for (auto& point : ring) {
                        point = utm33(point.y, point.x);
                    }
                }
            }
        }
    }

    json::Scanner scanner_;
    bool is_broken_ = false;
    std::size_t points_joined_ = 0;
    Transform transform_;
    std::vector<std::vector<Point>> arcs_;
    std::vector<Shape> shapes_;
};

} // namespace

Result<Borders> read_borders(std::string_view bytes) {
    return MapReader{bytes}.read();
}

} // namespace directory
