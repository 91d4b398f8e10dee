#include "platform/journal/head.hpp"

#include "platform/journal/record_store.hpp"

#include <algorithm>
#include <chrono>

namespace journal {

static constexpr std::int64_t look_interval_ms = 250;

bool Head::is_to_look_again() const {
    if (sequence_ >= 0 && database_.dialect() == db::Dialect::sqlite) return false;
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    auto looked_at = looked_at_ms_.load();
    if (looked_at != INT64_MIN && now - looked_at < look_interval_ms) return false;
    return looked_at_ms_.compare_exchange_strong(looked_at, now); // One thread looks; the others go on.
}

std::int64_t Head::sequence() const {
    if (is_to_look_again()) {
        if (const auto reader = database_.reader())
            if (const auto newest = store::newest_sequence(**reader)) raise_to(*newest);
    }
    return std::max<std::int64_t>(sequence_, 0);
}

void Head::raise_to(std::int64_t sequence) const {
    auto known = sequence_.load();
    while (known < sequence && !sequence_.compare_exchange_weak(known, sequence)) {
    }
    {
        // Whoever has looked and not yet begun to wait holds this.
        const std::lock_guard lock{waiting_};
    }
    raised_.notify_all();
}

bool Head::wait_beyond(std::int64_t known, std::chrono::milliseconds patience) const {
    const auto time_up = std::chrono::steady_clock::now() + patience;
    // sequence() looks at the database now and then, where other processes write too.
    while (sequence() <= known) {
        const auto next_look = std::chrono::steady_clock::now() + std::chrono::milliseconds{look_interval_ms};
        std::unique_lock lock{waiting_};
        raised_.wait_until(lock, std::min(time_up, next_look), [&] { return sequence_ > known; });
        if (sequence_ <= known && std::chrono::steady_clock::now() >= time_up) return false;
    }
    return true;
}

} // namespace journal
