#pragma once
// A queue of jobs of the kind "letter", and runners for it.
#include "platform/errors.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/testing/world.hpp"

using namespace std::chrono_literals;

class JobQueue : public world::Test {
protected:
    JobQueue() {
        logging::redirect([](std::string_view) {}); // Failures are made on purpose here.
    }
    ~JobQueue() override { logging::redirect({}); }
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
