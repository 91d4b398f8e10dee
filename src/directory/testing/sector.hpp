#pragma once
// What tests of the modules above begin with: the real sector.
#include "directory/directory.hpp"
#include "platform/testing/world.hpp"

#include <stdexcept>

namespace directory {

/// A world's beginning: all organisations of today with their history.
inline void sector(world::World& begun) {
    const auto seeded = begun.database->write([&](db::Transaction& transaction) {
        return seed_sector(transaction, {*begun.journal, begun.system, *begun.random, begun.clock.now()});
    });
    if (!seeded) throw std::runtime_error{"could not seed the sector: " + describe(seeded.error())};
}

} // namespace directory
