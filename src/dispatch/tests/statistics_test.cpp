// A sender's figures add up, and the queue's say nothing of what is sent.
#include "dispatch/domain/statistic.hpp"
#include "dispatch/jobs/count_letters.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/rights.hpp"

#include <fmt/format.h>

using namespace std::chrono_literals;

namespace {

class Statistics : public post::Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};

    static Principal holder(const std::string& organisation, Right right) {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = organisation;
        somebody.grants = {{std::string{right.name}, organisation}};
        return somebody;
    }
    Principal sender = holder(ks.to_string(), dispatch::right::see_outbox);

    std::string read_after(std::string_view title, std::chrono::hours wait) {
        const auto id = sent(title);
        work();
        world.clock.advance(wait);
        const auto read =
            fmt::format(R"({{"lestAvFodselsNummer":"{}","navnPaEksterntSystem":"Fagsystem","datoLest":1772614800000}})",
                        post::kari);
        EXPECT_EQ(ask("POST", "/tjenester/api/forsendelse/v1/" + id + "/settLest", read, "application/json").status,
                  200);
        return id;
    }
    json::Value figures() {
        EXPECT_TRUE(dispatch::count_letters(office));
        const auto answer = browser.get("/outbox/statistics.json", sender);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return *json::parse(answer.body);
    }
};
EACH_DATABASE(Statistics);

} // namespace

TEST_P(Statistics, CountLettersByMonthAndHowLongTheyWaited) {
    EXPECT_EQ(figures().integer_of("letters"), 0);
    EXPECT_NE(browser.get("/outbox/statistics", sender).body.find("Ingen tall"), std::string::npos);
    read_after("Først", 2h);
    read_after("Annet", 48h);
    sent("Ulest");
    work();
    const auto found = figures();
    EXPECT_EQ(found.integer_of("letters"), 3);
    EXPECT_EQ(found.integer_of("read"), 2);
    const auto& months = *found.find("months")->array();
    EXPECT_EQ(months.size(), 12U);
    const auto& times = *found.find("timesToRead")->array();
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(times[0].text_of("timeToRead"), "within_day");
    EXPECT_EQ(times[1].text_of("timeToRead"), "within_three_days");
    EXPECT_EQ(found.find("channels")->array()->front().text_of("channel"), "mailbox");
    EXPECT_EQ(figures().integer_of("letters"), 3); // Counting again counts nothing twice.
    EXPECT_NE(browser.get("/outbox/statistics", sender).body.find("<svg"), std::string::npos);
    EXPECT_NE(browser.get("/outbox/statistics.csv", sender).body.find("mailbox,read,within_day,1"), std::string::npos);
}

TEST_P(Statistics, AreOfOnesOwnOrganisationAlone) {
    sent("Vedtak");
    ASSERT_TRUE(dispatch::count_letters(office));
    const auto other = holder("0198c0de-0000-7000-8000-00000000c048", dispatch::right::see_outbox);
    EXPECT_EQ(json::parse(browser.get("/outbox/statistics.json", other).body)->integer_of("letters"), 0);
    auto nobody = sender;
    nobody.grants.clear();
    EXPECT_EQ(browser.get("/outbox/statistics", nobody).status, 403);
}

TEST_P(Statistics, TheQueueIsShownToOperatorsWithoutContent) {
    sent("Hemmelig tittel");
    work();
    const auto operator_ = holder({}, platform::right::operate);
    const auto answer = browser.get("/post-queue", operator_);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body.find("Hemmelig tittel"), std::string::npos);
    const auto told = *json::parse(browser.get("/post-queue.json", operator_).body);
    EXPECT_EQ(told.find("queue")->array()->front().text_of("status"), "notified");
    EXPECT_EQ(browser.get("/post-queue", sender).status, 403);
}

TEST(MonthsUntil, BeginAtNorwegianMidnight) {
    // 2026-03-31T22:30Z is already April in Norway.
    const auto months =
        dispatch::months_until(Instant{std::chrono::sys_days{Date{std::chrono::year{2026} / 3 / 31}}} + 22h + 30min, 3);
    EXPECT_EQ(months[0].name(), "2026-04");
    EXPECT_EQ(months[2].name(), "2026-02");
    EXPECT_EQ(months[0].begins_at, months[1].ends_at);
    EXPECT_EQ(to_string(months[0].begins_at), "2026-03-31T22:00:00.000Z");
    EXPECT_EQ(to_string(months[1].begins_at), "2026-02-28T23:00:00.000Z");
}
