#pragma once
// A board that follows a profile of rules, for the tests of each rule.
#include "governance/actions/impartiality.hpp"
#include "governance/actions/rule_profiles.hpp"
#include "governance/decisions.hpp"
#include "governance/store/decision_record_store.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/tests/meeting_world.hpp"

namespace governance::tests {

using enum Choice;

class RuleWorld : public MeetingWorld {
protected:
    void SetUp() override {
        MeetingWorld::SetUp();
        ASSERT_TRUE(act([&](const Acting& acting) { return seed_profiles(acting); }));
    }
    /// From tomorrow on; meetings are a month away.
    void follow(const std::string& profile, const BodySettings& own = {}) {
        NewRules wanted;
        wanted.valid_from = in_days(1);
        wanted.adopted_by = std::string{"Landstinget"};
        wanted.rules = own;
        wanted.profile = profile;
        must([&](const Acting& acting) { return adopt_rules(acting, board, wanted); });
    }
    /// All in the room vote for, those named here excepted.
    Result<VoteId> vote_with(const std::vector<std::pair<AppointmentId, Choice>>& others,
                             VoteKind kind = VoteKind::ordinary) {
        NewVote wanted;
        wanted.proposal = recommendation();
        wanted.kind = kind;
        for (const auto& voter : record(meeting).roll().voters()) {
            const auto other = std::ranges::find(others, voter.who, &std::pair<AppointmentId, Choice>::first);
            wanted.ballots.push_back({voter.who, other == others.end() ? in_favour : other->second});
        }
        return act([&](const Acting& acting) { return hold_vote(acting, meeting, item, wanted); });
    }
    Result<ImpartialityId> raise(AppointmentId who, ImpartialityGround ground = ImpartialityGround::leading_role) {
        NewImpartiality wanted;
        wanted.who = who;
        wanted.ground = ground;
        wanted.reason = std::string{"Sitter i styret til søkeren"};
        return act([&](const Acting& acting) { return raise_impartiality(acting, meeting, item, wanted); });
    }
    Result<ImpartialityRuling> settle_impartiality(ImpartialityId id, int in_favour_count, int against_count,
                                                   std::optional<AppointmentId> deputy = {}) {
        ImpartialityVote cast;
        cast.method = VoteMethod::count;
        cast.in_favour = in_favour_count;
        cast.against = against_count;
        cast.deputy = deputy;
        return act([&](const Acting& acting) { return rule_on_impartiality(acting, meeting, item, id, cast); });
    }
    RecordCheck record_of(VoteId id) {
        const auto kept = read([&](db::Reader& reader) { return load_record(reader, id); });
        EXPECT_TRUE(kept) << (kept ? "" : describe(kept.error()));
        return check_record(kept->document);
    }
    DecisionReport verified() {
        return *read([&](db::Reader& reader) { return verify_decisions(reader, *world.journal); });
    }
    Principal the_chair() const { return principal_of("Kari Leder", {right::approve_minutes}); }
    Result<int> draft() {
        return act([&](const Acting& acting) { return draft_minutes(acting, meeting); });
    }
    Result<void> approve(int number = 1) {
        return act_as(the_chair(),
                      [&](const Acting& acting) { return approve_minutes(acting, meeting, number, {}, {}); });
    }
    MinutesContent written(int number = 1) {
        const auto kept = *read([&](db::Reader& reader) { return load_minutes(reader, meeting, number); });
        return *json::read<MinutesContent>(kept.content);
    }
};

} // namespace governance::tests
