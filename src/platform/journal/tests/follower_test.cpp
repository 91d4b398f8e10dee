#include "platform/journal/follower.hpp"

#include "platform/journal/tests/builders.hpp"

#include <condition_variable>
#include <mutex>

namespace {

using journal::testing::append;
using journal::testing::planned;
using namespace std::chrono_literals;

class Following : public world::Test {
protected:
    /// What the follower was told; waits for so many.
    std::vector<journal::Touch> told(std::size_t count) {
        std::unique_lock lock{mutex};
        EXPECT_TRUE(changed.wait_for(lock, 5s, [&] { return touches.size() >= count; }));
        return touches;
    }
    std::unique_ptr<journal::Follower> follow(std::string kind) {
        return std::make_unique<journal::Follower>(*world.database, *world.journal, std::move(kind),
                                                   [this](const std::vector<journal::Touch>& more) {
                                                       const std::lock_guard lock{mutex};
                                                       touches.insert(touches.end(), more.begin(), more.end());
                                                       changed.notify_all();
                                                   });
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<journal::Touch> touches;
};
EACH_DATABASE(Following);

TEST_P(Following, TellsWhatHappensToSubjectsOfAKindFromNowOn) {
    append(world, world.system, planned("before"));
    const auto follower = follow("case");
    append(world, world.system, planned("A"));
    append(world, world.system, planned("B"));

    const auto seen = told(2);

    EXPECT_EQ(seen[0].sequence, 2);
    EXPECT_EQ(seen[0].subject_id, "A");
    EXPECT_EQ(seen[0].type, "governance.case_planned");
    EXPECT_EQ(seen[1].subject_id, "B");
}

TEST_P(Following, PassesOverOtherKinds) {
    const auto meetings = follow("meeting");
    append(world, world.system, planned("A"));
    EXPECT_TRUE(world.journal->wait_beyond(0, 5s));
    EXPECT_FALSE(world.journal->wait_beyond(1, 20ms));
    const std::lock_guard lock{mutex};
    EXPECT_TRUE(touches.empty());
}

TEST_P(Following, FindsTheNewestEventAboutASubject) {
    append(world, world.system, planned("A"));
    append(world, world.system, planned("A"));
    append(world, world.system, planned("B"));
    const auto reader = *world.database->reader();
    EXPECT_EQ(*world.journal->newest_about(*reader, {"case", "A"}), 2);
    EXPECT_EQ(*world.journal->newest_about(*reader, {"case", "C"}), 0);
}

} // namespace
