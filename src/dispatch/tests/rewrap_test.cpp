// A newer post key takes over from the older: bit by bit, from where it stopped, and then the older may go.
#include "dispatch/jobs/rewrap_keys.hpp"
#include "dispatch/store/rewrap_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace {

class Rewrap : public post::Office {
protected:
    /// As after a restart with these keys in the data folder.
    void restart_with(std::initializer_list<int> generations) {
        std::map<std::uint8_t, crypto::Key> wrapping;
        for (const auto generation : generations) {
            const char letter = generation == 1 ? 'w' : 'x';
            wrapping.emplace(static_cast<std::uint8_t>(generation), *crypto::Key::from_bytes(std::string(32, letter)));
        }
        std::destroy_at(&office.vault);
        std::construct_at(&office.vault, std::move(wrapping), *crypto::Key::from_bytes(std::string(32, 'l')),
                          *world.random);
    }
    bool opens(const std::string& id) { return dispatch::open_envelope(office, *stored(id)).has_value(); }
    std::optional<dispatch::Rewrapping> progress(std::int64_t generation) {
        const auto lease = world.database->reader();
        return *dispatch::store::rewrapping(**lease, generation);
    }
};
EACH_DATABASE(Rewrap);

} // namespace

TEST_P(Rewrap, BringsEveryKeyUnderTheNewest) {
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i)
        ids.push_back(sent(fmt::format("Vedtak {}", i)));
    ASSERT_TRUE(dispatch::rewrap_keys(office));
    EXPECT_FALSE(progress(1)); // There was never another key.

    restart_with({1, 2});
    ids.push_back(sent("Etter byttet"));
    ASSERT_TRUE(dispatch::rewrap_keys(office));
    EXPECT_EQ(progress(2)->wrapped, 4);
    EXPECT_TRUE(progress(2)->ended_at);
    ASSERT_TRUE(dispatch::rewrap_keys(office)); // Again does nothing.
    EXPECT_EQ(progress(2)->wrapped, 4);
    const auto lease = world.database->reader();
    const auto events = world.journal->after(**lease, 0, 1000);
    EXPECT_EQ(std::ranges::count(*events, "dispatch.keys_rewrapped", &journal::StoredEvent::type), 1);

    restart_with({2}); // The old key is gone, and nothing is lost with it.
    for (const auto& id : ids)
        EXPECT_TRUE(opens(id));
}

TEST_P(Rewrap, GoesOnWhereItStopped) {
    const auto first = sent("Først"), second = sent("Annet");
    restart_with({1, 2});
    const auto begun = world.database->write([&](db::Transaction& transaction) {
        return dispatch::store::set_rewrapping(transaction, {2, std::min(first, second), 1, world.clock.now(), {}});
    });
    ASSERT_TRUE(begun);
    ASSERT_TRUE(dispatch::rewrap_keys(office));
    EXPECT_EQ(progress(2)->wrapped, 2);
    EXPECT_FALSE(office.vault.is_newest(*stored(std::min(first, second))->wrapped_key));
    EXPECT_TRUE(office.vault.is_newest(*stored(std::max(first, second))->wrapped_key));
}

TEST_P(Rewrap, LeavesEverythingWhenAKeyIsMissing) {
    const auto id = sent("Vedtak");
    const auto wrapped = *stored(id)->wrapped_key;
    restart_with({2});
    const auto done = dispatch::rewrap_keys(office);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, platform::seal_broken.name);
    EXPECT_EQ(*stored(id)->wrapped_key, wrapped);
    EXPECT_FALSE(progress(2));
}

TEST_P(Rewrap, LeavesWhatIsDestroyedDestroyed) {
    const auto id = sent("Vedtak");
    const auto destroyed = world.database->write([&](db::Transaction& transaction) {
        return dispatch::store::destroy_content(transaction, *dispatch::DispatchId::parse(id));
    });
    ASSERT_TRUE(destroyed);
    restart_with({1, 2});
    ASSERT_TRUE(dispatch::rewrap_keys(office));
    EXPECT_FALSE(stored(id)->wrapped_key);
}
