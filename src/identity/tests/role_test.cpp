#include "identity/role.hpp"

#include <set>

TEST(RoleTable, HasOneLineForEachRoleInTheirOrder) {
    for (std::size_t i = 0; i < identity::role_table().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(identity::role_table()[i].role), i);
        EXPECT_EQ(identity::role_named(identity::role_table()[i].name), identity::role_table()[i].role);
    }
}

TEST(RoleTable, GivesNoRightTwiceToOneRole) {
    for (const auto& line : identity::role_table()) {
        std::set<std::string_view> seen;
        for (const auto& right : line.rights)
            EXPECT_TRUE(seen.insert(right.name).second) << line.name << " " << right.name;
    }
}

TEST(RoleTable, GivesACitizenNothingBeyondWhatIsOpen) {
    EXPECT_TRUE(identity::line_of(identity::Role::citizen).rights.empty());
}

TEST(RoleTable, LetsNobodyButOperatorsIntoTheMachineRoom) {
    for (const auto& line : identity::role_table()) {
        for (const auto& right : line.rights) {
            const bool is_operators = line.role == identity::Role::operator_;
            EXPECT_TRUE(right.name != "platform.operate" || is_operators) << line.name;
        }
    }
}

TEST(RoleTable, GivesOperatorsNoContent) {
    for (const auto& right : identity::line_of(identity::Role::operator_).rights) {
        EXPECT_FALSE(right.name.starts_with("governance.")) << right.name;
    }
}

TEST(RoleNamed, IsNothingForAnUnknownName) {
    EXPECT_FALSE(identity::role_named("emperor"));
}
