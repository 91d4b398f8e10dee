#pragma once
// Paths of cases, made in few words.
#include "governance/domain/case_state.hpp"
#include "platform/error.hpp"

#include <fmt/format.h>
#include <string>
#include <vector>

namespace governance::tests {

template <class IdType>
IdType numbered(int kind, int number) {
    return *IdType::parse(fmt::format("00000000-0000-7000-{:04}-{:012}", 8000 + kind, number));
}

inline BodyId body(int number) {
    return numbered<BodyId>(1, number);
}
inline StepId step_id(int number) {
    return numbered<StepId>(2, number);
}

/// Day 1 is 1 March 2026.
inline Date day(int number) {
    using namespace std::chrono;
    return Date{sys_days{2026y / March / 1} + days{number - 1}};
}

inline Step a_step(int number) {
    return {.id = step_id(number), .body = body(number)};
}

inline CasePath a_path(const std::vector<BodyId>& bodies) {
    CasePath path;
    for (const auto& each : bodies) {
        path.steps.push_back({.id = step_id(static_cast<int>(path.steps.size()) + 1), .body = each});
    }
    return path;
}

/// Noticed on day 1.
inline CasePath prepared(const std::vector<BodyId>& bodies) {
    return *begin_preparation(*give_notice(a_path(bodies), day(1)));
}

inline CasePath on_agenda(const std::vector<BodyId>& bodies) {
    return *put_on_agenda(prepared(bodies), bodies.front(), PathRules{}, day(10));
}

inline Ruling ruling(BodyId by, Outcome outcome, std::optional<BodyId> referred_to = {}) {
    return {.body = by,
            .outcome = outcome,
            .referred_to = referred_to,
            .first_new_step = step_id(901),
            .second_new_step = step_id(902)};
}

inline CasePath treated(const std::vector<BodyId>& bodies, Outcome outcome) {
    return *treat(on_agenda(bodies), ruling(bodies.front(), outcome), PathRules{});
}

inline std::string value_of(const Error& error, std::string_view name) {
    for (const auto& value : error.values) {
        if (value.name != name) continue;
        if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
        return std::to_string(std::get<std::int64_t>(value.value));
    }
    return {};
}

} // namespace governance::tests
