#include "platform/testing/world.hpp"

namespace {

class World : public world::Test {};
EACH_DATABASE(World);

constexpr Right dig{"garden.dig"};

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
