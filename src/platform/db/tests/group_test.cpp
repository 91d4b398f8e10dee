// Many callers, one commit: who shares it, who falls alone, and who hears what.
#include "platform/db/database.hpp"

#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/testing/test_database.hpp"

#include <latch>
#include <thread>

namespace {

using Changed = Result<std::int64_t>;

class Group : public ::testing::TestWithParam<db::Dialect> {
protected:
    Group() {
        EXPECT_TRUE(database->write([](db::Transaction& transaction) {
            return transaction.execute("CREATE TABLE mark (name TEXT PRIMARY KEY, number BIGINT)");
        }));
    }

    Changed put(const std::string& name) {
        return database->write([&](db::Transaction& transaction) {
            return transaction.execute("INSERT INTO mark (name) VALUES ($1)", {name});
        });
    }
    std::int64_t count(std::string_view condition = "1 = 1") {
        const auto reader = database->reader();
        return (*reader)->query("SELECT count(*) FROM mark WHERE " + std::string{condition})->at(0).number(0);
    }
    /// Runs all actions in one group: the writer is held by another action until all of them wait.
    std::vector<std::string_view> together(std::vector<std::function<Changed(db::Transaction&)>> actions) {
        std::latch writer_is_held{1}, all_wait{1};
        std::jthread holder{[&] {
            EXPECT_TRUE(database->write([&](db::Transaction&) -> Result<void> {
                writer_is_held.count_down();
                all_wait.wait();
                return {};
            }));
        }};
        writer_is_held.wait();
        std::vector<std::string_view> outcomes(actions.size());
        std::vector<std::jthread> callers;
        for (std::size_t n = 0; n < actions.size(); ++n) {
            callers.emplace_back([&, n] {
                const auto outcome = database->write(actions[n]);
                outcomes[n] = outcome ? "kept" : outcome.error().code;
            });
            while (database->figures().waiting < n + 1)
                std::this_thread::yield();
        }
        all_wait.count_down();
        callers.clear();
        return outcomes;
    }
    static std::function<Changed(db::Transaction&)> putting(std::string name) {
        return [name = std::move(name)](db::Transaction& transaction) {
            return transaction.execute("INSERT INTO mark (name) VALUES ($1)", {name});
        };
    }

    world::TestDatabase place{GetParam()};
    std::unique_ptr<db::Database> database = place.open();
};
EACH_DATABASE(Group);

using Outcomes = std::vector<std::string_view>;

TEST_P(Group, SharesOneCommit) {
    const auto before = database->figures().groups;

    EXPECT_EQ(together({putting("a"), putting("b"), putting("c")}), (Outcomes{"kept", "kept", "kept"}));

    EXPECT_EQ(database->figures().groups, before + 2) << "the holder's group and one more";
    EXPECT_EQ(count(), 3);
}

TEST_P(Group, TakesNoMoreThanItsLimit) {
    database = place.open({.group_size_max = 2});
    const auto before = database->figures().groups;

    together({putting("a"), putting("b"), putting("c"), putting("d"), putting("e")});

    EXPECT_EQ(database->figures().groups, before + 4);
    EXPECT_EQ(count(), 5);
}

TEST_P(Group, SharesOneCommitAmongTheActionsOfOneCaller) {
    const auto before = database->figures().groups;
    const auto put = [](std::string name) {
        return [name = std::move(name)](db::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute("INSERT INTO mark (name) VALUES ($1)", {name}));
            return {};
        };
    };
    const auto refused = [](db::Transaction&) -> Result<void> { return platform::bad_value.error(); };

    const auto outcomes = database->write_each({put("a"), refused, put("b"), put("a")});

    ASSERT_EQ(outcomes.size(), 4U);
    EXPECT_TRUE(outcomes[0]);
    EXPECT_EQ(outcomes[1].error().code, platform::bad_value.name);
    EXPECT_TRUE(outcomes[2]);
    EXPECT_EQ(outcomes[3].error().code, platform::database_refused.name);
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(database->figures().groups, before + 1);
    EXPECT_TRUE(database->write_each({}).empty());
}

TEST_P(Group, LetsARefusedActionFallAlone) {
    const auto refused = [](db::Transaction& transaction) -> Changed {
        TRY(transaction.execute("INSERT INTO mark (name) VALUES ('half')"));
        return platform::bad_value.error();
    };

    EXPECT_EQ(together({putting("a"), refused, putting("b"), putting("a")}),
              (Outcomes{"kept", platform::bad_value.name, "kept", platform::database_refused.name}));

    EXPECT_EQ(count(), 2);
    EXPECT_EQ(count("name = 'half'"), 0);
}

TEST_P(Group, LetsAThrowingActionFallAloneAndCountsIt) {
    const auto broken = [](db::Transaction& transaction) -> Changed {
        TRY(transaction.enqueue("INSERT INTO mark (name) VALUES ('half')"));
        ensure(1 == 2);
        return 0;
    };
    const auto throwing_anything = [](db::Transaction&) -> Changed { throw 42; };

    EXPECT_EQ(together({putting("a"), broken, throwing_anything, putting("b")}),
              (Outcomes{"kept", platform::internal.name, platform::internal.name, "kept"}));

    EXPECT_EQ(count(), 2);
    EXPECT_EQ(database->figures().exceptions, 2U);
}

TEST_P(Group, HoldsAnActionToItsFirstFault) {
    const auto forgiving = [](db::Transaction& transaction) -> Changed {
        TRY(transaction.execute("INSERT INTO mark (name) VALUES ('x')"));
        EXPECT_FALSE(transaction.execute("INSERT INTO mark (name) VALUES ('x')"));
        EXPECT_FALSE(transaction.query("SELECT 1"));
        return 1;
    };

    EXPECT_EQ(together({forgiving, putting("a")}), (Outcomes{platform::database_refused.name, "kept"}));
    EXPECT_EQ(count(), 1);
}

TEST_P(Group, FindsTheFaultOfAnEnqueuedStatementInItsOwnAction) {
    const auto enqueuing = [](std::string name) {
        return [name](db::Transaction& transaction) -> Changed {
            TRY(transaction.enqueue("INSERT INTO mark (name) VALUES ($1)", {name}));
            TRY(transaction.enqueue("UPDATE mark SET number = 1 WHERE name = $1", {name}));
            return 1;
        };
    };

    EXPECT_EQ(together({enqueuing("a"), enqueuing("a"), enqueuing("b")}),
              (Outcomes{"kept", platform::database_refused.name, "kept"}));
    EXPECT_EQ(count("number = 1"), 2);
}

TEST_P(Group, SeesWhatItsOwnMembersDid) {
    const auto counting = [](db::Transaction& transaction) -> Changed {
        const auto rows = TRY(transaction.query("SELECT count(*) FROM mark"));
        return transaction.execute("INSERT INTO mark (name, number) VALUES ('count', $1)", {rows[0].number(0)});
    };

    together({putting("a"), putting("b"), counting});

    EXPECT_EQ(count("name = 'count' AND number = 2"), 1);
}

TEST_P(Group, IsKeptWholeOrNotAtAllByTheHookBeforeItsCommit) {
    bool is_refusing = true;
    database->set_hooks({.before_commit = [&](db::Transaction& transaction) -> Result<void> {
        TRY(transaction.enqueue("INSERT INTO mark (name, number) VALUES ('seal', 0)"
                                " ON CONFLICT (name) DO UPDATE SET number = mark.number + 1"));
        if (is_refusing) return platform::bad_value.error();
        return {};
    }});
    const auto refused = [](db::Transaction&) -> Changed { return platform::bad_value.error(); };

    // The holder of together() is a member too: it hears that its group was refused, so write the group plainly.
    EXPECT_EQ(put("a").error().code, platform::database_unavailable.name);
    EXPECT_EQ(database->write(refused).error().code, platform::bad_value.name) << "nothing to commit, no hook";
    is_refusing = false;
    EXPECT_TRUE(put("b"));
    EXPECT_EQ(together({putting("c"), putting("d"), putting("b")}),
              (Outcomes{"kept", "kept", platform::database_refused.name}));

    EXPECT_EQ(count("name = 'a'"), 0);
    EXPECT_EQ(count("name = 'seal' AND number = 2"), 1) << "once for each group that was committed";
    EXPECT_EQ(database->figures().commits_failed, 1U);
}

TEST_P(Group, IsNotKeptWhenWhatItRefersToIsNotOnDisk) {
    std::optional<Error> fault = platform::blob_store_unavailable.error({{"systemError", std::int64_t{5}}});
    int asked = 0;
    database->commit_after([&]() -> Result<void> {
        ++asked;
        if (fault) return *fault;
        return {};
    });

    EXPECT_EQ(put("a").error().code, platform::blob_store_unavailable.name);
    fault.reset();
    EXPECT_TRUE(put("a"));

    EXPECT_EQ(count("name = 'a'"), 1);
    EXPECT_EQ(asked, 2);
    database->commit_after([]() -> Result<void> { throw BrokenInvariant{"while syncing"}; });
    EXPECT_EQ(put("b").error().code, platform::database_unavailable.name);
    EXPECT_EQ(count(), 1);
}

TEST_P(Group, SurvivesHooksThatThrow) {
    int commits = 0;
    database->set_hooks(
        {.before_commit = [](db::Transaction&) -> Result<void> { throw BrokenInvariant{"in the hook"}; }});
    EXPECT_EQ(put("a").error().code, platform::database_unavailable.name);
    database->set_hooks({.after_commit = [&] {
        ++commits;
        throw BrokenInvariant{"after the commit"};
    }});
    EXPECT_TRUE(put("b")) << "what is committed is committed";

    EXPECT_EQ(commits, 1);
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(database->figures().exceptions, 2U);
}

TEST_P(Group, TellsWhichMembersBeganAndWhichWereUndone) {
    int begun = 0, undone = 0, members_at_commit = 0;
    database->set_hooks({.group_begins = [&] { begun = undone = 0; },
                         .member_begins = [&] { ++begun; },
                         .member_undone = [&] { ++undone; },
                         .before_commit = [&](db::Transaction&) -> Result<void> {
                             members_at_commit = begun - undone;
                             return {};
                         }});
    ASSERT_TRUE(put("b"));
    EXPECT_EQ(members_at_commit, 1);
    const auto throwing = [](db::Transaction&) -> Changed { throw BrokenInvariant{"in an action"}; };
    EXPECT_FALSE(database->write(throwing));
    EXPECT_EQ(undone, 1) << "an exception undoes";
    EXPECT_FALSE(put("b")) << "and so does what the database refuses, if only when the member ends";
    EXPECT_EQ(undone, 1);
}

TEST_P(Group, TellsOfItsCommitBeforeItAnswers) {
    std::atomic<int> commits = 0;
    database->set_hooks({.after_commit = [&] { ++commits; }});

    ASSERT_TRUE(put("a"));

    EXPECT_EQ(commits, 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(Group, RefusesToWaitForItself) {
    const auto nested = database->write([&](db::Transaction&) { return put("inner"); });

    EXPECT_EQ(nested.error().code, platform::internal.name);
}

TEST_P(Group, IsFinishedBeforeTheDatabaseCloses) {
    std::latch is_begun{1};
    std::jthread caller{[&] {
        EXPECT_TRUE(database->write([&](db::Transaction& transaction) {
            is_begun.count_down();
            return transaction.execute("INSERT INTO mark (name) VALUES ('late')");
        }));
    }};
    is_begun.wait();
    database.reset();
    caller.join();
    database = place.open();

    EXPECT_EQ(count("name = 'late'"), 1);
}

TEST_P(Group, CarriesSixtyFourWritersWhileOthersRead) {
    constexpr int writers = 64, each = 25;
    std::atomic<bool> is_writing = true;
    std::jthread reading{[&] {
        std::int64_t last = 0;
        while (is_writing) {
            const auto now = count();
            EXPECT_GE(now, last);
            EXPECT_EQ(now % 2, 0) << "rows come in pairs";
            last = now;
        }
    }};
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int n = 0; n < each; ++n) {
                const auto name = std::to_string(writer) + "-" + std::to_string(n);
                const auto done = database->write([&](db::Transaction& transaction) -> Result<void> {
                    TRY(transaction.execute("INSERT INTO mark (name) VALUES ($1)", {name}));
                    TRY(transaction.enqueue("INSERT INTO mark (name) VALUES ($1)", {name + "'"}));
                    if (n % 5 == 0) return platform::bad_value.error();
                    return {};
                });
                EXPECT_EQ(done.has_value(), n % 5 != 0);
            }
        });
    }
    threads.clear();
    is_writing = false;

    EXPECT_EQ(count(), writers * each * 4 / 5 * 2);
    EXPECT_LT(database->figures().groups, static_cast<std::uint64_t>(writers * each));
}

} // namespace
