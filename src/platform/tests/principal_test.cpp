#include "platform/principal.hpp"

static constexpr Right plan{"governance.plan_case"};

static Principal with(std::string scope) {
    Principal principal;
    principal.kind = PrincipalKind::person;
    principal.grants = {{std::string{plan.name}, std::move(scope)}};
    return principal;
}

TEST(Principal, WithoutGrantsMayOnlyWhatEverybodyMay) {
    const Principal nobody;
    EXPECT_TRUE(nobody.may(right::everybody));
    EXPECT_FALSE(nobody.may(right::logged_in));
    EXPECT_EQ(nobody.require(plan).error().code, "platform.not_logged_in");
}

TEST(Principal, WithAGrantForOneBodyMayNothingInAnother) {
    const auto secretary = with("body-1");
    EXPECT_TRUE(secretary.may(plan, "body-1"));
    EXPECT_FALSE(secretary.may(plan, "body-2"));
    EXPECT_FALSE(secretary.may(plan));
    EXPECT_TRUE(secretary.may_somewhere(plan));
    EXPECT_EQ(secretary.require(plan, "body-2").error().code, "platform.right_missing");
}

TEST(Principal, WithAGrantForEverythingMayEverywhere) {
    EXPECT_TRUE(with("").may(plan, "body-2"));
    EXPECT_TRUE(with("").may(plan));
}

TEST(Principal, ThatIsAClientIsNotSomebodyLoggedInUnlessGranted) {
    Principal client;
    client.kind = PrincipalKind::client;
    EXPECT_FALSE(client.may_somewhere(right::logged_in));
    EXPECT_EQ(client.require(right::logged_in).error().code, "platform.right_missing");
    client.grants = {{std::string{right::logged_in.name}, "organisation-1"}};
    EXPECT_TRUE(client.may(right::logged_in, "organisation-1"));
    EXPECT_FALSE(client.may(right::logged_in)) << "on its organisation's behalf, not its own";
}
