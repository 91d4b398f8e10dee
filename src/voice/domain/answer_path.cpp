#include "voice/domain/answer_path.hpp"

#include <algorithm>

namespace voice {

AnswerPath answer_path(const std::vector<PathBody>& bodies, Date today, Date deadline) {
    AnswerPath path;
    path.verdict = bodies.empty() ? PathVerdict::decided : PathVerdict::in_time;
    std::optional<Date> earliest = today;
    for (const auto& body : bodies) {
        PathStop stop{body.name, body.url, {}};
        for (const auto day : body.meetings) {
            if (earliest && day >= *earliest && (!stop.day || day < *stop.day)) stop.day = day;
        }
        earliest = stop.day;
        const bool is_late = !stop.day || *stop.day > deadline;
        if (is_late && path.verdict == PathVerdict::in_time) {
            path.verdict = PathVerdict::too_late;
            path.late_at = body.name;
        }
        path.stops.push_back(std::move(stop));
    }
    return path;
}

} // namespace voice
