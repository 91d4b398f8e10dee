#pragma once
// A world with the real sector in it, and short ways to ask and change.
#include "directory/directory.hpp"
#include "directory/domain/errors.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/texts.hpp"
#include "platform/testing/world.hpp"

#include <stdexcept>

namespace directory::testing {

using namespace std::chrono;

/// The value, or the test fails with the error in words.
template <class T>
T good(Result<T> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
    return *std::move(result);
}
inline void good(Result<void> result) {
    if (!result) throw std::runtime_error{describe(result.error())};
}

template <class T>
std::string_view code_of(const Result<T>& result) {
    return result ? std::string_view{"no error"} : result.error().code;
}

/// A world's beginning: the real sector.
inline void the_sector(world::World& world) {
    good(world.database->write([&](db::Transaction& transaction) {
        return seed_sector(transaction, {*world.journal, world.system, *world.random, world.clock.now()});
    }));
}

class Test : public ::testing::TestWithParam<db::Dialect> {
protected:
    explicit Test(world::Beginning beginning = nullptr) : world{GetParam(), {&directory::text::catalogue}, beginning} {}
    world::World world;

    /// Runs an action with what doers need.
    template <class Action>
    auto act(Action&& action) {
        return world.database->write([&](db::Transaction& transaction) {
            const Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
            return action(transaction, doer);
        });
    }
    /// Asks one question with a reader of its own.
    template <class Question>
    auto ask(Question&& question) {
        const auto reader = good(world.database->reader());
        return good(question(*reader));
    }

    OrganisationSummary found(std::string_view key) {
        return ask([&](db::Reader& reader) { return find_organisation_by_key(reader, key); });
    }
    Date today() { return norwegian_date(world.clock.now()); }
};

} // namespace directory::testing
