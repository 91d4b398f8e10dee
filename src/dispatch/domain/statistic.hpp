#pragma once
// A sender's letters counted: by month, channel, status and how long they waited to be read.
#include "dispatch/domain/status.hpp"
#include "dispatch/ids.hpp"
#include "platform/clock.hpp"

#include <array>
#include <string>
#include <vector>

namespace dispatch {

/// How long a letter waited to be read. none: it was not read.
enum class TimeToRead : std::int8_t { none = -1, within_day, within_three_days, within_week, later };
BOOST_DESCRIBE_ENUM(TimeToRead, none, within_day, within_three_days, within_week, later)

/// The months of a page.
inline constexpr int statistic_months = 12;
/// Letters of older months hardly change any more: they are counted once.
inline constexpr int months_counted_anew = 3;

/// So many letters have all of this in common.
struct LetterCount {
    std::string month; ///< "2026-11"
    Channel channel = Channel::undecided;
    Status status = Status::received;
    TimeToRead time_to_read = TimeToRead::none;
    std::int64_t letters = 0;
};

struct Month {
    std::chrono::year_month month;
    Instant begins_at, ends_at; ///< Norwegian time.
    [[nodiscard]] std::string name() const;
};
/// The month of the time given and those before it, the newest first.
std::vector<Month> months_until(Instant now, int count);

/// It ended without having reached anybody.
constexpr bool is_failure(Status status) {
    return status == Status::rejected || status == Status::failed_in_reception || status == Status::not_delivered;
}

} // namespace dispatch
