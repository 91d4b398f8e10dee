#pragma once
// Events for tests of the journal.
#include "platform/journal/journal.hpp"
#include "platform/testing/world.hpp"

namespace journal::testing {

inline Event planned(std::string case_id, Visibility visibility = Visibility::everybody) {
    Event event{.type = "governance.case_planned",
                .subjects = {{"case", std::move(case_id)}},
                .body = {},
                .visibility = visibility};
    event.body.text("title", "Felles «arkiv» – æøå").number("points", 4).flag("isPublic", true);
    return event;
}

/// Appends in a transaction of its own; the test fails when that does.
inline StoredEvent append(world::World& world, const Principal& actor, const Event& event) {
    auto stored = world.database->write([&](db::Transaction& transaction) {
        return world.journal->append(transaction, actor, event, world.clock.now());
    });
    if (!stored) throw std::runtime_error{describe(stored.error())};
    return *stored;
}

} // namespace journal::testing
