#pragma once
// What tests of the modules above begin with: the real sector, and invented cases in invented bodies' meetings.
#include "directory/testing/sector.hpp"
#include "governance/demonstration.hpp"

namespace governance {

/// A world's beginning: as `samband demo` loads it, on the day that a world begins.
inline void demonstration(world::World& begun) {
    directory::sector(begun);
    const auto loaded = load_demonstration(begun.services, directory::PersonKey{}, norwegian_date(begun.clock.now()));
    if (!loaded) throw std::runtime_error{"could not load the demonstration: " + describe(loaded.error())};
}

} // namespace governance
