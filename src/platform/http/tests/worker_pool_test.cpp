#include "platform/http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

using namespace http;

namespace {

TEST(WorkerPool, RunsEverythingBeforeItStops) {
    std::atomic<int> done = 0;
    {
        WorkerPool pool{4, 1000};
        for (int i = 0; i < 500; ++i) {
            ASSERT_TRUE(pool.try_post([&] { ++done; }));
        }
    }
    EXPECT_EQ(done, 500);
}

TEST(WorkerPool, RunsAsManyAtATimeAsItHasThreads) {
    WorkerPool pool{3, 10};
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::atomic<int> running = 0;
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(pool.try_post([&, released] {
            ++running;
            released.wait();
        }));
    }
    while (running < 3) {
        std::this_thread::yield();
    }
    EXPECT_EQ(pool.state().running, 3U);
    release.set_value();
}

TEST(WorkerPool, RefusesWhenItsQueueIsFullButTakesNextSteps) {
    WorkerPool pool{1, 2};
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::atomic<bool> is_running = false;
    std::atomic<int> done = 0;
    ASSERT_TRUE(pool.try_post([&, released] {
        is_running = true;
        released.wait();
    }));
    while (!is_running) {
        std::this_thread::yield();
    }
    EXPECT_TRUE(pool.try_post([&] { ++done; }));
    EXPECT_TRUE(pool.try_post([&] { ++done; }));
    EXPECT_FALSE(pool.try_post([&] { ++done; }));
    pool.post([&] { ++done; });
    EXPECT_EQ(pool.state().waiting, 3U);
    release.set_value();
    pool.stop();
    EXPECT_EQ(done, 3);
    EXPECT_FALSE(pool.try_post([] {}));
}

} // namespace
