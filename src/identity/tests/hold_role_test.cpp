#include "identity/tests/builders.hpp"

using namespace identity;
using namespace identity::tests;

class HoldRole : public world::Test {};
EACH_DATABASE(HoldRole);

TEST_P(HoldRole, LastsFromItsFirstDayToTheDayBeforeItsEnd) {
    const auto person = given_person(world, "Kari Prøve");
    const auto holding = *give(world, a_role(person, Role::body_secretary, "body-1"));
    ASSERT_TRUE(end(world, holding, "2026-06-01"));

    EXPECT_TRUE(held(world, person, "2025-12-31").empty());
    EXPECT_EQ(held(world, person, "2026-01-01").size(), 1U);
    EXPECT_EQ(held(world, person, "2026-05-31").size(), 1U);
    EXPECT_TRUE(held(world, person, "2026-06-01").empty());
}

TEST_P(HoldRole, IsRefusedWithoutTheBodyThatItIsFor) {
    const auto person = given_person(world, "Kari Prøve");

    const auto refused = give(world, a_role(person, Role::body_chair));

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "identity.scope_missing");
}

TEST_P(HoldRole, IsRefusedWhenItEndsBeforeItBegins) {
    const auto person = given_person(world, "Kari Prøve");
    auto wanted = a_role(person, Role::citizen);
    wanted.valid_to = day("2025-12-31");

    EXPECT_EQ(give(world, wanted).error().code, "identity.period_faulty");
    const auto holding = *give(world, a_role(person, Role::citizen));
    EXPECT_EQ(end(world, holding, "2025-12-31").error().code, "identity.period_faulty");
}

TEST_P(HoldRole, CannotBeEndedWhenNobodyHasIt) {
    const auto nobodys = HoldingId::make(world.clock.now(), *world.random);
    EXPECT_EQ(end(world, nobodys, "2026-06-01").error().code, "identity.holding_not_found");
}

TEST_P(HoldRole, GivesRightsForItsOwnScopeOnly) {
    const auto person = given_person(world, "Kari Prøve");
    ASSERT_TRUE(give(world, a_role(person, Role::body_secretary, "body-1")));

    const auto principal = principal_of(held(world, person, "2026-03-04").front(), "Kari Prøve", "");

    EXPECT_TRUE(principal.may(Right{"governance.hold_meeting"}, "body-1"));
    EXPECT_FALSE(principal.may(Right{"governance.hold_meeting"}, "body-2"));
    EXPECT_FALSE(principal.may(Right{"governance.hold_meeting"}));
}

TEST_P(HoldRole, LeavesAnEventThatOnlyThoseInsideSee) {
    const auto person = given_person(world, "Kari Prøve");
    ASSERT_TRUE(give(world, a_role(person, Role::citizen)));
    auto reader = *world.database->reader();

    const auto open = *world.journal->about(*reader, {"person", person.to_string()}, Principal{}, 10);
    for (const auto& event : open)
        EXPECT_NE(event.type, "identity.role_given");
    const auto inside = *world.journal->about(*reader, {"person", person.to_string()}, world.system, 10);
    EXPECT_TRUE(std::ranges::any_of(inside, [](const auto& event) { return event.type == "identity.role_given"; }));
}
