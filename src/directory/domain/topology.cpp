#include "directory/domain/topology.hpp"

#include "platform/ensure.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace directory {

namespace {

using PointId = std::uint32_t;
constexpr PointId nobody = ~PointId{0};

struct PointHash {
    std::size_t operator()(const Point& point) const {
        const auto x = std::bit_cast<std::uint64_t>(point.x), y = std::bit_cast<std::uint64_t>(point.y);
        return static_cast<std::size_t>((x * 0x9E3779B97F4A7C15U) ^ (std::rotl(y, 31) * 0xC2B2AE3D27D4EB4FU));
    }
};

class Cutter {
public:
    Topology cut(const Borders& borders) {
        for (const auto& [number, polygons] : borders) {
            for (const auto& polygon : polygons) {
                for (const auto& ring : polygon) {
                    meet_neighbours(ids_of(ring));
                }
            }
        }
        for (const auto& [number, polygons] : borders) {
            auto& parts = topology_.municipalities[number];
            for (const auto& polygon : polygons) {
                auto& part = parts.emplace_back();
                for (const auto& ring : polygon) {
                    part.push_back(cut_ring(ids_of(ring), number));
                }
            }
        }
        return std::move(topology_);
    }

private:
    using Ids = std::vector<PointId>;

    PointId id_of(const Point& point) {
        const auto [found, is_new] = ids_.try_emplace(point, static_cast<PointId>(points_.size()));
        if (is_new) {
            points_.push_back(point);
            neighbours_.emplace_back(nobody, nobody);
            is_junction_.push_back(false);
        }
        return found->second;
    }

    /// Without repeated points.
    Ids ids_of(const Ring& ring) {
        Ids ids;
        for (const auto& point : ring) {
            const auto id = id_of(point);
            if (ids.empty() || ids.back() != id) ids.push_back(id);
        }
        while (ids.size() > 1 && ids.front() == ids.back()) {
            ids.pop_back();
        }
        return ids;
    }

    /// A point where lines part has other neighbours in one ring than in another.
    void meet_neighbours(const Ids& ids) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto before = ids[(i + ids.size() - 1) % ids.size()], after = ids[(i + 1) % ids.size()];
            const auto pair = std::minmax(before, after);
            auto& known = neighbours_[ids[i]];
            if (known.first == nobody) {
                known = pair;
            } else if (known != std::pair<PointId, PointId>{pair}) {
                is_junction_[ids[i]] = true;
            }
        }
    }

    ArcRing cut_ring(Ids ids, const std::string& number) {
        auto start = std::ranges::find_if(ids, [&](PointId id) { return is_junction_[id]; });
        if (start == ids.end()) start = std::ranges::min_element(ids);
        std::rotate(ids.begin(), start, ids.end()); // std::ranges::rotate stops clang 14.
        ids.push_back(ids.front());

        ArcRing ring;
        Ids arc{ids.front()};
        for (std::size_t i = 1; i < ids.size(); ++i) {
            arc.push_back(ids[i]);
            if (!is_junction_[ids[i]] && i + 1 < ids.size()) continue;
            ring.push_back(keep(arc, number));
            arc = {ids[i]};
        }
        return ring;
    }

    /// Between junctions a line has only one way to go, so its first step tells which arc it is.
    ArcUse keep(const Ids& ids, const std::string& number) {
        const std::pair first_step{ids[0], ids[1]}, first_step_back{ids.back(), ids[ids.size() - 2]};
        const auto [found, is_new] = arc_by_step_.try_emplace(first_step, ArcUse{topology_.arcs.size(), false});
        if (is_new) {
            arc_by_step_.try_emplace(first_step_back, ArcUse{topology_.arcs.size(), true});
            auto& points = topology_.arcs.emplace_back();
            for (const auto id : ids) {
                points.push_back(points_[id]);
            }
            topology_.users.emplace_back();
        }
        auto& users = topology_.users[found->second.arc];
        if (std::ranges::count(users, number) == 0) users.push_back(number);
        return found->second;
    }

    Topology topology_;
    std::unordered_map<Point, PointId, PointHash> ids_;
    std::vector<Point> points_;
    std::vector<std::pair<PointId, PointId>> neighbours_;
    std::vector<bool> is_junction_;
    std::map<std::pair<PointId, PointId>, ArcUse> arc_by_step_;
};

} // namespace

Topology cut_into_arcs(const Borders& borders) {
    return Cutter{}.cut(borders);
}

} // namespace directory
