#pragma once
// What each contestant is asked to do, and how its figures are taken.
#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

namespace bench {

using SteadyClock = std::chrono::steady_clock;

/// One row of the table.
struct Order {
    std::string target;    ///< A port, a folder or a database's address: what the contestant needs.
    int connections = 1;   ///< Senders, each waiting for its answer before it sends the next.
    int fetchers = 0;      ///< Takers at the other end; none measures acceptance alone.
    double seconds = 5;    ///< Of sending. What is under way then is delivered before the clock stops.
    std::string document;  ///< What every letter holds.
    std::int64_t letters_max = 0; ///< Sending ends when so many are accepted; 0: time alone ends it.
};

[[noreturn]] inline void give_up(std::string_view why) {
    fmt::print(stderr, "bench: {}\n", why);
    std::exit(2);
}

/// PROGRAM TARGET CONNECTIONS FETCHERS SECONDS DOCUMENT-FILE [LETTERS]
inline Order order_from(std::span<char*> arguments) {
    if (arguments.size() != 6 && arguments.size() != 7)
        give_up("usage: PROGRAM TARGET CONNECTIONS FETCHERS SECONDS DOCUMENT-FILE [LETTERS]");
    Order order;
    order.target = arguments[1];
    order.connections = std::atoi(arguments[2]);
    order.fetchers = std::atoi(arguments[3]);
    order.seconds = std::atof(arguments[4]);
    std::ifstream file{arguments[5], std::ios::binary};
    order.document.assign(std::istreambuf_iterator<char>{file}, {});
    if (arguments.size() == 7) order.letters_max = std::atoll(arguments[6]);
    if (order.connections < 1 || order.seconds <= 0 || order.document.empty()) give_up("nothing to measure");
    return order;
}

/// Takes the times of all threads together.
class Ledger {
public:
    /// A letter is durable; the answer to `since` came now.
    void accepted(std::string id, SteadyClock::time_point since) {
        const auto now = SteadyClock::now();
        const std::lock_guard lock{mutex_};
        accept_ms_.push_back(milliseconds(now - since));
        const auto taken = taken_early_.find(id);
        if (taken == taken_early_.end()) {
            under_way_.emplace(std::move(id), since);
        } else {
            whole_ms_.push_back(milliseconds(taken->second - since));
            taken_early_.erase(taken);
        }
    }
    /// The receiver has it and has said so.
    void delivered(const std::string& id) {
        const auto now = SteadyClock::now();
        const std::lock_guard lock{mutex_};
        ++delivered_;
        last_delivery_ = now;
        const auto found = under_way_.find(id);
        if (found == under_way_.end()) { // delivered before its sender heard that it was accepted
            taken_early_.emplace(id, now);
            return;
        }
        whole_ms_.push_back(milliseconds(now - found->second));
        under_way_.erase(found);
    }
    bool is_all_delivered() {
        const std::lock_guard lock{mutex_};
        return under_way_.empty();
    }
    std::int64_t accepted_count() {
        const std::lock_guard lock{mutex_};
        return static_cast<std::int64_t>(accept_ms_.size());
    }
    SteadyClock::time_point last_delivery() {
        const std::lock_guard lock{mutex_};
        return last_delivery_;
    }
    void print(SteadyClock::time_point began, SteadyClock::time_point sent, bool is_whole_way) {
        const std::lock_guard lock{mutex_};
        const auto accepted = static_cast<std::int64_t>(accept_ms_.size());
        const auto accepted_rate = static_cast<double>(accepted) / std::chrono::duration<double>(sent - began).count();
        const auto end = is_whole_way && delivered_ > 0 ? std::max(last_delivery_, sent) : sent;
        const auto count = is_whole_way ? delivered_ : accepted;
        auto& times = is_whole_way ? whole_ms_ : accept_ms_;
        std::ranges::sort(times);
        const auto at = [&](double share) {
            if (times.empty()) return 0.0;
            return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
        };
        fmt::print(R"({{"count":{},"perSecond":{:.1f},"p50":{:.3f},"p99":{:.3f},"left":{},"acceptedPerSecond":{:.1f}}})"
                   "\n",
                   count, static_cast<double>(count) / std::chrono::duration<double>(end - began).count(), at(0.5),
                   at(0.99), is_whole_way ? under_way_.size() : 0, accepted_rate);
    }

private:
    static double milliseconds(SteadyClock::duration time) {
        return std::chrono::duration<double, std::milli>(time).count();
    }

    std::mutex mutex_;
    std::unordered_map<std::string, SteadyClock::time_point> under_way_;
    std::unordered_map<std::string, SteadyClock::time_point> taken_early_;
    std::vector<double> accept_ms_, whole_ms_;
    std::int64_t delivered_ = 0;
    SteadyClock::time_point last_delivery_{};
};

/// A contestant: each call works in a thread of its own until the flag falls.
struct Contestant {
    std::function<void(const std::atomic<bool>& goes_on)> send;
    std::function<void(const std::atomic<bool>& goes_on)> fetch;
};

/// Runs senders for the order's time, or until they have sent enough, and fetchers until all is delivered; they give up
/// when nothing has been delivered for a minute.
inline void run(const Order& order, Ledger& ledger, const Contestant& contestant) {
    std::atomic<bool> sending{true}, fetching{true};
    const auto began = SteadyClock::now();
    std::vector<std::thread> senders, fetchers;
    for (int i = 0; i < order.fetchers; ++i)
        fetchers.emplace_back([&] { contestant.fetch(fetching); });
    for (int i = 0; i < order.connections; ++i)
        senders.emplace_back([&] { contestant.send(sending); });
    const auto is_enough = [&] { return order.letters_max > 0 && ledger.accepted_count() >= order.letters_max; };
    while (SteadyClock::now() - began < std::chrono::duration<double>(order.seconds) && !is_enough())
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    sending = false;
    for (auto& sender : senders)
        sender.join();
    const auto sent = SteadyClock::now();
    const auto is_patient = [&] {
        return SteadyClock::now() - std::max(sent, ledger.last_delivery()) < std::chrono::minutes{1};
    };
    while (order.fetchers > 0 && !ledger.is_all_delivered() && is_patient())
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    fetching = false;
    for (auto& fetcher : fetchers)
        fetcher.join();
    ledger.print(began, sent, order.fetchers > 0);
}

} // namespace bench
