#include "platform/errors.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/testing/world.hpp"

class Consumers : public world::Test {
protected:
    void happen(int times) {
        for (int i = 0; i < times; ++i) {
            ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
                journal::Event event;
                event.type = "platform.tested";
                event.subjects = {{"thing", "1"}};
                TRY(world.journal->append(transaction, world.system, event, world.clock.now()));
                return {};
            }));
        }
    }
    std::vector<std::int64_t> seen;
    int failures = 0;
    jobs::Runner runner() {
        return {world.services,
                {},
                {},
                {{"test.reader", [this](db::Transaction&, const journal::StoredEvent& event) -> Result<void> {
                      if (failures > 0 && event.sequence == 2) {
                          --failures;
                          return platform::bad_value.error();
                      }
                      seen.push_back(event.sequence);
                      return {};
                  }}}};
    }
};
EACH_DATABASE(Consumers);

TEST_P(Consumers, SeeEachEventOnceAndInOrder) {
    happen(3);
    ASSERT_TRUE(runner().feed());
    happen(2);
    ASSERT_TRUE(runner().feed()) << "another runner goes on where the first came to";
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
}

TEST_P(Consumers, KeepWhatTheyHandledBeforeTheEventThatFails) {
    happen(3);
    failures = 1;
    EXPECT_EQ(*runner().feed(), 1) << "the turn was undone and done again up to the event that failed";
    seen.clear();
    ASSERT_TRUE(runner().feed());
    EXPECT_EQ(seen, (std::vector<std::int64_t>{2, 3}));
}

TEST_P(Consumers, ComeNoFurtherThanAnEventThatFailsEachTime) {
    happen(3);
    failures = 1000;
    ASSERT_TRUE(runner().feed());
    EXPECT_FALSE(runner().feed());
    EXPECT_EQ(jobs::consumer_positions(**world.database->reader())->at(0).sequence, 1);
}
