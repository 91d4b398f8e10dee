// Jobs that come again by themselves.
#include "platform/jobs/tests/job_queue.hpp"

class RecurringJobs : public JobQueue {};
EACH_DATABASE(RecurringJobs);

TEST_P(RecurringJobs, ComeAgainAfterTheirInterval) {
    options.recurring = {{"letter", 3600s}};
    int done = 0;
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        ++done;
        return {};
    });
    ASSERT_TRUE(running.queue_recurring());
    ASSERT_TRUE(running.queue_recurring());

    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(*running.run_due(), 0);
    world.clock.advance(3600s);
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(done, 2);
    EXPECT_EQ(counts()[jobs::State::queued], 1);
}

TEST_P(RecurringJobs, AreNeverPutAsideForFailing) {
    options.recurring = {{"letter", 100h}};
    options.attempts_max = 2;
    auto running = runner([](const jobs::Job&) -> Result<void> { return platform::bad_value.error(); });
    ASSERT_TRUE(running.queue_recurring());

    EXPECT_EQ(*running.run_due(), 1);
    world.clock.advance(1h);
    EXPECT_EQ(*running.run_due(), 1);
    world.clock.advance(99h);
    EXPECT_EQ(*running.run_due(), 0);
    EXPECT_EQ(counts()[jobs::State::dead], 0);
    world.clock.advance(1h);
    EXPECT_EQ(*running.run_due(), 1);
}

TEST_P(RecurringJobs, LoseNoTimeWhenTheCalendarIsSetForwardWhileTheyWork) {
    options.recurring = {{"letter", 300s}};
    int done = 0;
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        if (++done == 1) world.clock.advance(3600s);
        return {};
    });
    ASSERT_TRUE(running.queue_recurring());

    EXPECT_EQ(*running.run_due(), 2) << "the second time was due at once";
    world.clock.advance(299s);
    EXPECT_EQ(*running.run_due(), 0);
    world.clock.advance(1s);
    EXPECT_EQ(*running.run_due(), 1);
}
