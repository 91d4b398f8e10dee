#include "directory/actions/reform.hpp"
#include "directory/tests/builders.hpp"

namespace directory {

using namespace std::chrono;
using testing::code_of;
using testing::good;

class Reform : public testing::Test {
protected:
    Reform() : Test{testing::the_sector} {}
    static constexpr Date day = 2026y / March / 1;

    Merger merger_of(std::vector<std::string_view> keys, NewUnit founded) {
        Merger merger{.predecessors = {}, .into = {}, .founded = std::move(founded), .on = day};
        for (const auto key : keys) {
            merger.predecessors.push_back(found(key).id);
        }
        return merger;
    }
    auto merged(const Merger& merger) {
        return act([&](auto& transaction, const Doer& doer) {
            return merge_organisations(transaction, doer, merger, referrers);
        });
    }
    auto split(const Split& split) {
        return act([&](auto& transaction, const Doer& doer) {
            return split_organisation(transaction, doer, split, referrers);
        });
    }
    PersonId with_role(std::string_view key) {
        return good(act([&, id = found(key).id](auto& transaction, const Doer& doer) -> Result<PersonId> {
            const auto person = TRY(register_person(transaction, doer, {}, {.name = "Kari Prøve"}));
            TRY(give_role(transaction, doer, {person, id, "ordfører", 2024y / January / 1, {}}));
            return person;
        }));
    }

    std::map<OrganisationId, int> cases; ///< What another module keeps about organisations.
    std::vector<Referrer> referrers{{
        .name = "test.referrer.cases",
        .count = [this](db::Reader&, OrganisationId id) { return Result<std::int64_t>{cases[id]}; },
        .move =
            [this](db::Transaction&, OrganisationId from, OrganisationId to) {
                const auto moved = cases[from];
                cases[to] += moved;
                cases[from] = 0;
                return Result<std::int64_t>{moved};
            },
    }};
};
EACH_DATABASE(Reform);

TEST_P(Reform, ShowsWhatAMergerMovesWithoutDoingIt) {
    with_role("1145");
    cases[found("1145").id] = 3;
    const auto merger = merger_of({"1144", "1145"}, {"Ytre Karmsund", "1199", ""});

    const auto preview = ask([&](auto& reader) { return preview_merger(reader, merger, referrers, today()); });

    EXPECT_EQ(preview.begins.at(0).population, found("1144").population + found("1145").population);
    std::map<std::string, std::int64_t> counted;
    for (const auto& move : preview.moves) {
        counted[move.what] += move.count;
    }
    EXPECT_EQ(counted,
              (std::map<std::string, std::int64_t>{
                  {"directory.referrer.memberships", 2}, {"directory.referrer.roles", 1}, {"test.referrer.cases", 3}}));
    EXPECT_FALSE(found("1145").ended_on);
}

TEST_P(Reform, MovesMembershipsRolesAndAllThatRefersToTheMerged) {
    const auto person = with_role("1145");
    const auto bokn = found("1145");
    cases[bokn.id] = 3;

    good(merged(merger_of({"1144", "1145"}, {"Ytre Karmsund", "1199", ""})));

    const auto founded = found("1199");
    EXPECT_EQ(cases[founded.id], 3);
    const auto roles = ask([&](auto& reader) { return roles_of(reader, person, day); });
    ASSERT_EQ(roles.size(), 1U);
    EXPECT_EQ(roles[0].organisation_id, founded.id);
    EXPECT_EQ(ask([&](auto& reader) { return roles_of(reader, person, 2026y / February / 28); }).at(0).organisation_id,
              bokn.id);
    EXPECT_EQ(ask([&](auto& reader) { return networks_of(reader, founded.id, day); }).at(0).slug, "nettverk-rogaland");
    EXPECT_EQ(ask([&](auto& reader) { return members_of(reader, found("nettverk-rogaland").id, day); }).size(), 22U);
}

TEST_P(Reform, KeepsHistorySoThatOldNumbersLeadOn) {
    good(merged(merger_of({"1144", "1145"}, {"Ytre Karmsund", "1199", ""})));

    EXPECT_EQ(found("1145").ended_on, day);
    EXPECT_EQ(found("1145").name, "Bokn (–2026)");
    const auto successors = ask([&](auto& reader) { return successors_of(reader, found("1145").id, today()); });
    ASSERT_EQ(successors.size(), 1U);
    EXPECT_EQ(successors[0].name, "Ytre Karmsund");
    EXPECT_EQ(ask([](auto& reader) { return municipalities_on(reader, 2026y / February / 28); }).size(), 357U);
    EXPECT_EQ(ask([](auto& reader) { return municipalities_on(reader, day); }).size(), 356U);
    const auto events = ask([&](auto& reader) {
        return world.journal->about(reader, {"organisation", found("1145").id.to_string()}, world.system, 10);
    });
    EXPECT_EQ(events.at(0).type, "directory.organisations_merged");
}

TEST_P(Reform, LetsOneGoOnAndTakeInTheOthers) {
    auto merger = merger_of({"1144"}, {});
    merger.into = found("1149").id;
    const auto population = found("1144").population + found("1149").population;

    good(merged(merger));

    EXPECT_EQ(found("1149").population, population);
    EXPECT_FALSE(found("1149").ended_on);
    EXPECT_EQ(ask([&](auto& reader) { return successors_of(reader, found("1144").id, today()); }).at(0).number, "1149");
}

TEST_P(Reform, SplitsOneAndGivesTheHeirWhatHasOneOwner) {
    const auto person = with_role("1508");
    cases[found("1508").id] = 2;
    const Split wanted{found("1508").id, {{"Ålesund øst", "1598", ""}, {"Ålesund vest", "1599", ""}}, 1, day};

    good(split(wanted));

    EXPECT_EQ(cases[found("1599").id], 2);
    EXPECT_EQ(ask([&](auto& reader) { return roles_of(reader, person, day); }).at(0).organisation_id, found("1599").id);
    for (const auto* part : {"1598", "1599"}) {
        EXPECT_EQ(ask([&](auto& reader) { return networks_of(reader, found(part).id, day); }).size(), 1U) << part;
    }
    EXPECT_EQ(ask([&](auto& reader) { return successors_of(reader, found("1507").id, today()); }).size(), 3U)
        << "the line from 2020 leads on through 1508";
}

TEST_P(Reform, IsRefusedWhenItCannotBe) {
    const NewUnit founded{"Ny", "1199", ""};
    EXPECT_EQ(code_of(merged(merger_of({"1144"}, founded))), reform_needs_two.name);
    EXPECT_EQ(code_of(merged(merger_of({"1144", "1144"}, founded))), reform_needs_two.name);
    EXPECT_EQ(code_of(merged(merger_of({"1144", "46"}, founded))), reform_mixes_kinds.name);
    EXPECT_EQ(code_of(merged(merger_of({"1144", "1507"}, founded))), organisation_ended.name);
    EXPECT_EQ(code_of(merged(merger_of({"1144", "1145"}, {"Ny", "119", ""}))), municipality_number_faulty.name);
    EXPECT_EQ(code_of(merged(merger_of({"1144", "1145"}, {"Ny", "1103", ""}))), number_taken.name);
    auto tomorrow = merger_of({"1144", "1145"}, founded);
    tomorrow.on = 2026y / March / 5;
    EXPECT_EQ(code_of(merged(tomorrow)), reform_in_future.name);
    EXPECT_EQ(code_of(split({found("1508").id, {founded}, 0, day})), reform_needs_two.name);
    EXPECT_EQ(code_of(split({found("1508").id, {founded, {"Annen", "1198", ""}}, 2, day})), reform_heir_missing.name);
    EXPECT_EQ(found("1144").ended_on, std::nullopt);
}

} // namespace directory
