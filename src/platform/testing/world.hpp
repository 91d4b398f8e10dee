#pragma once
// A whole small world for module tests: a database of its own, a clock that stands still, chance that repeats itself.
#include "platform/services.hpp"
#include "platform/testing/test_database.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace world {

/// Migrated and empty. On PostgreSQL a schema of its own, dropped at the end.
class World {
    TestDatabase place_; // First: what follows lives in it.
    std::string folder_;

public:
    /// The catalogues are those of the modules under test; may be empty.
    explicit World(db::Dialect, std::vector<const i18n::Catalogue*> catalogues = {});
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    ManualClock clock;              ///< Begins at 2026-03-04 09:00 UTC.
    std::unique_ptr<Random> random; ///< Seed 1.
    std::unique_ptr<db::Database> database;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<blobs::Store> blobs;
    i18n::Library texts;
    Services services;
    Principal system; ///< May do everything; for preparing what a test needs.

    /// Somebody with these rights, each for everything.
    static Principal person(std::string name, std::vector<Right> rights);
};

/// Base of a suite that runs on each database: class PlanCase : public world::Test {}; EACH_DATABASE(PlanCase);
class Test : public ::testing::TestWithParam<db::Dialect> {
protected:
    World world{GetParam()};
};

} // namespace world
