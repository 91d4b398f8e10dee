#include "governance/demonstration.hpp"

#include "directory/testing/sector.hpp"
#include "governance/actions/minutes.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_list.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "identity/identity.hpp"
#include "platform/journal/verification.hpp"
#include "platform/search/search.hpp"
#include "platform/testing/world.hpp"

#include <map>
#include <memory>
#include <set>

using namespace governance;

/// The demonstration in a database. Loading it takes a second and the tests only read: one for each kind of database.
struct LoadedDemonstration {
    explicit LoadedDemonstration(db::Dialect dialect) : world{dialect} {
        directory::sector(world);
        const auto loaded =
            load_demonstration(world.services, directory::PersonKey{}, norwegian_date(world.clock.now()));
        EXPECT_TRUE(loaded) << describe(loaded.error());
        if (loaded) report = *loaded;
    }

    world::World world;
    DemonstrationReport report;
};

class Demonstration : public ::testing::TestWithParam<db::Dialect> {
protected:
    static LoadedDemonstration& loaded_in(db::Dialect dialect) {
        auto& one = all_loaded[dialect];
        if (!one) one = std::make_unique<LoadedDemonstration>(dialect);
        return *one;
    }
    static void TearDownTestSuite() { all_loaded.clear(); }

    [[nodiscard]] Date today() const { return norwegian_date(world.clock.now()); }
    Result<DemonstrationReport> try_load(Date day) {
        return load_demonstration(world.services, directory::PersonKey{}, day);
    }
    /// The answer itself, by value: it outlives the loop that goes through it.
    template <class Question>
    auto read(Question&& question) {
        auto lease = world.database->reader();
        EXPECT_TRUE(lease.has_value());
        auto answer = question(**lease);
        EXPECT_TRUE(answer.has_value()) << describe(answer.error());
        return *std::move(answer);
    }
    std::vector<Case> all_cases() {
        return read([&](db::Reader& reader) -> Result<std::vector<Case>> {
            CaseQuery query;
            query.limit = 1000;
            const auto cards = TRY(list_cases(reader, query, today(), i18n::Language::nb));
            std::vector<Case> cases;
            for (const auto& card : cards) {
                cases.push_back(*TRY(find_case(reader, card.id)));
            }
            return cases;
        });
    }
    std::vector<Meeting> all_meetings() {
        return read([](db::Reader& reader) { return list_meetings(reader, {.body = {}, .limit = 1000}); });
    }

    static inline std::map<db::Dialect, std::unique_ptr<LoadedDemonstration>> all_loaded;
    world::World& world = loaded_in(GetParam()).world;
    const DemonstrationReport& report = loaded_in(GetParam()).report;
};
EACH_DATABASE(Demonstration);

TEST_P(Demonstration, HasEveryStateAndEveryOutcome) {
    std::set<CaseState> states;
    std::set<Outcome> outcomes;
    int invented = 0;
    for (const auto& matter : all_cases()) {
        states.insert(matter.path.state);
        invented += matter.is_invented ? 1 : 0;
        for (const auto& step : matter.path.steps) {
            if (step.outcome) outcomes.insert(*step.outcome);
        }
    }

    EXPECT_EQ(states.size(), json::enumerator_values<CaseState>.size());
    EXPECT_EQ(outcomes.size(), json::enumerator_values<Outcome>.size());
    EXPECT_GE(invented, 24);
    EXPECT_EQ(report.cases, invented + 1);
}

TEST_P(Demonstration, HasMeetingsBeforeAndAfterToday) {
    std::set<MeetingState> states;
    int coming = 0;
    for (const auto& meeting : all_meetings()) {
        states.insert(meeting.state);
        coming += meeting.day() >= today() && meeting.state != MeetingState::cancelled ? 1 : 0;
    }

    EXPECT_EQ(states, (std::set{MeetingState::planned, MeetingState::noticed, MeetingState::under_way,
                                MeetingState::closed, MeetingState::minutes_published, MeetingState::cancelled}));
    EXPECT_GE(coming, 10);
}

TEST_P(Demonstration, SealsEveryPublishedMinutes) {
    const auto key = world.journal->signing_key().public_key();
    int sealed = 0, corrections = 0;
    for (const auto& meeting : all_meetings()) {
        for (const auto& minutes : read([&](db::Reader& reader) { return minutes_versions(reader, meeting.id); })) {
            if (minutes.state != MinutesState::published) continue;
            EXPECT_TRUE(is_seal_good(minutes, key)) << meeting.number_text();
            ++sealed;
            corrections += minutes.number > 1 ? 1 : 0;
        }
    }

    EXPECT_GE(sealed, 15);
    EXPECT_EQ(corrections, 1);
}

TEST_P(Demonstration, ShowsVotesByNameACastingVoteAndDissent) {
    int by_name = 0, casting = 0, dissents = 0;
    for (const auto& meeting : all_meetings()) {
        for (const auto& vote : read([&](db::Reader& reader) { return votes_of(reader, meeting.id); })) {
            by_name += vote.counted.method == VoteMethod::by_name ? 1 : 0;
            casting += vote.counted.casting_vote ? 1 : 0;
        }
        dissents += static_cast<int>(read([&](db::Reader& reader) { return dissents_of(reader, meeting.id); }).size());
    }

    EXPECT_GE(by_name, 5);
    EXPECT_EQ(casting, 1);
    EXPECT_GE(dissents, 2);
}

TEST_P(Demonstration, LeavesAJournalThatVerifiesAndRunsForwardInTime) {
    const auto verified = read([](db::Reader& reader) { return journal::verify_database(reader); });
    EXPECT_TRUE(verified.holds());

    Instant newest{};
    const auto events = read([&](db::Reader& reader) { return world.journal->after(reader, 0, 10'000); });
    for (const auto& event : events) {
        if (event.type == "directory.sector_loaded") continue;
        EXPECT_GE(event.at, newest) << event.type;
        EXPECT_LT(event.at, world.clock.now() + std::chrono::seconds{1});
        newest = event.at;
    }
}

TEST_P(Demonstration, LeaksNothingThatIsShielded) {
    for (const auto* secret : {"forhandlingsposisjon", "prisgrenser"}) {
        const auto found =
            read([&](db::Reader& reader) { return search::find(reader, {.words = secret, .kind = {}}); });
        EXPECT_EQ(found.total, 0) << secret;
    }
    const auto events = read([&](db::Reader& reader) { return world.journal->after(reader, 0, 10'000); });
    for (const auto& event : events) {
        EXPECT_EQ(event.body.find("orhandlingsposisjon"), std::string::npos) << event.type;
        EXPECT_EQ(event.body.find("risgrenser"), std::string::npos) << event.type;
    }
    for (const auto& meeting : all_meetings()) {
        for (const auto& minutes : read([&](db::Reader& reader) { return minutes_versions(reader, meeting.id); })) {
            EXPECT_EQ(minutes.content.find("orhandlingsposisjon"), std::string::npos) << meeting.number_text();
        }
    }
}

TEST_P(Demonstration, IsTheSameForTheSameChanceAndDay) {
    LoadedDemonstration once_more{GetParam()};
    auto& other = once_more.world;
    const auto events = read([&](db::Reader& reader) { return world.journal->after(reader, 0, 10'000); });
    const auto lease = other.database->reader();
    ASSERT_TRUE(lease);
    const auto others = other.journal->after(**lease, 0, 10'000);
    ASSERT_TRUE(others);
    ASSERT_EQ(events.size(), others->size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_EQ(events[i].id, (*others)[i].id);
        EXPECT_EQ(events[i].type, (*others)[i].type);
        EXPECT_EQ(events[i].at, (*others)[i].at);
    }
}

TEST_P(Demonstration, LetsPeopleActForTheirBodiesAndOrganisations) {
    std::set<std::string_view> roles;
    const auto events = read([&](db::Reader& reader) { return world.journal->after(reader, 0, 10'000); });
    for (const auto& event : events) {
        if (event.type != "identity.role_given") continue;
        for (const auto& line : identity::role_table()) {
            if (event.body.find(fmt::format("\"role\":\"{}\"", line.name)) != std::string::npos)
                roles.insert(line.name);
        }
    }

    EXPECT_EQ(roles, (std::set<std::string_view>{"operator", "secretariat", "body_secretary", "body_chair",
                                                 "council_member", "network_coordinator", "municipal_director",
                                                 "post_clerk", "state_officer", "supplier"}));
}

TEST_P(Demonstration, IsLoadedOnce) {
    const auto head = world.journal->head();

    const auto again = try_load(today());

    ASSERT_TRUE(again);
    EXPECT_TRUE(again->was_loaded_before);
    EXPECT_EQ(world.journal->head(), head);
}
