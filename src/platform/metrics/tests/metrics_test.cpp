#include "platform/metrics/metrics.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace {

bool tells(std::string_view line) {
    return ("\n" + metrics::text()).find("\n" + std::string{line} + "\n") != std::string::npos;
}

TEST(Metrics, CountByNameAndLabel) {
    metrics::counter("test_requests_total", "Requests.", {{"status", "200"}}).add();
    metrics::counter("test_requests_total", "Requests.", {{"status", "200"}}).add(2);
    metrics::counter("test_requests_total", "Requests.", {{"status", "404"}}).add();

    EXPECT_TRUE(tells("# HELP test_requests_total Requests."));
    EXPECT_TRUE(tells("# TYPE test_requests_total counter"));
    EXPECT_TRUE(tells("test_requests_total{status=\"200\"} 3"));
    EXPECT_TRUE(tells("test_requests_total{status=\"404\"} 1"));
}

TEST(Metrics, ShowWhereAGaugeStands) {
    const auto waiting = metrics::gauge("test_waiting", "Waiting now.");
    waiting.set(5);
    waiting.add(-2);

    EXPECT_TRUE(tells("test_waiting 3"));
}

TEST(Metrics, SortObservationsIntoBuckets) {
    const auto seconds = metrics::histogram("test_seconds", "Time taken.", {0.1, 1});
    seconds.observe(0.05);
    seconds.observe(0.5);

    EXPECT_TRUE(tells("test_seconds_bucket{le=\"0.1\"} 1"));
    EXPECT_TRUE(tells("test_seconds_bucket{le=\"1\"} 2"));
    EXPECT_TRUE(tells("test_seconds_count 2"));
}

TEST(Metrics, LoseNothingBetweenThreads) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] {
            for (int k = 0; k < 1000; ++k)
                metrics::counter("test_threads_total", "From all threads.").add();
        });
    threads.clear();

    EXPECT_TRUE(tells("test_threads_total 4000"));
}

} // namespace
