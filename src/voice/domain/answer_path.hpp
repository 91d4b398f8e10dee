#pragma once
// Whether an answer can have passed all its bodies before a deadline.
#include "platform/clock.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace voice {

/// A body that has yet to treat the case, with the days of its coming meetings.
struct PathBody {
    std::string name, url;
    std::vector<Date> meetings;
};

/// Where the case is treated at the earliest: nothing when the body has no meeting after the one before it.
struct PathStop {
    std::string name, url;
    std::optional<Date> day;
};

/// no_case: nobody prepares an answer. decided: every body has treated it. too_late: some body has no meeting in time.
enum class PathVerdict : std::uint8_t { no_case, decided, in_time, too_late };
BOOST_DESCRIBE_ENUM(PathVerdict, no_case, decided, in_time, too_late)

struct AnswerPath {
    std::vector<PathStop> stops;
    PathVerdict verdict = PathVerdict::decided;
    std::string late_at; ///< The first body that has no meeting in time.
};

/// Each body takes it up in its first meeting on or after the day of the body before it.
AnswerPath answer_path(const std::vector<PathBody>&, Date today, Date deadline);

} // namespace voice
