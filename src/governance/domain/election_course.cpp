#include "governance/domain/election_course.hpp"

#include "governance/domain/meeting_errors.hpp"

#include <fmt/format.h>

namespace governance {

int ElectionCourse::next_round() const {
    if (rounds.empty()) return 1;
    const auto& last = rounds.back();
    return last.working.goes_to_second_round ? 2 : last.inputs.round;
}

std::vector<std::string> ElectionCourse::elected() const {
    std::vector<std::string> names;
    if (!is_settled()) return names;
    for (const auto& place : rounds.back().working.election->elected)
        names.push_back(election.name_at(place.option, place.name));
    return names;
}

std::string ElectionCourse::result_line() const {
    return fmt::format("{}: {}", election.post, fmt::join(elected(), ", "));
}

Result<void> require_open(const ElectionCourse& course) {
    if (course.is_open()) return {};
    return election_over.error();
}

} // namespace governance
