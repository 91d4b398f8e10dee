#pragma once
// The clients of the benchmark on one thread: those who watch, those who fetch what is new, and those who vote.
#include "plain_client.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <span>
#include <sys/epoll.h>
#include <vector>

namespace bench {

class Clients {
public:
    using Time = std::chrono::steady_clock::time_point;

    Clients(std::uint16_t port, std::string path) : port_{port}, path_{std::move(path)}, epoll_{::epoll_create1(0)} {}
    ~Clients() {
        for (const auto& line : lines_)
            ::close(line.socket);
        ::close(epoll_);
    }
    Clients(const Clients&) = delete;
    Clients& operator=(const Clients&) = delete;

    /// Opens the event streams, and the lines that parts are fetched over (as one browser fetches over a few).
    void watch(int count) {
        lines_.reserve(static_cast<std::size_t>(count) + 1000);
        for (int i = 0; i < count; ++i) {
            const auto line = add(Kind::watcher);
            send(line, request("GET", path_ + "/live/events", {}, {}, "Accept: text/event-stream\r\n"));
            watchers_.push_back({});
            lines_[line].number = watchers_.size() - 1;
            if (i % 200 == 199) run_until([&] { return heads_ >= i - 199; }, now() + std::chrono::seconds{10});
        }
        run_until([&] { return heads_ == count; }, now() + std::chrono::seconds{20});
        for (int i = 0; i < fetchers; ++i)
            idle_.push_back(add(Kind::fetcher));
    }

    /// Until every watcher has heard of something and fetched it.
    void wait_for_event(std::chrono::seconds patience) {
        run_until([&] { return all_fetched("data-newest"); }, now() + patience);
        forget();
    }

    struct Votes {
        int acknowledged = 0;
        std::vector<double> milliseconds;
        std::map<std::string, std::string> choices; ///< Of those acknowledged, by person.
    };
    /// Each at a time of its own within the period; latency from the first byte sent to the last received.
    Votes vote(const std::vector<std::string>& persons, const std::string& address, std::chrono::seconds period) {
        std::mt19937 random{7};
        std::uniform_int_distribution<std::int64_t> when{0, std::chrono::microseconds{period}.count()};
        static constexpr std::string_view choices[] = {"in_favour", "in_favour", "against", "blank"};
        const auto begun = now();
        std::vector<std::pair<Time, std::size_t>> plan;
        for (std::size_t i = 0; i < persons.size(); ++i) {
            plan.emplace_back(begun + std::chrono::microseconds{when(random)}, i);
            voters_.push_back({persons[i], std::string{choices[random() % 4]}, add(Kind::voter), {}, {}, 0});
            lines_[voters_.back().line].number = i;
        }
        std::ranges::sort(plan);
        for (const auto& [at, i] : plan) {
            run_until([] { return false; }, at);
            auto& voter = voters_[i];
            voter.sent_at = now();
            send(voter.line, request("POST", address, voter.person, "{\"choice\":\"" + voter.choice + "\"}",
                                     fmt::format("Idempotency-Key: 0192f0c4-1111-7111-8111-{:012}\r\n", i)));
        }
        run_until([&] { return answered_ == static_cast<int>(voters_.size()); }, now() + std::chrono::seconds{20});
        Votes votes;
        for (const auto& voter : voters_) {
            if (voter.status != 204) continue;
            ++votes.acknowledged;
            votes.choices[voter.person] = voter.choice;
            votes.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(voter.answered_at - voter.sent_at).count());
        }
        return votes;
    }

    struct Seen {
        int watchers = 0;
        double told_ms = 0, shown_ms = 0;
    };
    /// Until every watcher has a part that holds the words. Times count from the instant given.
    Seen see_result(std::string_view words, Time begun, std::chrono::seconds patience) {
        run_until([&] { return all_fetched(words); }, now() + patience);
        Seen seen;
        const auto since = [&](Time at) {
            return std::max(0.0, std::chrono::duration<double, std::milli>(at - begun).count());
        };
        for (const auto& watcher : watchers_) {
            if (watcher.shown.find(words) == std::string::npos) continue;
            ++seen.watchers;
            seen.told_ms = std::max(seen.told_ms, since(watcher.told_at));
            seen.shown_ms = std::max(seen.shown_ms, since(watcher.shown_at));
        }
        return seen;
    }

private:
    enum class Kind { watcher, fetcher, voter };
    struct Line {
        int socket = -1;
        Kind kind = Kind::watcher;
        std::size_t number = 0;
        std::string bytes;
        bool has_head = false;
    };
    struct Watcher {
        bool is_waiting = false; ///< Has heard of something and not fetched it.
        Time told_at{}, shown_at{};
        std::string shown;
    };
    struct Voter {
        std::string person, choice;
        std::size_t line;
        Time sent_at, answered_at;
        int status;
    };
    static constexpr int fetchers = 64;

    static Time now() { return std::chrono::steady_clock::now(); }

    std::size_t add(Kind kind) {
        Line line;
        line.socket = connected_socket(port_);
        line.kind = kind;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = lines_.size();
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, line.socket, &event);
        lines_.push_back(std::move(line));
        return lines_.size() - 1;
    }

    void send(std::size_t line, const std::string& bytes) {
        (void)::send(lines_[line].socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    template <class Done>
    void run_until(Done&& done, Time end) {
        epoll_event events[256];
        while (!done()) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - now()).count();
            if (left < 0 || now() >= end) return;
            const int count = ::epoll_wait(epoll_, events, 256, static_cast<int>(std::min<std::int64_t>(left, 50)));
            for (int i = 0; i < count; ++i)
                read(static_cast<std::size_t>(events[i].data.u64));
            fetch();
        }
    }

    void read(std::size_t number) {
        auto& line = lines_[number];
        char room[65536];
        const auto came = ::recv(line.socket, room, sizeof room, MSG_DONTWAIT);
        if (came == 0) ::epoll_ctl(epoll_, EPOLL_CTL_DEL, line.socket, nullptr);
        if (came <= 0) return;
        line.bytes.append(room, static_cast<std::size_t>(came));
        if (line.kind == Kind::watcher) return hear(line);
        while (const auto end = end_of_answer(line.bytes)) {
            line.kind == Kind::fetcher ? fetched(number, end) : answered(line);
            line.bytes.erase(0, end);
        }
    }

    void hear(Line& line) {
        if (!line.has_head && line.bytes.find("retry: ") != std::string::npos) {
            line.has_head = true;
            ++heads_;
        }
        if (line.bytes.find("event: changed") == std::string::npos) return;
        line.bytes.clear();
        auto& watcher = watchers_[line.number];
        watcher.told_at = now();
        if (!watcher.is_waiting) queue_.push_back(line.number);
        watcher.is_waiting = true;
    }

    void fetch() {
        while (!idle_.empty() && next_ < queue_.size()) {
            const auto line = idle_.back();
            idle_.pop_back();
            lines_[line].number = queue_[next_++];
            watchers_[lines_[line].number].is_waiting = false;
            send(line, request("GET", path_ + "/live/public/part", {}, {}));
        }
    }

    void fetched(std::size_t number, std::size_t end) {
        auto& line = lines_[number];
        auto& watcher = watchers_[line.number];
        watcher.shown = line.bytes.substr(0, end);
        watcher.shown_at = now();
        idle_.push_back(number);
    }

    void answered(const Line& line) {
        auto& voter = voters_[line.number];
        voter.answered_at = now();
        voter.status = std::atoi(line.bytes.c_str() + 9);
        ++answered_;
    }

    [[nodiscard]] bool all_fetched(std::string_view words) const {
        return std::ranges::all_of(watchers_, [&](const Watcher& watcher) {
            return !watcher.is_waiting && watcher.shown.find(words) != std::string::npos;
        });
    }

    void forget() {
        for (auto& watcher : watchers_)
            watcher.shown.clear();
    }

    std::uint16_t port_;
    std::string path_;
    int epoll_;
    std::vector<Line> lines_;
    std::vector<Watcher> watchers_;
    std::vector<Voter> voters_;
    std::vector<std::size_t> idle_, queue_;
    std::size_t next_ = 0;
    int heads_ = 0, answered_ = 0;
};

} // namespace bench
