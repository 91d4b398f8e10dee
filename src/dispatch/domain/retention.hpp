#pragma once
// How long content is kept. Source: SvarUt keeps three months; here each account decides within these bounds.
#include "platform/json/described.hpp"

namespace dispatch {

inline constexpr std::int64_t retention_days_min = 1;
inline constexpr std::int64_t retention_days_max = 3650;

/// As accounts are asked, and as they answer.
struct Retention {
    std::int64_t days = 90;
};
BOOST_DESCRIBE_STRUCT(Retention, (), (days))

} // namespace dispatch
