#include "directory/domain/visvalingam.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

namespace directory {

static double weighted_area(const Point& before, const Point& at, const Point& after) {
    const double x1 = before.x - at.x, y1 = before.y - at.y, x2 = after.x - at.x, y2 = after.y - at.y;
    const double area = std::abs(x1 * y2 - x2 * y1) / 2;
    const double lengths = std::hypot(x1, y1) * std::hypot(x2, y2);
    const double cosine = lengths > 0 ? (x1 * x2 + y1 * y2) / lengths : 1;
    return area * (1 - 0.7 * cosine);
}

namespace {

struct Candidate {
    double area;
    std::size_t point;
    std::size_t version; ///< An older candidate for the same point no longer counts.
    /// Equal areas go in the order of the line, so that the result never depends on the queue.
    bool operator<(const Candidate& other) const {
        return area != other.area ? area > other.area : point > other.point;
    }
};

class SimplifiedLine {
public:
    explicit SimplifiedLine(const std::vector<Point>& points)
        : points_{points}, before_(points.size()), after_(points.size()),
          version_(points.size()), left_{points.size()} {
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            before_[i] = i - 1;
            after_[i] = i + 1;
            consider(i, 0);
        }
        if (points.size() > 1) after_[0] = 1;
    }

    void reduce(double threshold, std::size_t left_min) {
        while (!queue_.empty() && left_ > left_min) {
            const auto smallest = queue_.top();
            queue_.pop();
            if (smallest.version != version_[smallest.point]) continue;
            if (smallest.area >= threshold) break;
            remove(smallest);
        }
    }

    [[nodiscard]] std::vector<Point> remaining() const {
        std::vector<Point> kept;
        for (std::size_t i = 0; i + 1 < points_.size(); i = after_[i]) {
            kept.push_back(points_[i]);
        }
        kept.push_back(points_.back());
        return kept;
    }

private:
    void consider(std::size_t point, double area_min) {
        const double area = weighted_area(points_[before_[point]], points_[point], points_[after_[point]]);
        queue_.push({std::max(area, area_min), point, ++version_[point]});
    }

    void remove(const Candidate& gone) {
        const auto before = before_[gone.point], after = after_[gone.point];
        after_[before] = after;
        before_[after] = before;
        version_[gone.point] = 0;
        --left_;
        if (before > 0) consider(before, gone.area);
        if (after + 1 < points_.size()) consider(after, gone.area);
    }

    const std::vector<Point>& points_;
    std::vector<std::size_t> before_, after_, version_;
    std::size_t left_;
    std::priority_queue<Candidate> queue_;
};

} // namespace

std::vector<Point> simplified(const std::vector<Point>& points, double threshold_m2) {
    if (points.size() <= 2) return points;
    const bool is_closed = points.front() == points.back();
    SimplifiedLine line{points};
    line.reduce(threshold_m2, is_closed ? 4 : 2);
    return line.remaining();
}

} // namespace directory
