#include "platform/id.hpp"

#include <set>

TEST(Uuid, ComesBackFromItsText) {
    auto random = make_seeded_random(7);
    const auto id = Uuid::make(*parse_instant("2026-03-04T09:00:00Z"), *random);

    const auto read = Uuid::parse(id.to_string());

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, id);
    EXPECT_EQ(id.to_string()[14], '7') << "version 7 of RFC 9562";
}

TEST(Uuid, SortsByTimeOfBirth) {
    auto random = make_seeded_random(7);
    const auto start = *parse_instant("2026-03-04T09:00:00Z");
    for (int i = 1; i < 200; ++i) {
        const auto earlier = Uuid::make(start + std::chrono::milliseconds{i}, *random);
        const auto later = Uuid::make(start + std::chrono::milliseconds{i + 1}, *random);
        EXPECT_LT(earlier, later);
        EXPECT_LT(earlier.to_string(), later.to_string());
    }
}

TEST(Uuid, IsRefusedInAnyOtherForm) {
    for (const auto* text : {"", "0195", "0195a3c4-0000-7000-8000-00000000000g", "0195a3c40000-7000-8000-0000000000000",
                             "{195a3c4-0000-7000-8000-000000000000"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

TEST(Random, GivesTokensThatDoNotRepeat) {
    auto random = make_system_random();
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i)
        EXPECT_TRUE(seen.insert(random->token(16)).second);
    EXPECT_EQ(seen.begin()->size(), 22U);
}

TEST(Random, StaysBelowItsLimit) {
    auto random = make_seeded_random(3);
    for (int i = 0; i < 1000; ++i)
        EXPECT_LT(random->below(7), 7U);
}
