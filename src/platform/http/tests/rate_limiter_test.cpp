#include "platform/http/rate_limiter.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace http;
using namespace std::chrono_literals;

namespace {

const Instant start{1'000'000min};

TEST(RateLimiter, LetsTheBurstThroughAndThenTheRate) {
    ManualClock clock{start};
    RateLimiter limiter{{.per_second = 0.5, .burst = 2}, clock};
    EXPECT_FALSE(limiter.take("a"));
    EXPECT_FALSE(limiter.take("a"));
    EXPECT_EQ(limiter.take("a"), 2s);
    clock.advance(1s);
    EXPECT_EQ(limiter.take("a"), 1s);
    clock.advance(1s);
    EXPECT_FALSE(limiter.take("a"));
}

TEST(RateLimiter, KeepsClientsApart) {
    ManualClock clock{start};
    RateLimiter limiter{{.per_second = 1, .burst = 1}, clock};
    EXPECT_FALSE(limiter.take("a"));
    EXPECT_FALSE(limiter.take("b"));
    EXPECT_TRUE(limiter.take("a"));
}

TEST(RateLimiter, ForgetsTheClientNotSeenForLongest) {
    ManualClock clock{start};
    RateLimiter limiter{{.per_second = 1, .burst = 1}, clock, 2};
    (void)limiter.take("a");
    (void)limiter.take("b");
    (void)limiter.take("a");
    (void)limiter.take("c");
    EXPECT_EQ(limiter.clients(), 2U);
    EXPECT_TRUE(limiter.take("a"));
    EXPECT_FALSE(limiter.take("b")) << "forgotten, so it begins anew";
}

TEST(RateLimiter, IsOffWithoutARate) {
    ManualClock clock{start};
    RateLimiter limiter{{}, clock};
    EXPECT_FALSE(limiter.take("a"));
    EXPECT_EQ(limiter.clients(), 0U);
}

TEST(RateLimiter, SurvivesAClockThatGoesBack) {
    ManualClock clock{start};
    RateLimiter limiter{{.per_second = 1, .burst = 1}, clock};
    EXPECT_FALSE(limiter.take("a"));
    clock.set(start - 1h);
    EXPECT_EQ(limiter.take("a"), 1s);
    clock.advance(1s);
    EXPECT_FALSE(limiter.take("a"));
}

TEST(RateKey, JoinsTheAddressesOfOneIpv6Subscriber) {
    EXPECT_EQ(rate_key("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(rate_key("2001:db8:1:2:3:4:5:6"), rate_key("2001:db8:1:2::1"));
    EXPECT_NE(rate_key("2001:db8:1:3::1"), rate_key("2001:db8:1:2::1"));
}

RC_GTEST_PROP(RateLimiter, NeverLetsThroughMoreThanBurstAndRate, ()) {
    ManualClock clock{start};
    const auto burst = *rc::gen::inRange(1, 20);
    const auto per_second = *rc::gen::inRange(1, 20);
    RateLimiter limiter{{.per_second = static_cast<double>(per_second), .burst = static_cast<double>(burst)}, clock};
    int passed = 0;
    for (const auto pause : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 500))) {
        clock.advance(std::chrono::milliseconds{pause});
        if (!limiter.take("a")) ++passed;
    }
    const std::chrono::duration<double> passed_time = clock.now() - start;
    RC_ASSERT(passed <= burst + passed_time.count() * per_second + 1e-6);
}

} // namespace
