// Four hundred members vote within five seconds while five thousand watch: is every vote that was acknowledged in the
// decision record, does every watcher see the result, and how long does a vote take?
//
// Usage: meeting_bench [--members N] [--watchers N] [--seconds N]
// Server, voters and watchers share one process and the machine's processors; the database is a file, synced on every
// commit. Prints a table; ends with 1 when something was lost or the 99th percentile of a vote is above 200 ms.
#include "meeting_clients.hpp"
#include "meeting_house.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <sys/resource.h>

namespace {

constexpr double vote_ms_p99_max = 200;

int number_after(std::span<char*> arguments, std::string_view name, int otherwise) {
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        const std::string_view value{arguments[i + 1]};
        if (arguments[i] == name) std::from_chars(value.data(), value.data() + value.size(), otherwise);
    }
    return otherwise;
}

/// Both ends of each line are files of this process.
void allow_files(int lines) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, static_cast<rlim_t>(lines) * 2 + 4096);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

double percentile(std::vector<double> sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

void row(std::string_view what, std::string_view figure) {
    fmt::print("| {} | {} |\n", what, figure);
}

} // namespace

int main(int count, char** values) {
    const std::span arguments{values, static_cast<std::size_t>(count)};
    const int members = number_after(arguments, "--members", 400);
    const int watchers = number_after(arguments, "--watchers", 5000);
    const int seconds = number_after(arguments, "--seconds", 5);
    allow_files(watchers + members + 256);

    bench::House house{members, watchers};
    bench::Clients clients{house.port(), house.path()};
    clients.watch(watchers);
    const auto ballot = house.open_ballot();
    clients.wait_for_event(std::chrono::seconds{20});
    const auto votes = clients.vote(house.voters(), house.path() + "/live/ballots/" + ballot + "/votes",
                                    std::chrono::seconds{seconds});
    const auto closing_at = std::chrono::steady_clock::now();
    house.close_ballot(ballot);
    const auto closed_at = std::chrono::steady_clock::now();
    // Only a vote that was decided has a record to link to.
    const auto seen = clients.see_result("/decisions/", closed_at, std::chrono::seconds{30});
    const auto recorded = house.recorded();

    auto times = votes.milliseconds;
    std::ranges::sort(times);
    const auto p99 = percentile(times, 0.99);
    fmt::print("| what | figure |\n|---|---|\n");
    row("members, watchers, seconds of voting", fmt::format("{}, {}, {}", members, watchers, seconds));
    row("votes acknowledged", std::to_string(votes.acknowledged));
    row("votes in the decision record", std::to_string(recorded.size()));
    row("a vote, p50 / p99 / longest, ms",
        fmt::format("{:.1f} / {:.1f} / {:.1f}", percentile(times, 0.5), p99, times.empty() ? 0 : times.back()));
    row("closing and deciding, ms",
        fmt::format("{:.0f}", std::chrono::duration<double, std::milli>(closed_at - closing_at).count()));
    row("watchers who saw the result", std::to_string(seen.watchers));
    row("all watchers told, ms after closing", fmt::format("{:.0f}", seen.told_ms));
    row("all watchers have the new part, ms after closing", fmt::format("{:.0f}", seen.shown_ms));
    row("parts not answered from memory", std::to_string(house.renderings()));

    const bool is_whole = votes.acknowledged == members && recorded == votes.choices && seen.watchers == watchers;
    if (!is_whole) fmt::print("something was lost\n");
    if (p99 > vote_ms_p99_max) fmt::print("p99 is above {} ms\n", vote_ms_p99_max);
    return is_whole && p99 <= vote_ms_p99_max ? 0 : 1;
}
