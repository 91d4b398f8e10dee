#include "platform/journal/follower.hpp"

#include "platform/log/log.hpp"

#include <condition_variable>
#include <mutex>

namespace journal {

/// How long stopping may take.
static constexpr std::chrono::milliseconds stop_patience{100};
/// Between two looks: while commits come fast, one look tells of many.
static constexpr std::chrono::milliseconds look_pause{20};
/// Of one look, so that a large import does not make one large answer.
static constexpr std::int64_t sequences_per_look = 1000;

Follower::Follower(db::Database& database, Journal& journal, std::string subject_kind, OnTouches on_touches,
                   IsWanted is_wanted)
    : database_{database}, journal_{journal}, subject_kind_{std::move(subject_kind)}, on_touches_{std::move(
                                                                                          on_touches)},
      is_wanted_{std::move(is_wanted)}, position_{journal.head()}, thread_{[this](const std::stop_token& stop) {
          follow(stop);
      }} {}

static void rest(const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable_any().wait_for(lock, stop, look_pause, [] { return false; });
}

void Follower::follow(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (!journal_.wait_beyond(position_, stop_patience)) continue;
        const auto told = tell_new();
        if (told) {
            rest(stop);
            continue;
        }
        logging::warning("journal.cannot_follow", told.error());
        // The database is away: nothing new is committed until it is back.
        (void)journal_.wait_beyond(INT64_MAX - 1, stop_patience);
    }
}

Result<void> Follower::tell_new() {
    const auto up_to = std::min(journal_.head(), position_ + sequences_per_look);
    if (is_wanted_ && !is_wanted_()) {
        position_ = up_to;
        return {};
    }
    const auto reader = TRY(database_.reader());
    const auto touches = TRY(journal_.touches(*reader, subject_kind_, position_, up_to));
    position_ = up_to;
    if (!touches.empty()) on_touches_(touches);
    return {};
}

} // namespace journal
