// What is shown of a written procedure, and an open standard's procedure from its first round to its second.
#include "governance/domain/written.hpp"
#include "governance/tests/written_world.hpp"

namespace governance::tests {

class WrittenPages : public WrittenWorld {};
EACH_DATABASE(WrittenPages);

TEST_P(WrittenPages, ShowsHowManyAnsweredAndToEachTheirOwnAnswer) {
    follow("STATUTES");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", against));
    const auto page = "/meetings/" + meeting.to_string();

    const auto everybody = body(page + ".json"), kari = body(page + ".json", logged_in_as("Kari Leder"));
    EXPECT_NE(everybody.find(R"("mode":"written")"), std::string::npos);
    EXPECT_NE(everybody.find(R"("answers":1)"), std::string::npos) << everybody;
    EXPECT_EQ(everybody.find("ownAnswer"), std::string::npos);
    EXPECT_NE(kari.find(R"("ownAnswer":"against")"), std::string::npos);
    EXPECT_NE(body(page).find("1 av 5 har svart."), std::string::npos);
    EXPECT_EQ(body(page).find("/ballot"), std::string::npos) << "a stranger is not asked";
    const auto form = page + "/items/" + item.to_string() + "/ballot";
    EXPECT_NE(body(form, logged_in_as("Kari Leder")).find("Svaret ditt er: Mot."), std::string::npos);
    people["Utenfor"] = person("Utenfor");
    EXPECT_EQ(code_of(get(form, logged_in_as("Utenfor"))), "platform.right_missing");
    EXPECT_TRUE(post(form + "s", "choice=in_favour", logged_in_as("Kari Leder")));
    EXPECT_NE(body(page + ".json", logged_in_as("Kari Leder")).find(R"("ownAnswer":"in_favour")"), std::string::npos);
}

TEST_P(WrittenPages, KeepsWhoAnsweredOutOfTheOpenJournal) {
    follow("STATUTES");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", against));

    const auto seen = *read([&](db::Reader& reader) {
        return world.journal->about(reader, {"meeting", meeting.to_string()}, Principal{}, 50);
    });
    EXPECT_EQ(std::ranges::count(seen, "governance.written_ballot_cast", &journal::StoredEvent::type), 0);
    EXPECT_EQ(events_about({"meeting", meeting.to_string()}).back(), "governance.written_ballot_cast");
}

TEST_P(WrittenPages, SaysInPlainWordsThatItWasInWriting) {
    follow("STATUTES");
    open_window_with_case();
    for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
        ASSERT_TRUE(answer_as(name, in_favour));
    come_to_the_end();

    const auto vote = record(meeting).item(item)->votes.front().id;
    EXPECT_NE(body("/decisions/" + vote.to_string()).find("Det ble stemt skriftlig"), std::string::npos);
    EXPECT_NE(body("/calendar?month=" + to_string(in_days(0)).substr(0, 7)).find("Svarfrist:"), std::string::npos);
}

TEST_P(WrittenPages, StandInTheCalendarOfTheMonthInWhichAnswersAreDueToo) {
    follow("STATUTES");
    open_window_with_case(40);
    const auto begins = to_string(in_days(0)).substr(0, 7), ends = to_string(in_days(40)).substr(0, 7);
    ASSERT_NE(begins, ends);

    EXPECT_EQ(body("/calendar?month=" + begins).find("Svarfrist:"), std::string::npos);
    EXPECT_NE(body("/calendar?month=" + ends).find("Svarfrist:"), std::string::npos);
    EXPECT_EQ(body("/calendar?month=" + to_string(in_days(75)).substr(0, 7)).find(meeting.to_string()),
              std::string::npos);
}

// --- An open standard's procedure: two weeks, unanimity, ninety days, three quarters. ---

class SecondRoundDays : public WrittenWorld {
protected:
    /// Half of them want it, and it falls.
    void fall_for_a_second_round() {
        follow("STANDARD-WG");
        open_window_with_case(14);
        for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
            ASSERT_TRUE(answer_as(name, in_favour));
        ASSERT_TRUE(answer_as("Cecilie Medlem", against));
        ASSERT_TRUE(answer_as("Dag Medlem", blank));
        come_to_the_end();
    }
    /// The case before a meeting in a room so many days from now.
    void meet_again(int days) {
        meeting = plan_a_meeting(days);
        item = put_case(meeting, matter_id);
        ASSERT_TRUE(try_notice(meeting));
        come_to(meeting);
        ASSERT_TRUE(try_open(meeting, {chair, members[0], members[1], members[2], members[3]}));
    }
};
EACH_DATABASE(SecondRoundDays);

TEST_P(SecondRoundDays, LetsAProposalFallUntilItHasBeenTalkedOver) {
    fall_for_a_second_round();
    EXPECT_EQ(item_now().outcome, Outcome::postponed);
    EXPECT_TRUE(only_record().working.goes_to_second_round);
    EXPECT_EQ(matter(matter_id).path.state, CaseState::treated) << "postponed by the vote itself";
    const auto rules = only_record().rules.rules;

    EXPECT_EQ(code_of(round_now(rules, EarlierRound{now(), true}, now() + std::chrono::days{89})),
              "governance.discussion_under_way");
    EXPECT_EQ(*round_now(rules, EarlierRound{now(), true}, now() + std::chrono::days{90}), 2);
    EXPECT_EQ(*round_now(rules, EarlierRound{now(), false}, now()), 1);
}

TEST_P(SecondRoundDays, HoldsTheSecondRoundWhenTheDaysHavePassed) {
    fall_for_a_second_round();
    const auto fell = now();
    ASSERT_TRUE(step(onwards, matter_id));
    meet_again(60);

    EXPECT_EQ(code_of(vote_with({})), "governance.discussion_under_way");
    world.clock.set(fell + std::chrono::days{90});
    const auto held = vote_with({{members[3], against}});

    ASSERT_TRUE(held) << describe(held.error());
    EXPECT_EQ(record_of(*held).record->inputs.round, 2);
    EXPECT_EQ(record_of(*held).record->working.result, VoteResult::passed) << "four of five are three quarters";
    EXPECT_TRUE(rule(Outcome::adopted));
    EXPECT_TRUE(verified().holds());
}

TEST_P(SecondRoundDays, LetsAStandardFallOnWhichNobodyAnswers) {
    follow("STANDARD-WG");
    open_window_with_case(14);

    come_to_the_end();

    EXPECT_EQ(item_now().outcome, Outcome::rejected);
    EXPECT_EQ(only_record().working.tally, Tally{});
}

TEST_P(SecondRoundDays, LetsAStandardFallOnWhichAllAbstain) {
    follow("STANDARD-WG");
    open_window_with_case(14);
    for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
        ASSERT_TRUE(answer_as(name, blank));

    come_to_the_end();

    EXPECT_EQ(item_now().outcome, Outcome::rejected);
}

} // namespace governance::tests
