#pragma once
// A whole small world for module tests: a database of its own, a clock that stands still, chance that repeats itself.
#include "platform/services.hpp"
#include "platform/testing/test_database.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace world {

class World;
/// Puts in what a world begins with. Throws when it cannot.
using Beginning = void (*)(World&);

/// Migrated, and empty or with a beginning. On PostgreSQL a schema of its own, dropped at the end.
class World {
    TestDatabase place_; // First: what follows lives in it.
    std::string folder_;

public:
    /// The catalogues are those of the modules under test; may be empty. What a beginning makes is made once for a
    /// process and kind of database, in a world without catalogues, and copied after that.
    explicit World(db::Dialect, std::vector<const i18n::Catalogue*> catalogues = {}, Beginning beginning = nullptr);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    ManualClock clock;              ///< Begins at 2026-03-04 09:00 UTC.
    std::unique_ptr<Random> random; ///< Seed 1; 2 after a beginning, which had the first.
    std::unique_ptr<db::Database> database;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<blobs::Store> blobs;
    i18n::Library texts;
    Services services;
    Principal system; ///< May do everything; for preparing what a test needs.

    /// Somebody with these rights, each for everything.
    static Principal person(std::string name, std::vector<Right> rights);

private:
    static const World& begun(db::Dialect, Beginning);
    void close();
};

/// Base of a suite that runs on each database: class PlanCase : public world::Test {}; EACH_DATABASE(PlanCase);
class Test : public ::testing::TestWithParam<db::Dialect> {
protected:
    explicit Test(Beginning beginning = nullptr) : world{GetParam(), {}, beginning} {}
    World world;
};

} // namespace world
