#include "platform/jobs/runner.hpp"

#include "platform/errors.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/log/log.hpp"
#include "platform/testing/world.hpp"

#include <future>
#include <stdexcept>

using namespace std::chrono_literals;

class Jobs : public world::Test {
protected:
    Jobs() {
        logging::redirect([](std::string_view) {}); // Failures are made on purpose here.
    }
    ~Jobs() override { logging::redirect({}); }
    void queue(std::string_view kind, std::chrono::seconds in = 0s, std::string_view key = {}) {
        const auto now = world.clock.now();
        const auto queued = world.database->write([&](db::Transaction& transaction) {
            return jobs::enqueue(transaction, kind, R"({"n":1})", now + in, now, *world.random, key);
        });
        ASSERT_TRUE(queued) << describe(queued.error());
    }
    jobs::Runner runner(jobs::Handler handler) {
        return {world.services, options, {{"letter", std::move(handler)}}, {}};
    }
    std::map<jobs::State, std::int64_t> counts() {
        auto reader = *world.database->reader();
        return *jobs::count_jobs(*reader);
    }
    int fail_until_dead() {
        auto failing = runner([](const jobs::Job&) -> Result<void> { return platform::bad_value.error(); });
        int attempts = 0;
        while (counts()[jobs::State::dead] == 0) {
            attempts += *failing.run_due();
            world.clock.advance(2h);
        }
        return attempts;
    }
    jobs::RunnerOptions options;
};
EACH_DATABASE(Jobs);

TEST_P(Jobs, AreDoneOnceAndGone) {
    int done = 0;
    queue("letter");
    auto running = runner([&](const jobs::Job& job) -> Result<void> {
        EXPECT_EQ(job.payload, R"({"n":1})");
        ++done;
        return {};
    });
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(*running.run_due(), 0);
    EXPECT_EQ(done, 1);
    EXPECT_EQ(counts()[jobs::State::queued], 0);
}

TEST_P(Jobs, WaitUntilTheyAreDue) {
    queue("letter", 60s);
    auto running = runner([](const jobs::Job&) -> Result<void> { return {}; });
    EXPECT_EQ(*running.run_due(), 0);
    world.clock.advance(61s);
    EXPECT_EQ(*running.run_due(), 1);
}

TEST_P(Jobs, OfOneKeyAreQueuedOnce) {
    queue("letter", 0s, "notice-1");
    queue("letter", 0s, "notice-1");
    EXPECT_EQ(counts()[jobs::State::queued], 1);
}

TEST_P(Jobs, AreTriedAgainWithLongerPauses) {
    queue("letter");
    int tries = 0;
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        ++tries;
        return platform::bad_value.error();
    });
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(*running.run_due(), 0) << "the pause has not passed";
    world.clock.advance(5s);
    EXPECT_EQ(*running.run_due(), 1);
    world.clock.advance(4s);
    EXPECT_EQ(*running.run_due(), 0) << "the second pause is at least five seconds";
    world.clock.advance(6s);
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(tries, 3);
}

TEST_P(Jobs, ThatThrowFailLikeOthers) {
    queue("letter");
    auto running = runner([](const jobs::Job&) -> Result<void> { throw std::runtime_error{"torn"}; });
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(counts()[jobs::State::queued], 1);
}

TEST_P(Jobs, WithoutHopeArePutAsideWithTheirReason) {
    queue("letter");
    EXPECT_EQ(fail_until_dead(), options.attempts_max);
    auto reader = *world.database->reader();
    const auto dead = *jobs::dead_jobs(*reader, 10);
    ASSERT_EQ(dead.size(), 1U);
    EXPECT_EQ(dead.front().failure, "platform.bad_value");
}

TEST_P(Jobs, OfAKindThatWaitsForOthersAreTriedForDays) {
    options.attempts["letter"] = 130;
    queue("letter");
    int tries = 0;
    bool is_back = false;
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        ++tries;
        if (is_back) return {};
        return platform::bad_value.error();
    });
    for (int hour = 0; hour < 72; ++hour) {
        EXPECT_TRUE(running.run_due());
        world.clock.advance(1h);
    }
    EXPECT_EQ(counts()[jobs::State::dead], 0) << tries;
    is_back = true;
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(counts()[jobs::State::queued], 0);
}

TEST_P(Jobs, PutAsideCanBeTriedAgainOrDropped) {
    queue("letter");
    fail_until_dead();
    auto reader = *world.database->reader();
    const auto id = jobs::dead_jobs(*reader, 1)->front().id;
    reader.reset();
    const auto change = [&](auto what) {
        return world.database->write([&](db::Transaction& transaction) {
            return what(transaction, *world.journal, world.system, id, world.clock.now());
        });
    };
    ASSERT_TRUE(change(jobs::retry));
    EXPECT_EQ(counts()[jobs::State::queued], 1);
    EXPECT_EQ(change(jobs::drop).error().code, "platform.job_not_found") << "it is not dead any more";
    fail_until_dead();
    ASSERT_TRUE(change(jobs::drop));
    EXPECT_EQ(counts()[jobs::State::dead], 0);
}

TEST_P(Jobs, OfAProcessThatDiedAreTakenOver) {
    queue("letter");
    const auto now = world.clock.now();
    const auto claimed = *world.database->write([&](db::Transaction& transaction) {
        return jobs::claim_due(transaction, {"letter"}, now, now + options.lease, 1);
    });
    ASSERT_EQ(claimed.size(), 1U);
    int done = 0;
    auto running = runner([&](const jobs::Job& job) -> Result<void> {
        EXPECT_EQ(job.attempts, 2);
        ++done;
        return {};
    });
    EXPECT_EQ(*running.run_due(), 0) << "the lease still holds";
    world.clock.advance(options.lease + 1s);
    EXPECT_EQ(*running.run_due(), 1);
    EXPECT_EQ(done, 1);
}

TEST_P(Jobs, OfAProcessThatDiedAreTakenBackAtOnceByOneThatIsAlone) {
    queue("letter");
    const auto now = world.clock.now();
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return jobs::claim_due(transaction, {"letter"}, now, now + options.lease, 1);
    }));
    const auto do_nothing = [](const jobs::Job&) -> Result<void> { return {}; };
    auto one_of_several = runner(do_nothing);
    EXPECT_EQ(*one_of_several.take_back_leases(), 0);
    EXPECT_EQ(*one_of_several.run_due(), 0);

    options.is_alone = true;
    auto alone = runner(do_nothing);
    EXPECT_EQ(*alone.take_back_leases(), 1);
    EXPECT_EQ(*alone.run_due(), 1);
    EXPECT_EQ(*alone.take_back_leases(), 0);
}

TEST_P(Jobs, ThatTakeLongKeepTheirLeaseAndThoseThatHangLoseIt) {
    queue("letter");
    options.work_max = std::chrono::minutes{10};
    int begun_by_others = 0;
    auto other = runner([&](const jobs::Job&) -> Result<void> {
        ++begun_by_others;
        return {};
    });
    jobs::Runner* own = nullptr;
    auto working = runner([&](const jobs::Job&) -> Result<void> {
        for (int i = 0; i < 30; ++i) { // Nine minutes and a half: the lease many times over.
            world.clock.advance(19s);
            EXPECT_TRUE(own->renew_leases());
            EXPECT_EQ(*other.run_due(), 0) << i;
        }
        world.clock.advance(61s);
        EXPECT_TRUE(own->renew_leases());
        EXPECT_EQ(*other.run_due(), 1) << "it hangs";
        return {};
    });
    own = &working;
    EXPECT_EQ(*working.run_due(), 1);
    EXPECT_EQ(begun_by_others, 1);
}

TEST_P(Jobs, TakenOverAreNotSettledByTheFirst) {
    queue("letter");
    const auto now = world.clock.now();
    const auto claim = [&](Instant at) {
        return *world.database->write([&](db::Transaction& transaction) -> Result<std::vector<jobs::Job>> {
            TRY(jobs::take_back_lost(transaction, at, options.attempts_max));
            return jobs::claim_due(transaction, {"letter"}, at, at + 10s, 1);
        });
    };
    const auto first = claim(now);
    const auto second = claim(now + 11s);
    ASSERT_EQ(first.size(), 1U);
    ASSERT_EQ(second.size(), 1U);
    ASSERT_TRUE(world.database->write(
        [&](db::Transaction& transaction) { return jobs::remove_done(transaction, first.front()); }));
    EXPECT_EQ(counts()[jobs::State::running], 1);
}

TEST_P(Jobs, OfOtherKindsAreLeftAlone) {
    queue("parcel");
    auto running = runner([](const jobs::Job&) -> Result<void> { return {}; });
    EXPECT_EQ(*running.run_due(), 0);
    EXPECT_EQ(counts()[jobs::State::queued], 1);
}

TEST_P(Jobs, LostInTheirLastAttemptArePutAside) {
    queue("letter");
    const auto claim = [&] {
        const auto now = world.clock.now();
        return *world.database->write([&](db::Transaction& transaction) -> Result<std::vector<jobs::Job>> {
            TRY(jobs::take_back_lost(transaction, now, options.attempts_max));
            return jobs::claim_due(transaction, {"letter"}, now, now + options.lease, 1);
        });
    };
    for (int i = 0; i < options.attempts_max; ++i) {
        ASSERT_EQ(claim().size(), 1U); // The process ends here, each time.
        world.clock.advance(options.lease + 1s);
    }
    int done = 0;

    auto running = runner([&](const jobs::Job&) -> Result<void> {
        ++done;
        return {};
    });

    EXPECT_EQ(*running.run_due(), 0);
    EXPECT_EQ(done, 0);
    EXPECT_EQ(jobs::dead_jobs(**world.database->reader(), 10)->at(0).failure, platform::job_lost.name);
}

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

TEST_P(Jobs, ThatMayBeRepeatedAreClaimedAndWrittenTogether) {
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

TEST_P(Jobs, ThatFailedOnceAreClaimedAloneAndLeftToTheirHandler) {
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

TEST_P(Jobs, ThatAreWrittenTogetherFailEachAloneAndStayQueuedWithWhatTheyWouldHaveWritten) {
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

TEST_P(Jobs, ThatWaitTooLongBehindOthersGoBack) {
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

TEST_P(Jobs, ThatAreHopelessArePutAsideAtOnce) {
    queue("letter");
    auto running =
        runner([](const jobs::Job&) -> Result<void> { return jobs::hopeless(platform::mail_refused.error()); });

    EXPECT_EQ(*running.run_due(), 1);

    EXPECT_EQ(jobs::dead_jobs(**world.database->reader(), 10)->at(0).failure,
              std::string{platform::job_hopeless.name} + " reason=\"platform.mail_refused\"");
}

TEST_P(Jobs, WaitAsLongAsTheOtherSideAsks) {
    queue("letter");
    auto running = runner([](const jobs::Job&) -> Result<void> {
        auto busy = platform::outside_unreachable.error();
        busy.retry_after_s = 600;
        return busy;
    });
    EXPECT_EQ(*running.run_due(), 1);
    world.clock.advance(599s);
    EXPECT_EQ(*running.run_due(), 0);
    world.clock.advance(1s);
    EXPECT_EQ(*running.run_due(), 1);
}

TEST_P(Jobs, ThatRecurComeAgainAfterTheirInterval) {
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

TEST_P(Jobs, ThatRecurAreNeverPutAsideForFailing) {
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

TEST_P(Jobs, AreDoneByThreadsThatStopWhenTold) {
    std::promise<void> is_done;
    queue("letter");
    auto running = runner([&](const jobs::Job&) -> Result<void> {
        is_done.set_value();
        return {};
    });

    running.start();
    is_done.get_future().wait();
    running.stop();

    EXPECT_EQ(counts()[jobs::State::queued], 0);
    EXPECT_EQ(counts()[jobs::State::running], 0);
}
