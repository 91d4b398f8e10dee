#include "directory/domain/map_drawing.hpp"

#include "directory/domain/topology.hpp"
#include "directory/domain/visvalingam.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace directory {

namespace {

constexpr double frame_width = 2000;
constexpr double part_min_m2 = 4e6;
/// In square units of the frame, each about 600 m a side. Measured on the 1 MB file of Kartverket's borders: 10 200 of
/// 30 000 points stay, 52 kB of paths, a page of 39 kB compressed, and at its width no difference is seen.
constexpr double threshold_units2 = 13;
constexpr int mark_half_side = 2; ///< A municipality too small to draw becomes a square of this size.

struct Pixel {
    int x = 0, y = 0;
    bool operator==(const Pixel&) const = default;
};

double signed_area(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &at = ring[i], &next = ring[(i + 1) % ring.size()];
        sum += at.x * next.y - next.x * at.y;
    }
    return sum / 2;
}

double area(const Ring& ring) {
    return std::abs(signed_area(ring));
}

/// Small islands and lakes left out; the largest part first.
std::vector<Polygon> without_small_parts(std::vector<Polygon> polygons, MapDrawing& drawing) {
    std::ranges::stable_sort(polygons, std::ranges::greater{}, [](const Polygon& part) { return area(part[0]); });
    std::vector<Polygon> kept;
    for (auto& polygon : polygons) {
        for (const auto& ring : polygon) {
            drawing.points_read += static_cast<int>(ring.size());
        }
        if (!kept.empty() && area(polygon[0]) < part_min_m2) {
            ++drawing.islands_dropped;
            continue;
        }
        std::erase_if(polygon, [&](const Ring& ring) { return &ring != &polygon[0] && area(ring) < part_min_m2; });
        kept.push_back(std::move(polygon));
    }
    return kept;
}

class Frame {
public:
    explicit Frame(const Borders& borders) {
        const auto& first = borders.begin()->second[0][0][0];
        left_ = right_ = first.x;
        top_ = bottom_ = first.y;
        for (const auto& [number, polygons] : borders) {
            for (const auto& polygon : polygons) {
                for (const auto& point : polygon[0]) {
                    left_ = std::min(left_, point.x);
                    right_ = std::max(right_, point.x);
                    top_ = std::max(top_, point.y);
                    bottom_ = std::min(bottom_, point.y);
                }
            }
        }
        // A file with a single sliver must not become a picture taller than numbers go.
        scale_ = frame_width / std::max({right_ - left_, (top_ - bottom_) / 10, 1000.0});
    }
    [[nodiscard]] Pixel pixel(const Point& point) const {
        return {static_cast<int>(std::lround((point.x - left_) * scale_)),
                static_cast<int>(std::lround((top_ - point.y) * scale_))};
    }
    [[nodiscard]] int height() const { return static_cast<int>(std::ceil((top_ - bottom_) * scale_)); }
    [[nodiscard]] double threshold_m2() const { return threshold_units2 / (scale_ * scale_); }

private:
    double left_, right_, top_, bottom_, scale_;
};

/// The points of a line in the frame, without repeated ones.
void append_pixels(std::vector<Pixel>& out, const std::vector<Point>& points, bool is_reversed, const Frame& frame) {
    const auto append = [&](const Point& point) {
        const auto pixel = frame.pixel(point);
        if (out.empty() || out.back() != pixel) out.push_back(pixel);
    };
    if (is_reversed) {
        std::for_each(points.rbegin(), points.rend(), append);
    } else {
        std::for_each(points.begin(), points.end(), append);
    }
}

/// "M12 30l4 5-6 2": a minus sign needs no space before it.
std::string path_of(const std::vector<Pixel>& pixels) {
    auto path = fmt::format("M{} {}l", pixels[0].x, pixels[0].y);
    for (std::size_t i = 1; i < pixels.size(); ++i) {
        const int x = pixels[i].x - pixels[i - 1].x, y = pixels[i].y - pixels[i - 1].y;
        path += fmt::format("{}{}{}{}", i == 1 || x < 0 ? "" : " ", x, y < 0 ? "" : " ", y);
    }
    return path;
}

double area(const std::vector<Pixel>& pixels) {
    Ring ring;
    for (const auto& pixel : pixels) {
        ring.push_back({static_cast<double>(pixel.x), static_cast<double>(pixel.y)});
    }
    return signed_area(ring);
}

class Drawer {
public:
    Drawer(const Topology& topology, const Frame& frame, MapDrawing& drawing)
        : topology_{topology}, frame_{frame}, drawing_{drawing} {}

    void draw(const std::string& number, const std::vector<ArcPolygon>& parts) {
        std::string path;
        for (const auto& part : parts) {
            for (const auto& ring : part) {
                const bool is_outer = &ring == &part[0];
                path += ring_path(ring, is_outer, path.empty());
            }
        }
        drawing_.paths[number] = std::move(path);
    }

    void draw_county_borders() {
        for (std::size_t i = 0; i < topology_.arcs.size(); ++i) {
            const auto& users = topology_.users[i];
            if (users.size() < 2 || users[0].substr(0, 2) == users[1].substr(0, 2)) continue;
            std::vector<Pixel> pixels;
            append_pixels(pixels, topology_.arcs[i], false, frame_);
            if (pixels.size() > 1) drawing_.county_borders += path_of(pixels);
        }
    }

private:
    /// Outer rings run one way and holes the other, so that holes stay open whatever the file's order was.
    std::string ring_path(const ArcRing& ring, bool is_outer, bool must_show) {
        std::vector<Pixel> pixels;
        for (const auto& use : ring) {
            append_pixels(pixels, topology_.arcs[use.arc], use.is_reversed, frame_);
        }
        while (pixels.size() > 1 && pixels.front() == pixels.back()) {
            pixels.pop_back();
        }
        const double size = pixels.size() < 3 ? 0 : area(pixels);
        if (size == 0 && !must_show) return {};
        if (size == 0) {
            const auto [x, y] = pixels[0];
            constexpr int half = mark_half_side;
            pixels = {{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}};
        } else if ((size > 0) != is_outer) {
            std::ranges::reverse(pixels);
        }
        drawing_.points_kept += static_cast<int>(pixels.size());
        return path_of(pixels) + "z";
    }

    const Topology& topology_;
    const Frame& frame_;
    MapDrawing& drawing_;
};

} // namespace

MapDrawing draw_map(const Borders& borders, const DrawingProgress& progress) {
    const auto tell = [&](std::string_view step, std::size_t done, std::size_t of) {
        if (progress) progress(step, static_cast<int>(done), static_cast<int>(of));
    };
    MapDrawing drawing;
    Borders kept;
    for (const auto& [number, polygons] : borders) {
        kept[number] = without_small_parts(polygons, drawing);
    }
    const Frame frame{kept};
    drawing.width = static_cast<int>(frame_width);
    drawing.height = frame.height();
    tell("cut", 0, 1);
    auto topology = cut_into_arcs(kept);
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        topology.arcs[i] = simplified(topology.arcs[i], frame.threshold_m2());
        if (i % 256 == 0) tell("simplify", i, topology.arcs.size());
    }
    Drawer drawer{topology, frame, drawing};
    std::size_t drawn = 0;
    for (const auto& [number, parts] : topology.municipalities) {
        drawer.draw(number, parts);
        tell("draw", ++drawn, topology.municipalities.size());
    }
    drawer.draw_county_borders();
    return drawing;
}

} // namespace directory
