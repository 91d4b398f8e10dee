#include "platform/jobs/operations.hpp"

#include "platform/jobs/job_store.hpp"
#include "platform/rights.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"

namespace {

class JobsPage : public ::testing::Test {
protected:
    JobsPage() {
        const auto now = world.clock.now();
        const auto is_dead = world.database->write([&](db::Transaction& transaction) -> Result<void> {
            TRY(jobs::enqueue(transaction, "letter", "{}", now, now, *world.random));
            const auto job = TRY(jobs::claim_due(transaction, {"letter"}, now, now, 1)).at(0);
            TRY(jobs::set_consumer_position(transaction, "news.notices", 0));
            id = job.id;
            return jobs::put_aside(transaction, job, "platform.mail_unavailable");
        });
        EXPECT_TRUE(is_dead);
    }
    std::int64_t count(jobs::State state) {
        const auto reader = *world.database->reader();
        return jobs::count_jobs(*reader)->at(state);
    }
    [[nodiscard]] std::string path(std::string_view what) const {
        return "/operations/jobs/" + id.to_string() + "/" + std::string{what};
    }

    world::World world{db::Dialect::sqlite, {&platform::text::catalogue}};
    world::Browser browser{world, jobs::add_routes};
    const Principal operator_of_it = world::World::person("Ola", {platform::right::operate});
    const Principal somebody = world::World::person("Kari", {});
    jobs::JobId id;
};

TEST_F(JobsPage, IsForOperatorsOnly) {
    EXPECT_EQ(browser.get("/operations/jobs.json").status, 401);
    EXPECT_EQ(browser.get("/operations/jobs.json", somebody).status, 403);
    EXPECT_EQ(browser.post(path("drop"), {}, somebody).status, 403);
    EXPECT_EQ(count(jobs::State::dead), 1);
}

TEST_F(JobsPage, ShowsWhatWasPutAsideAndWhy) {
    const auto page = browser.get("/operations/jobs", operator_of_it);

    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("platform.mail_unavailable"), std::string::npos);
    EXPECT_NE(page.body.find("news.notices"), std::string::npos);
    EXPECT_NE(page.body.find(path("retry")), std::string::npos);
}

TEST_F(JobsPage, PutsAJobBackAndTellsTheJournal) {
    EXPECT_EQ(browser.post(path("retry"), {}, operator_of_it).status, 303);

    EXPECT_EQ(count(jobs::State::queued), 1);
    const auto events = *world.journal->after(**world.database->reader(), 0, 10);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "platform.job_retried");
    EXPECT_EQ(events[0].visibility, journal::Visibility::operators);
}

TEST_F(JobsPage, RemovesAJobOnce) {
    EXPECT_EQ(browser.post(path("drop"), {}, operator_of_it).status, 303);
    EXPECT_EQ(count(jobs::State::dead), 0);
    EXPECT_EQ(browser.post(path("drop"), {}, operator_of_it).status, 404);
}

} // namespace
