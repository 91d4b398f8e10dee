#pragma once
// A sender's figures, and how the queue of the whole program fares.
#include "dispatch/domain/statistic.hpp"
#include "platform/json/described.hpp"

#include <optional>

namespace dispatch {

struct MonthFigures {
    std::string month;
    std::int64_t letters = 0, read = 0, printed = 0, failed = 0;
};
BOOST_DESCRIBE_STRUCT(MonthFigures, (), (month, letters, read, printed, failed))

struct ChannelFigure {
    Channel channel = Channel::undecided;
    std::int64_t letters = 0;
};
BOOST_DESCRIBE_STRUCT(ChannelFigure, (), (channel, letters))

struct TimeFigure {
    TimeToRead time_to_read = TimeToRead::within_day;
    std::int64_t letters = 0;
};
BOOST_DESCRIBE_STRUCT(TimeFigure, (), (time_to_read, letters))

struct StatusFigure {
    Status status = Status::rejected;
    std::int64_t letters = 0;
};
BOOST_DESCRIBE_STRUCT(StatusFigure, (), (status, letters))

struct StatisticsView {
    std::optional<Instant> counted_at;
    std::int64_t letters = 0, read = 0, failed = 0;
    std::vector<MonthFigures> months; ///< The oldest first; those without letters too.
    std::vector<ChannelFigure> channels;
    std::vector<TimeFigure> times_to_read;
    std::vector<StatusFigure> failures;
};
BOOST_DESCRIBE_STRUCT(StatisticsView, (),
                      (counted_at, letters, read, failed, months, channels, times_to_read, failures))

struct QueueRow {
    Status status = Status::received;
    std::int64_t letters = 0;
    Instant oldest_at;
};
BOOST_DESCRIBE_STRUCT(QueueRow, (), (status, letters, oldest_at))

struct KeyChange {
    std::int64_t generation = 1, wrapped = 0;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(KeyChange, (), (generation, wrapped, ended_at))

/// What the store has given back to the disk since the beginning, and how many files wait for that.
struct SpaceView {
    std::int64_t bytes = 0, contents = 0, waiting = 0;
};
BOOST_DESCRIBE_STRUCT(SpaceView, (), (bytes, contents, waiting))

struct PostQueueView {
    std::vector<QueueRow> queue;
    std::int64_t silent_receivers = 0;
    std::optional<KeyChange> key_change; ///< Nothing where there has been one post key only.
    SpaceView space;
};
BOOST_DESCRIBE_STRUCT(PostQueueView, (), (queue, silent_receivers, key_change, space))

} // namespace dispatch
