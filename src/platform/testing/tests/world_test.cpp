#include "platform/journal/verification.hpp"
#include "platform/testing/world.hpp"

namespace {

class World : public world::Test {};
EACH_DATABASE(World);

constexpr Right dig{"garden.dig"};
int times_dug = 0;
blobs::Digest spade;

TEST_P(World, KeepsAChangeWithItsEvent) {
    const auto now = world.clock.now();

    const auto sequence = world.database->write([&](db::Transaction& transaction) {
        return world.journal->append(transaction, world.system, {.type = "garden.dug"}, now);
    });

    ASSERT_TRUE(sequence) << describe(sequence.error());
    EXPECT_EQ(world.journal->head(), 1);
}

TEST_P(World, IsItsOwn) {
    world::World other{GetParam()};
    ASSERT_TRUE(other.database->write(
        [](db::Transaction& transaction) { return transaction.execute("CREATE TABLE garden (name TEXT)"); }));

    EXPECT_FALSE((*world.database->reader())->query("SELECT * FROM garden"));
}

void dig_over(world::World& begun) {
    ++times_dug;
    const auto dug = begun.database->write([&](db::Transaction& transaction) {
        return begun.journal->append(transaction, begun.system, {.type = "garden.dug"}, begun.clock.now());
    });
    const auto kept = begun.blobs->put("spade");
    if (!dug || !kept) throw std::runtime_error{"could not dig"};
    spade = *kept;
}

TEST_P(World, BeginsWithACopyOfWhatWasMadeOnce) {
    times_dug = 0;
    for (int i = 0; i < 2; ++i) {
        world::World begun{GetParam(), {}, dig_over};
        EXPECT_EQ(begun.journal->head(), 1);
        EXPECT_EQ(*begun.blobs->get(spade), "spade");
        ASSERT_TRUE(begun.database->write([&](db::Transaction& transaction) {
            return begun.journal->append(transaction, begun.system, {.type = "garden.dug"}, begun.clock.now());
        }));
        EXPECT_EQ(begun.journal->head(), 2) << "and goes on by itself";
        EXPECT_TRUE(journal::verify_database(**begun.database->reader())->holds());
    }
    EXPECT_LE(times_dug, 1);
}

TEST_P(World, HasPeopleWithTheRightsGivenAndAProgramThatMayEverything) {
    const auto gardener = world::World::person("Kari", {dig});

    EXPECT_TRUE(gardener.may(dig, "any garden"));
    EXPECT_FALSE(gardener.may(Right{"garden.sell"}));
    EXPECT_TRUE(world.system.may(Right{"garden.sell"}));
}

TEST_P(World, KeepsBlobsAndSpeaks) {
    const auto digest = world.blobs->put("spade");

    EXPECT_EQ(*world.blobs->get(*digest), "spade");
    EXPECT_EQ(world.services.public_url, "https://samband.example");
}

} // namespace
