#include "platform/jobs/tests/job_queue.hpp"

#include <future>
#include <stdexcept>

class Jobs : public JobQueue {};
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
