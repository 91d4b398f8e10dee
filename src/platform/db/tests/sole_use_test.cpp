#include "platform/db/sole_use.hpp"

#include "platform/errors.hpp"
#include "platform/testing/test_files.hpp"

#include <gtest/gtest.h>

TEST(SoleUse, IsOneProcessAtATimeAndEndsWithIt) {
    const auto folder = world::new_test_folder();
    const db::Options options{.url = "sqlite:" + folder + "/samband.db"};
    {
        const auto first = db::SoleUse::of(options);
        ASSERT_TRUE(first);
        EXPECT_TRUE(first->is_sole());
        const auto second = db::SoleUse::of(options);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, platform::database_taken.name);
        EXPECT_TRUE(db::open(options)) << "who only looks is let in";
    }
    EXPECT_TRUE(db::SoleUse::of(options));
    EXPECT_EQ(db::SoleUse::of({.url = "sqlite:" + folder + "/none/samband.db"}).error().code,
              platform::database_unavailable.name);
    world::remove_test_folder(folder);
}

TEST(SoleUse, IsNotAskedForWhereSeveralMayWork) {
    for (const auto* url : {"postgresql://samband@localhost/samband", "sqlite::memory:"}) {
        const auto shared = db::SoleUse::of({.url = url});
        ASSERT_TRUE(shared);
        EXPECT_FALSE(shared->is_sole());
    }
}
