// R25: every result can be explained and computed again: inputs, version of the rules, outcome, what was set aside.
#include "governance/tests/rule_world.hpp"
#include "platform/journal/proof.hpp"
#include "platform/journal/verification.hpp"

namespace governance::tests {

class RuleR25 : public RuleWorld {};
EACH_DATABASE(RuleR25);

TEST_P(RuleR25, LeavesARecordThatIsDecidedAgainFromItselfAlone) {
    follow("KOMMUNELOVEN");
    open_with_case();
    const auto held = *vote_with({{members[0], against}});

    const auto check = record_of(held);

    ASSERT_TRUE(check.holds());
    EXPECT_EQ(check.record->rules.profile, "KOMMUNELOVEN");
    EXPECT_EQ(check.record->rules.profile_version, 1);
    EXPECT_EQ(check.record->matter, matter_id);
    EXPECT_EQ(verified().checked, 1);
    EXPECT_TRUE(verified().holds());
}

TEST_P(RuleR25, StandsInThePublicLogOfVotesWhenTheBodyIsOpen) {
    open_with_case();
    const auto held = *vote_with({});
    const auto log = [&] { return *read([&](db::Reader& reader) { return newest_records(reader, 10); }); };

    ASSERT_EQ(log().size(), 1U);
    EXPECT_EQ(log().front().kept.vote, held);
    BodyChange closed;
    closed.name_nb = closed.name_nn = std::string{"Hovedstyret"};
    closed.kind = BodyKind::board;
    must([&](const Acting& acting) -> Result<bool> {
        TRY(change_body(acting, board, closed, {}));
        return true;
    });
    EXPECT_TRUE(log().empty());
}

TEST_P(RuleR25, HasNoRecordOfWhatWasNotVotedOn) {
    const auto nothing = VoteId::make(now(), *world.random);

    EXPECT_EQ(code_of(read([&](db::Reader& reader) { return load_record(reader, nothing); })),
              "governance.decision_not_found");
}

TEST_P(RuleR25, KeepsOldDecisionsUnderTheirOldRules) {
    follow("ADVISORY");
    open_with_case();
    const auto before = *vote_with({{members[0], against}, {members[1], against}});
    ProfileText stricter;
    stricter.valid_from = in_days(1);
    stricter.name_nb = stricter.name_nn = std::string{"Rådgivende"};
    stricter.basis = std::string{"Nytt mandat"};
    stricter.adopted_by = std::string{"Hovedstyret"};
    stricter.rules.majorities.ordinary = rule_of(Majority::three_quarters);
    ASSERT_EQ(*act([&](const Acting& acting) { return add_profile_version(acting, "ADVISORY", stricter); }), 2);
    ASSERT_TRUE(rule(Outcome::adopted));
    ASSERT_TRUE(try_close());

    open_with_case();
    const auto after = *vote_with({{members[0], against}, {members[1], against}});

    EXPECT_EQ(record_of(before).record->working.result, VoteResult::passed);
    EXPECT_EQ(record_of(after).record->working.result, VoteResult::failed);
    EXPECT_EQ(record_of(after).record->rules.profile_version, 2);
    EXPECT_EQ(verified().checked, 2);
    EXPECT_TRUE(verified().holds()) << words(verified(), world.services.texts.in(i18n::Language::nb));
}

TEST_P(RuleR25, FindsARecordThatNobodyDecided) {
    open_with_case();
    auto forged = *record_of(*vote_with({})).record;
    forged.vote = VoteId::make(now(), *world.random);
    forged.working.result = VoteResult::failed;
    const KeptRecord kept{forged.vote, to_json(forged), digest_of(to_json(forged))};
    ASSERT_TRUE(write([&](db::Transaction& transaction) { return insert_record(transaction, forged, kept); }));

    const auto report = verified();

    ASSERT_EQ(report.faults.size(), 2U);
    EXPECT_EQ(report.faults[0].kind, DecisionFault::Kind::differs);
    EXPECT_EQ(report.faults[0].member, "result");
    EXPECT_EQ(report.faults[1].kind, DecisionFault::Kind::not_in_journal);
    EXPECT_EQ(report.faults[1].vote, forged.vote.to_string());
}

TEST_P(RuleR25, TravelsInTheExportOfTheCase) {
    open_with_case();
    ASSERT_TRUE(vote_with({{members[0], against}}));
    const auto number = matter(matter_id).number.to_string();

    const auto file = *read([&](db::Reader& reader) { return export_case(reader, world.services, number); });

    EXPECT_TRUE(journal::verify_bundle(file).holds());
    EXPECT_EQ(verify_decisions_in(file).checked, 1);
    EXPECT_TRUE(verify_decisions_in(file).holds());
    auto changed = file;
    const auto at = changed.find(R"(\"choice\":\"against\")");
    ASSERT_NE(at, std::string::npos);
    changed.replace(at, std::string_view{R"(\"choice\":\"against\")"}.size(), R"(\"choice\":\"in_favour\")");
    EXPECT_EQ(journal::verify_bundle(changed).flaw, journal::Flaw::attachment_differs);
    EXPECT_FALSE(verify_decisions_in(changed).holds());
}

TEST_P(RuleR25, SaysWhatWasSetAsideAndWhy) {
    follow("STATUTES");
    matter_id = case_for_board();
    meeting = plan_a_meeting(3);
    item = put_case(meeting, matter_id);
    ASSERT_TRUE(try_notice(meeting, "Alle sa ja"));
    come_to(meeting);
    ASSERT_TRUE(try_open(meeting, {chair, members[0], members[1]}));

    const auto overrides = record_of(*vote_with({})).record->overrides;

    EXPECT_EQ(overrides, (std::vector<Override>{{OverrideKind::late_notice, "Alle sa ja"}}));
}

} // namespace governance::tests
