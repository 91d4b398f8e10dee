#include "directory/tests/builders.hpp"

namespace directory {

using namespace std::chrono;
using testing::code_of;
using testing::good;

class People : public testing::Test {
protected:
    People() : Test{testing::the_sector} {}
    auto registered(const NewPerson& wanted) {
        return act(
            [&](auto& transaction, const Doer& doer) { return register_person(transaction, doer, key, wanted); });
    }
    auto given(const NewRole& wanted) {
        return act([&](auto& transaction, const Doer& doer) { return give_role(transaction, doer, wanted); });
    }
    PersonKey key{{1, 2, 3}};
    static constexpr auto synthetic = "10915596784";
};
EACH_DATABASE(People);

TEST_P(People, AreRecognisedByTheirIdentityNumberUnderTheSameKeyOnly) {
    const auto id = good(registered({.name = "Kari Prøve", .identity_number = synthetic}));

    const auto known = ask([&](auto& reader) { return find_person_by_identity_number(reader, key, synthetic); });
    ASSERT_TRUE(known);
    EXPECT_EQ(known->id, id);
    EXPECT_FALSE(ask([&](auto& reader) { return find_person_by_identity_number(reader, PersonKey{}, synthetic); }));
}

TEST_P(People, NeverHaveTheirIdentityNumberKeptInClear) {
    good(registered({.name = "Kari Prøve", .identity_number = synthetic}));

    const auto rows = ask([](auto& reader) { return reader.query("SELECT identity_hash FROM directory_person"); });
    const auto& bytes = rows[0].bytes(0);
    EXPECT_EQ(bytes.size(), 32U);
    EXPECT_EQ(std::string(bytes.begin(), bytes.end()).find(synthetic), std::string::npos);
    for (const auto& event : ask([&](auto& reader) { return world.journal->after(reader, 0, 10); })) {
        EXPECT_EQ(event.body.find(synthetic), std::string::npos);
    }
}

TEST_P(People, AreRefusedTwiceOrWithAWrongNumberOrWithoutAName) {
    good(registered({.name = "Kari Prøve", .identity_number = synthetic}));

    EXPECT_EQ(code_of(registered({.name = "Kari Igjen", .identity_number = synthetic})), person_known.name);
    EXPECT_EQ(code_of(registered({.name = "Ola", .identity_number = "10915596785"})), identity_number_faulty.name);
    EXPECT_EQ(code_of(registered({.name = ""})), name_missing.name);
}

TEST_P(People, HoldRolesForAPeriod) {
    const auto person = good(registered({.name = "Kari Prøve"}));
    const auto bergen = found("4601").id;
    const auto role = good(given({person, bergen, "kommunedirektør", 2025y / January / 1, {}}));

    good(
        act([&](auto& transaction, const Doer& doer) { return end_role(transaction, doer, role, 2026y / March / 1); }));

    const auto in_february = ask([&](auto& reader) { return roles_of(reader, person, 2026y / February / 28); });
    ASSERT_EQ(in_february.size(), 1U);
    EXPECT_EQ(in_february[0].name, "kommunedirektør");
    EXPECT_EQ(in_february[0].organisation_name, "Bergen");
    EXPECT_TRUE(ask([&](auto& reader) { return roles_in(reader, bergen, 2026y / March / 1); }).empty());
    EXPECT_EQ(ask([&](auto& reader) { return people_by_id(reader, {person}); }).at(0).name, "Kari Prøve");
}

TEST_P(People, AreRefusedARoleThatEndsBeforeItBeginsOrForNobody) {
    const auto person = good(registered({.name = "Kari Prøve"}));
    const auto bergen = found("4601").id;

    EXPECT_EQ(code_of(given({person, bergen, "leder", 2026y / March / 1, 2026y / January / 1})), period_faulty.name);
    EXPECT_EQ(code_of(given({PersonId{}, bergen, "leder", 2026y / March / 1, {}})), person_not_found.name);
    EXPECT_EQ(code_of(act([&](auto& transaction, const Doer& doer) {
                  return end_role(transaction, doer, RoleId{}, 2026y / March / 1);
              })),
              role_not_found.name);
}

} // namespace directory
