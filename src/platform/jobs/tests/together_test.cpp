// Jobs of which one worker claims many at a time.
#include "platform/jobs/tests/job_queue.hpp"

class JobsTogether : public JobQueue {};
EACH_DATABASE(JobsTogether);

namespace {

/// A preparer that notes how many jobs were running each time it was asked.
jobs::Preparer noting(std::vector<std::int64_t>& running, std::function<std::int64_t()> count,
                      std::function<Result<jobs::Writing>(const jobs::Job&)> then) {
    return [&running, count = std::move(count), then = std::move(then)](const jobs::Job& job) {
        running.push_back(count());
        return then(job);
    };
}

Result<void> nothing_to_write(db::Transaction&) {
    return {};
}

} // namespace

TEST_P(JobsTogether, ThatMayBeRepeatedAreClaimedAndWrittenTogether) {
    for (int i = 0; i < 4; ++i)
        queue("letter");
    std::vector<std::int64_t> claimed;
    const auto count = [&] { return counts()[jobs::State::running]; };
    options.together["letter"] = {3, noting(claimed, count, [&](const jobs::Job&) -> Result<jobs::Writing> {
                                      if (claimed.size() == 2) return platform::bad_value.error();
                                      return jobs::Writing{nothing_to_write};
                                  })};
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        claimed.push_back(count());
        return {};
    });
    EXPECT_EQ(*running.run_due(), 4);
    EXPECT_EQ(claimed, (std::vector<std::int64_t>{3, 3, 2, 1})) << "a failure is settled at once, the others together";
    EXPECT_EQ(counts()[jobs::State::queued], 1) << "the one that failed alone is tried again";
    EXPECT_EQ(counts()[jobs::State::running], 0);
}

TEST_P(JobsTogether, ThatFailedOnceAreClaimedAloneAndLeftToTheirHandler) {
    queue("letter");
    queue("letter");
    std::vector<std::int64_t> claimed;
    const auto count = [&] { return counts()[jobs::State::running]; };
    options.together["letter"] = {8, noting(claimed, count, [](const jobs::Job&) -> Result<jobs::Writing> {
                                      return platform::bad_value.error();
                                  })};
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        claimed.push_back(count());
        return {};
    });
    EXPECT_EQ(*running.run_due(), 2);
    world.clock.advance(10s);
    EXPECT_EQ(*running.run_due(), 2);
    EXPECT_EQ(claimed, (std::vector<std::int64_t>{2, 1, 1, 1}));
}

TEST_P(JobsTogether, FailEachAloneAndStayQueuedWithWhatTheyWouldHaveWritten) {
    queue("letter");
    queue("letter");
    int written = 0;
    options.together["letter"] = {
        8, [&](const jobs::Job&) -> Result<jobs::Writing> {
            return jobs::Writing{[&](db::Transaction& transaction) -> Result<void> {
                TRY(jobs::enqueue(transaction, "other", "{}", world.clock.now(), world.clock.now(), *world.random));
                if (++written == 1) return platform::bad_value.error();
                return {};
            }};
        }};
    auto running = runner([](const jobs::Job&) -> Result<void> { return {}; });
    EXPECT_EQ(*running.run_due(), 2);
    EXPECT_EQ(counts()[jobs::State::queued], 2) << "the letter that failed, and what the other one queued";
}

TEST_P(JobsTogether, ThatWaitTooLongBehindOthersGoBack) {
    for (int i = 0; i < 3; ++i)
        queue("letter");
    std::vector<int> attempts;
    options.together["letter"] = {3, [&](const jobs::Job& job) -> Result<jobs::Writing> {
                                      attempts.push_back(job.attempts);
                                      world.clock.advance(options.together_max * 2);
                                      return jobs::Writing{nothing_to_write};
                                  }};
    auto running = runner([&](const jobs::Job& job) -> Result<void> {
        attempts.push_back(job.attempts);
        return {};
    });
    EXPECT_EQ(*running.run_due(), 3);
    EXPECT_EQ(attempts, (std::vector{1, 1, 1})) << "having waited is no attempt";
}
