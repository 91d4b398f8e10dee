#include "directory/actions/change_organisation.hpp"
#include "directory/store/history_store.hpp"
#include "directory/tests/builders.hpp"

namespace directory {

using namespace std::chrono;
using testing::code_of;
using testing::good;

class RegisterOrganisation : public testing::Test {
protected:
    auto registered(const NewOrganisation& wanted) {
        return act(
            [&](auto& transaction, const Doer& doer) { return register_organisation(transaction, doer, wanted); });
    }
};
EACH_DATABASE(RegisterOrganisation);

TEST_P(RegisterOrganisation, MakesAnAddressOfTheName) {
    good(registered({.name = "Fjordvik Data AS", .organisation_number = "974 761 076"}));
    good(registered({.name = "Fjordvik Data AS"}));

    EXPECT_EQ(found("fjordvik-data-as").organisation_number, "974761076");
    EXPECT_EQ(found("fjordvik-data-as-2").name, "Fjordvik Data AS");
}

TEST_P(RegisterOrganisation, RefusesWhatCannotBe) {
    EXPECT_EQ(code_of(registered({.name = "  "})), name_missing.name);
    EXPECT_EQ(code_of(registered({.name = "A", .organisation_number = "974761077"})), organisation_number_faulty.name);
    EXPECT_EQ(code_of(registered({.name = "A", .homepage = "javascript:alert(1)"})), homepage_faulty.name);
    EXPECT_EQ(code_of(registered({.name = "A", .slug = "Stor Bokstav"})), slug_faulty.name);
    EXPECT_EQ(code_of(registered({.kind = OrganisationKind::municipality, .name = "A"})), kind_is_national.name);
}

TEST_P(RegisterOrganisation, RefusesWhatSomebodyElseHas) {
    good(registered({.name = "A", .organisation_number = "974761076", .slug = "a"}));

    EXPECT_EQ(code_of(registered({.name = "B", .organisation_number = "974761076"})), organisation_number_taken.name);
    EXPECT_EQ(code_of(registered({.name = "B", .slug = "a"})), slug_taken.name);
}

class ChangeOrganisation : public testing::Test {
protected:
    ChangeOrganisation() : Test{testing::the_sector} {}
    Organisation stored(std::string_view key) {
        return ask([&](auto& reader) { return store::organisation_by_key(reader, key); });
    }
    OrganisationChange unchanged(std::string_view key) {
        const auto now = stored(key);
        OrganisationChange change{.name = now.names.at("no"),
                                  .homepage = now.homepage,
                                  .organisation_number = now.organisation_number,
                                  .number = now.number,
                                  .from = 2026y / March / 1,
                                  .version = now.version};
        if (now.names.contains("se")) change.name_se = now.names.at("se");
        return change;
    }
    auto changed(std::string_view key, const OrganisationChange& change) {
        return act([&, id = found(key).id](auto& transaction, const Doer& doer) {
            return change_organisation(transaction, doer, id, change);
        });
    }
};
EACH_DATABASE(ChangeOrganisation);

TEST_P(ChangeOrganisation, KeepsTheOldNameWithItsLastDay) {
    auto change = unchanged("5503");
    change.name = "Harstad by";

    good(changed("5503", change));

    EXPECT_EQ(found("5503").name, "Harstad by");
    EXPECT_EQ(stored("5503").names.at("se"), "Hárstták");
    std::vector<std::string> norwegian;
    for (const auto& use : ask([&](auto& reader) { return store::names(reader, found("5503").id); })) {
        if (use.language == "no")
            norwegian.push_back(use.name + (use.period.to ? " to " + to_string(*use.period.to) : ""));
    }
    EXPECT_EQ(norwegian, (std::vector<std::string>{"Harstad by", "Harstad to 2026-03-01"}));
}

TEST_P(ChangeOrganisation, LeadsFromAnOldNumberToTheNewOne) {
    auto change = unchanged("4601");
    change.number = "4699";

    good(changed("4601", change));

    EXPECT_EQ(found("4601").number, "4699");
    EXPECT_EQ(found("1201").url, "/organisations/4699");
    EXPECT_EQ(ask([](auto& reader) { return find_municipality(reader, "4601", 2025y / June / 1); }).name, "Bergen");
}

TEST_P(ChangeOrganisation, IsRefusedFromAnOldVersionAndWithATakenNumber) {
    auto change = unchanged("4601");
    change.number = "1103";
    EXPECT_EQ(code_of(changed("4601", change)), number_taken.name);
    change.number = "46";
    EXPECT_EQ(code_of(changed("4601", change)), municipality_number_faulty.name);
    change.number = "4601";
    change.version += 1;
    EXPECT_EQ(code_of(changed("4601", change)), organisation_stale.name);
}

class Networks : public testing::Test {
protected:
    Networks() : Test{testing::the_sector} {}
    auto join(std::string_view network, std::string_view member, Date from) {
        return act([&, n = found(network).id, m = found(member).id](auto& transaction, const Doer& doer) {
            return join_network(transaction, doer, n, m, from, "vedtak");
        });
    }
    auto leave(std::string_view network, std::string_view member, Date from) {
        return act([&, n = found(network).id, m = found(member).id](auto& transaction, const Doer& doer) {
            return leave_network(transaction, doer, n, m, from);
        });
    }
};
EACH_DATABASE(Networks);

TEST_P(Networks, AreJoinedAndLeftOnADay) {
    good(join("nettverk-agder", "1103", 2026y / February / 1));
    EXPECT_EQ(ask([&](auto& reader) { return networks_of(reader, found("1103").id, 2026y / January / 31); }).size(),
              1U);
    EXPECT_EQ(ask([&](auto& reader) { return networks_of(reader, found("1103").id, 2026y / February / 1); }).size(),
              2U);

    good(leave("nettverk-agder", "1103", 2026y / March / 1));
    EXPECT_EQ(ask([&](auto& reader) { return networks_of(reader, found("1103").id, 2026y / March / 1); }).size(), 1U);
}

TEST_P(Networks, RefuseDoubleMembersStrangersAndWhatIsNoNetwork) {
    EXPECT_EQ(code_of(join("nettverk-rogaland", "1103", today())), already_member.name);
    EXPECT_EQ(code_of(leave("nettverk-agder", "1103", today())), not_member.name);
    EXPECT_EQ(code_of(join("ks", "1103", today())), not_a_network.name);
    EXPECT_EQ(code_of(join("nettverk-agder", "1507", today())), organisation_ended.name);
}

} // namespace directory
