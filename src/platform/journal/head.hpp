#pragma once
// How far the journal has come, for caches and for those who follow it: asked on every request, so without a lock.
#include "platform/db/database.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace journal {

class Head {
public:
    explicit Head(db::Database& database) : database_{database} {}

    /// The newest sequence known to be committed. Until the first commit of this process it is read from the database;
    /// on PostgreSQL, where other processes write too, it is read again when the last look is 250 ms old.
    [[nodiscard]] std::int64_t sequence() const;
    void raise_to(std::int64_t sequence) const;
    /// Waits until sequence() is beyond the one given, at most so long, and says whether it is.
    [[nodiscard]] bool wait_beyond(std::int64_t sequence, std::chrono::milliseconds) const;

private:
    [[nodiscard]] bool is_to_look_again() const;

    db::Database& database_;
    mutable std::atomic<std::int64_t> sequence_{-1};
    mutable std::atomic<std::int64_t> looked_at_ms_{INT64_MIN};
    mutable std::mutex waiting_;
    mutable std::condition_variable raised_;
};

} // namespace journal
