#include "platform/journal/sealed_journal.hpp"

#include "platform/errors.hpp"
#include "platform/journal/merkle.hpp"
#include "platform/journal/record_store.hpp"
#include "platform/journal/tests/builders.hpp"
#include "platform/rights.hpp"

#include <thread>

namespace {

using journal::Visibility;
using journal::testing::append;
using journal::testing::planned;

class Journal : public world::Test {
protected:
    std::vector<journal::StoredEvent> all() {
        const auto reader = *world.database->reader();
        return *world.journal->after(*reader, 0, 1000);
    }
    std::vector<std::int64_t> seen_by(const Principal& reader_of_it) {
        const auto reader = *world.database->reader();
        std::vector<std::int64_t> sequences;
        const auto events = world.journal->about(*reader, {"case", "A"}, reader_of_it, 10);
        for (const auto& event : *events)
            sequences.push_back(event.sequence);
        return sequences;
    }
    std::vector<journal::Batch> batches() {
        const auto reader = *world.database->reader();
        return *journal::store::batches_after(*reader, 0, 1000);
    }
    const Principal kari = world::World::person("Kari", {});
};
EACH_DATABASE(Journal);

TEST_P(Journal, KeepsWhoDidWhatOnWhatAuthority) {
    auto actor = kari;
    actor.organisation_id = "K";
    actor.organisation_name = "KS";
    append(world, actor, planned("A"));

    const auto event = all().at(0);

    EXPECT_EQ(event.sequence, 1);
    EXPECT_EQ(event.at, world.clock.now());
    EXPECT_EQ(event.type, "governance.case_planned");
    EXPECT_EQ(event.actor_kind, "person");
    EXPECT_EQ(event.actor_id, "person-Kari");
    EXPECT_EQ(event.actor_name, "Kari");
    EXPECT_EQ(event.organisation_name, "KS");
    EXPECT_EQ(event.authority, "test");
    EXPECT_EQ(event.body, R"({"title":"Felles «arkiv» – æøå","points":4,"isPublic":true})");
    EXPECT_EQ(event.subjects, (decltype(event.subjects){{"case", "A"}}));
}

TEST_P(Journal, GivesBackWhatItKeeps) {
    const auto given = append(world, kari, planned("A"));
    const auto kept = all().at(0);

    EXPECT_EQ(given.sequence, kept.sequence);
    EXPECT_EQ(given.id, kept.id);
    EXPECT_EQ(given.actor_name, kept.actor_name);
    EXPECT_EQ(given.body, kept.body);
}

TEST_P(Journal, LeavesNoGapWhereAnActionWasRolledBack) {
    append(world, kari, planned("A"));
    const auto refused = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        TRY(world.journal->append(transaction, kari, planned("B"), world.clock.now()));
        return platform::bad_value.error();
    });
    ASSERT_FALSE(refused);
    append(world, kari, planned("C"));

    const auto events = all();

    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].sequence, 2);
    EXPECT_EQ(events[1].subjects[0].second, "C");
    EXPECT_EQ(batches().size(), 2U);
}

TEST_P(Journal, SealsTheEventsOfOneCommitTogether) {
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
        for (const auto* id : {"A", "B", "C"})
            TRY(world.journal->append(transaction, kari, planned(id), world.clock.now()));
        return {};
    }));
    append(world, kari, planned("D"));

    const auto found = batches();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].first, 1);
    EXPECT_EQ(found[0].last, 3);
    EXPECT_EQ(found[1].first, 4);
    const auto reader = *world.database->reader();
    EXPECT_EQ(found[0].root, journal::root_of(*journal::store::leaves_of(*reader, found[0])));
    EXPECT_EQ(found[0].seal, journal::seal_of(found[0], {}, {}));
    EXPECT_EQ(found[1].seal, journal::seal_of(found[1], found[0].seal, {}));
}

TEST_P(Journal, SealsNothingWhereNothingHappened) {
    ASSERT_TRUE(world.database->write([](db::Transaction&) -> Result<void> { return {}; }));

    EXPECT_TRUE(batches().empty());
    EXPECT_EQ(world.journal->head(), 0);
}

TEST_P(Journal, MovesItsHeadWithEachCommit) {
    append(world, kari, planned("A"));
    EXPECT_EQ(world.journal->head(), 1);
    append(world, kari, planned("B"));
    EXPECT_EQ(world.journal->head(), 2);
}

TEST_P(Journal, ShowsEachReaderWhatTheyMaySee) {
    append(world, kari, planned("A"));
    append(world, kari, planned("A", Visibility::internal));
    append(world, kari, planned("A", Visibility::operators));
    append(world, kari, planned("B"));
    Principal secretary = kari;
    secretary.grants.push_back({"journal.read_internal", "A"});
    Principal of_another_case = kari;
    of_another_case.grants.push_back({"journal.read_internal", "B"});

    EXPECT_EQ(seen_by(Principal{}), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(seen_by(of_another_case), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(seen_by(secretary), (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(seen_by(world::World::person("Ola", {platform::right::operate})), (std::vector<std::int64_t>{3, 2, 1}));
}

TEST_P(Journal, IsReadPageByPageNewestFirst) {
    for (const auto* id : {"A", "B", "C", "D", "E"})
        append(world, kari, planned(id));
    const auto reader = *world.database->reader();

    const auto first = *world.journal->newest(*reader, Principal{}, 2);
    const auto second = *world.journal->newest(*reader, Principal{}, 2, first.back().sequence);

    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].sequence, 5);
    ASSERT_EQ(second.size(), 2U);
    EXPECT_EQ(second[0].sequence, 3);
}

TEST_P(Journal, KeepsPersonalFieldsClosed) {
    auto event = planned("A");
    event.body.personal("applicant", "person-Ola", "Ola Nordmann");
    append(world, kari, event);
    const auto reader = *world.database->reader();

    const auto kept = **journal::store::find(*reader, 1);
    const auto opened = all().at(0);

    EXPECT_EQ(kept.body.find("Nordmann"), std::string::npos);
    EXPECT_EQ(kept.actor_name.find("\"Kari\""), std::string::npos);
    EXPECT_NE(opened.body.find(R"("applicant":"Ola Nordmann")"), std::string::npos);
}

TEST_P(Journal, ForgetsAPersonForGoodWithoutBreakingTheChain) {
    auto event = planned("A");
    event.body.personal("applicant", "person-Ola", "Ola Nordmann");
    append(world, kari, event);
    const auto leaf_before = (*journal::store::find(**world.database->reader(), 1))->leaf;

    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return world.journal->forget(transaction, world.system, "person-Ola", world.clock.now());
    }));
    event = planned("B");
    event.body.personal("applicant", "person-Ola", "Ola Nordmann");
    append(world, kari, event);

    const auto events = all();
    ASSERT_EQ(events.size(), 3U);
    EXPECT_NE(events[0].body.find(R"("applicant":null)"), std::string::npos);
    EXPECT_EQ(events[0].actor_name, "Kari");
    EXPECT_EQ(events[1].type, "platform.person_forgotten");
    EXPECT_NE(events[2].body.find(R"("applicant":null)"), std::string::npos);
    const auto kept = **journal::store::find(**world.database->reader(), 1);
    EXPECT_EQ(kept.leaf, leaf_before);
    EXPECT_EQ(journal::leaf_of(*journal::canonical(kept)), leaf_before);
}

TEST_P(Journal, ForgetsOnce) {
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
            return world.journal->forget(transaction, world.system, "person-Ola", world.clock.now());
        }));

    EXPECT_EQ(all().size(), 1U);
}

TEST_P(Journal, KeepsNoNameOfSomebodyForgotten) {
    append(world, kari, planned("A"));
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return world.journal->forget(transaction, kari, "person-Kari", world.clock.now());
    }));
    append(world, kari, planned("B"));

    for (const auto& event : all())
        EXPECT_EQ(event.actor_name, "");
}

TEST_P(Journal, TakesEventsFromManyThreadsInOneOrder) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 10; ++k)
                append(world, kari, planned("A"));
        });
    threads.clear();

    const auto events = all();
    ASSERT_EQ(events.size(), 80U);
    for (std::size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(events[i].sequence, static_cast<std::int64_t>(i) + 1);
    std::int64_t next = 1;
    for (const auto& batch : batches()) {
        EXPECT_EQ(batch.first, next);
        next = batch.last + 1;
    }
    EXPECT_EQ(next, 81);
}

TEST_P(Journal, KeepsOneOrderWhenTwoProcessesWrite) {
    const world::TestDatabase place{GetParam()};
    const auto random = make_seeded_random(5);
    const auto master = crypto::Key::make(*random);
    const auto first = place.open();
    ASSERT_TRUE(db::migrate(*first));
    const auto second = place.open();
    const auto journal_of_first = journal::make(*first, master, *random);
    const auto journal_of_second = journal::make(*second, master, *random);
    const auto write = [&](db::Database& database, journal::Journal& of_it) {
        for (int i = 0; i < 10; ++i)
            EXPECT_TRUE(database.write([&](db::Transaction& transaction) {
                return of_it.append(transaction, kari, planned("A"), world.clock.now());
            }));
    };

    {
        const std::jthread one{[&] { write(*first, *journal_of_first); }};
        const std::jthread other{[&] { write(*second, *journal_of_second); }};
    }

    const auto reader = *first->reader();
    const auto batches = *journal::store::batches_after(*reader, 0, 100);
    journal::Digest previous{};
    std::int64_t next = 1;
    for (const auto& batch : batches) {
        EXPECT_EQ(batch.first, next);
        EXPECT_EQ(batch.seal,
                  journal::seal_of(batch, previous, *journal::store::seal_at(*reader, journal::skip_of(batch.number))));
        previous = batch.seal;
        next = batch.last + 1;
    }
    EXPECT_EQ(next, 21);
}

TEST_P(Journal, DoesNotOpenUnderAnotherMasterKey) {
    append(world, kari, planned("A"));
    const auto random = make_seeded_random(9);
    const auto other = journal::make(*world.database, crypto::Key::make(*random), *random);

    const auto events = other->after(**world.database->reader(), 0, 10);

    ASSERT_FALSE(events);
    EXPECT_EQ(events.error().code, platform::seal_broken.name);
}

TEST_P(Journal, HasNoSealOfABatchThatIsNotThere) {
    const auto seal = journal::store::seal_at(**world.database->reader(), 7);

    ASSERT_FALSE(seal);
    EXPECT_EQ(seal.error().code, platform::event_not_found.name);
}

TEST_P(Journal, KeepsWhatOthersInTheGroupDidWhenOneThatHadReadItIsUndone) {
    const auto appending = [&](std::string id) {
        return [this, id](db::Transaction& transaction) -> Result<void> {
            TRY(world.journal->append(transaction, world.system, journal::testing::planned(id), world.clock.now()));
            return {};
        };
    };
    std::size_t seen = 0;
    const auto reading_and_failing = [&](db::Transaction& transaction) -> Result<void> {
        TRY(appending("undone")(transaction));
        for (const auto* id : {"first", "undone"}) {
            const journal::Subject subject{"case", id};
            seen += TRY(world.journal->about(transaction, subject, world.system, 10)).size();
        }
        return platform::bad_value.error();
    };
    const auto outcomes = world.database->write_each({appending("first"), reading_and_failing, appending("last")});

    EXPECT_TRUE(outcomes[0] && !outcomes[1] && outcomes[2]);
    EXPECT_EQ(seen, 2U) << "it reads what its group and it have appended";
    const auto reader = *world.database->reader();
    const auto all = *world.journal->after(*reader, 0, 100);
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all[all.size() - 2].subjects.front().second, "first");
    EXPECT_EQ(all.back().subjects.front().second, "last");
    EXPECT_EQ(all.back().sequence, all[all.size() - 2].sequence + 1) << "no number is missing";
}

} // namespace
