#include "governance/tests/meeting_world.hpp"
#include "platform/json/described.hpp"

namespace governance::tests {

class WritingMinutes : public MeetingWorld {
protected:
    Result<int> draft() {
        return act([&](const Acting& acting) { return draft_minutes(acting, meeting); });
    }
    Principal the_chair() const { return principal_of("Kari Leder", {right::approve_minutes}); }
    Result<void> approve(const Principal& who, int number = 1, std::optional<MeetingId> in = {}) {
        return act_as(who, [&](const Acting& acting) { return approve_minutes(acting, meeting, number, {in}, {}); });
    }
    Result<void> sign(int number = 1) {
        return act_as(the_chair(), [&](const Acting& acting) { return sign_minutes(acting, meeting, number, {}); });
    }
    Result<void> publish(int number = 1) {
        return act_as(the_chair(), [&](const Acting& acting) { return publish_minutes(acting, meeting, number, {}); });
    }
    Minutes minutes(int number = 1) {
        return *read([&](db::Reader& reader) { return load_minutes(reader, meeting, number); });
    }
    MinutesContent content(int number = 1) { return *json::read<MinutesContent>(minutes(number).content); }
    bool seal_holds(int number = 1) { return is_seal_good(minutes(number), world.journal->signing_key().public_key()); }
    void publish_first() {
        hold_meeting_with_case();
        ASSERT_TRUE(draft());
        ASSERT_TRUE(approve(the_chair()));
        ASSERT_TRUE(sign());
        ASSERT_TRUE(publish());
    }
    Result<int> correct_place(const std::string& town) {
        MinutesCorrectionRequest wanted;
        wanted.reason = std::string{"Feil sted"};
        wanted.place = town;
        return act([&](const Acting& acting) { return correct_minutes(acting, meeting, 1, wanted); });
    }
    Result<void> describe_it(ItemDescription description) {
        return act([&](const Acting& acting) { return describe_item(acting, meeting, item, description); });
    }
};
EACH_DATABASE(WritingMinutes);

TEST_P(WritingMinutes, TellsWhatWasRecorded) {
    open_with_case(3);
    ASSERT_TRUE(move_person(PresenceKind::arrived, deputies[0], members[3]));
    ASSERT_TRUE(vote(recommendation(),
                     {{chair, Choice::in_favour}, {members[0], Choice::against}, {deputies[0], Choice::in_favour}}));
    ASSERT_TRUE(rule(Outcome::adopted));
    ASSERT_TRUE(move_person(PresenceKind::left, members[1], {}, "Tog"));
    ASSERT_TRUE(try_close());
    ASSERT_TRUE(draft());

    const auto written = content();
    EXPECT_EQ(written.body, "Hovedstyret");
    EXPECT_EQ(written.number, "1/2026");
    EXPECT_EQ(written.place, "Kommunenes hus, Oslo");
    EXPECT_EQ(written.seats, 5);
    EXPECT_EQ(written.quorum_needed, 3);
    ASSERT_EQ(written.leaders.size(), 1U);
    EXPECT_EQ(written.leaders[0].name, "Kari Leder");
    EXPECT_EQ(written.present.size(), 6U);
    ASSERT_EQ(written.absent.size(), 1U);
    EXPECT_EQ(written.absent[0].name, "Dag Medlem");
    const auto deputy = std::ranges::find(written.present, "Even Vara", &MinutesPerson::name);
    EXPECT_EQ(deputy->instead_of, "Dag Medlem");
    const auto left = std::ranges::find(written.present, "Bjørn Medlem", &MinutesPerson::name);
    EXPECT_EQ(left->movements.back().remark, "Tog");
    ASSERT_EQ(written.items.size(), 1U);
    EXPECT_EQ(written.items[0].number, "1/2026");
    EXPECT_EQ(written.items[0].decision.size(), 2U);
    EXPECT_EQ(written.items[0].votes[0].ballots.size(), 3U);
    EXPECT_EQ(written.items[0].votes[0].ballots[2].instead_of, "Dag Medlem");
}

TEST_P(WritingMinutes, WaitsUntilTheMeetingIsClosed) {
    open_with_case();

    EXPECT_EQ(code_of(draft()), "governance.minutes_too_early");
}

TEST_P(WritingMinutes, GoesThroughItsStepsInOrder) {
    hold_meeting_with_case();
    EXPECT_EQ(code_of(approve(the_chair())), "governance.minutes_not_found");
    ASSERT_TRUE(draft());
    EXPECT_EQ(code_of(sign()), "governance.minutes_step_refused");
    EXPECT_EQ(code_of(publish()), "governance.minutes_step_refused");
    ASSERT_TRUE(approve(the_chair()));
    EXPECT_EQ(code_of(draft()), "governance.minutes_step_refused");
    ASSERT_TRUE(sign());
    ASSERT_TRUE(publish());
    EXPECT_EQ(code_of(publish()), "governance.minutes_step_refused");
    EXPECT_EQ(meeting_now(meeting).state, MeetingState::minutes_published);
    EXPECT_EQ(minutes().signer_name, "Kari Leder");
    EXPECT_EQ(minutes().approver_name, "Kari Leder");
}

TEST_P(WritingMinutes, IsApprovedByTheLeaderOrTheNextMeetingOnly) {
    hold_meeting_with_case();
    ASSERT_TRUE(draft());
    const auto member = principal_of("Anne Medlem", {right::approve_minutes});
    const auto without_right = principal_of("Kari Leder", {});
    EXPECT_EQ(code_of(approve(member)), "governance.minutes_approver_faulty");
    EXPECT_EQ(code_of(approve(without_right)), "platform.right_missing");

    const auto first = meeting;
    const auto next = plan_a_meeting(60);
    EXPECT_EQ(code_of(approve(member, 1, next)), "governance.minutes_approver_faulty");
    NewItem approval;
    approval.kind = ItemKind::approval_of_minutes;
    approval.approves_meeting = first;
    const auto approving_item = *try_item(next, approval);
    ASSERT_TRUE(try_notice(next));
    come_to(next);
    ASSERT_TRUE(try_open(next, {chair, members[0], members[1]}));
    meeting = next;
    item = approving_item;
    ASSERT_TRUE(rule(Outcome::adopted));
    meeting = first;

    ASSERT_TRUE(approve(member, 1, next));
    EXPECT_EQ(minutes().approved_in, next);
}

TEST_P(WritingMinutes, NamesEveryPartThatIsMissing) {
    hold_meeting_with_case();
    ItemDescription closed;
    closed.is_closed = true;
    ASSERT_TRUE(describe_it(closed));
    ASSERT_TRUE(draft());
    auto without_more = minutes();
    auto broken = content();
    broken.items[0].decision.clear();
    broken.items[0].votes.clear();
    broken.place.clear();
    without_more.content = json::write(broken);
    ASSERT_TRUE(write([&](db::Transaction& transaction) { return update_minutes(transaction, without_more, 1); }));

    const auto refused = approve(the_chair());

    EXPECT_EQ(code_of(refused), "governance.minutes_incomplete");
    EXPECT_EQ(faults_of(refused.error()),
              (std::vector<std::string>{"#/place governance.minutes_part_missing",
                                        "#/items/0/closedBasis governance.minutes_part_missing",
                                        "#/items/0/decision governance.minutes_part_missing",
                                        "#/items/0/votes governance.minutes_part_missing"}));
}

TEST_P(WritingMinutes, TakesWhatIsWrittenToAnItemUntilItIsApproved) {
    hold_meeting_with_case();
    ASSERT_TRUE(draft());
    ItemDescription description;
    description.note = std::string{"Saken ble innledet av Siri Sekretær."};
    ASSERT_TRUE(describe_it(description));
    ASSERT_TRUE(draft());
    EXPECT_EQ(content().items[0].note, "Saken ble innledet av Siri Sekretær.");
    ASSERT_TRUE(approve(the_chair()));

    EXPECT_EQ(code_of(describe_it(description)), "governance.meeting_step_refused");
}

TEST_P(WritingMinutes, FindsOneChangedByteOfWhatIsPublished) {
    publish_first();
    ASSERT_TRUE(seal_holds());
    const auto whole = minutes();
    EXPECT_EQ(whole.seal_key, world.journal->signing_key().public_key().fingerprint());

    for (const std::size_t byte : {std::size_t{0}, whole.content.size() / 2, whole.content.size() - 1}) {
        auto changed = whole;
        changed.content[byte] = static_cast<char>(changed.content[byte] ^ 1);
        EXPECT_FALSE(is_seal_good(changed, world.journal->signing_key().public_key())) << byte;
    }
}

TEST_P(WritingMinutes, IsNotPublishedWhenTheContentNoLongerFitsItsSeal) {
    hold_meeting_with_case();
    ASSERT_TRUE(draft());
    ASSERT_TRUE(approve(the_chair()));
    ASSERT_TRUE(sign());
    auto forged = minutes();
    forged.content.replace(forged.content.find("Oslo"), 4, "Oslo!");
    ASSERT_TRUE(
        write([&](db::Transaction& transaction) { return update_minutes(transaction, forged, forged.version); }));

    EXPECT_EQ(code_of(publish()), "governance.minutes_changed");
}

TEST_P(WritingMinutes, NeverChangesAPublishedVersion) {
    publish_first();
    auto forged = minutes();
    forged.content += " ";

    const auto refused =
        write([&](db::Transaction& transaction) { return update_minutes(transaction, forged, forged.version); });

    EXPECT_EQ(code_of(refused), "governance.stale_version");
    EXPECT_TRUE(seal_holds());
}

TEST_P(WritingMinutes, CorrectsByANewVersionAndKeepsTheOlder) {
    publish_first();
    EXPECT_EQ(code_of(correct_place("Kommunenes hus, Oslo")), "governance.correction_changes_nothing");

    EXPECT_EQ(*correct_place("Bergen"), 2);
    EXPECT_EQ(code_of(correct_place("Bodø")), "governance.minutes_step_refused");
    ASSERT_TRUE(approve(the_chair(), 2));
    ASSERT_TRUE(sign(2));
    ASSERT_TRUE(publish(2));

    EXPECT_EQ(content(1).place, "Kommunenes hus, Oslo");
    EXPECT_EQ(content(2).place, "Bergen");
    EXPECT_EQ(content(2).corrections.front().reason, "Feil sted");
    EXPECT_EQ(content(2).corrections.front().corrects, 1);
    EXPECT_TRUE(seal_holds(1));
    EXPECT_TRUE(seal_holds(2));
    EXPECT_EQ(read([&](db::Reader& reader) { return published_minutes(reader, meeting); })->value().number, 2);
}

TEST_P(WritingMinutes, KeepsWhatWasDecidedWhenACorrectionLeavesItEmpty) {
    publish_first();
    const auto decided = content().items.front().decision;
    ASSERT_FALSE(decided.empty());
    MinutesCorrectionRequest wanted;
    wanted.reason = std::string{"Merknad mangler"};
    wanted.place = std::string{"Kommunenes hus, Oslo"};
    wanted.items.push_back({.item = 0, .note = std::string{"Saken ble innledet muntlig."}, .decision = {}});

    ASSERT_TRUE(act([&](const Acting& acting) { return correct_minutes(acting, meeting, 1, wanted); }));

    EXPECT_EQ(content(2).items.front().decision, decided);
    EXPECT_EQ(content(2).items.front().note, "Saken ble innledet muntlig.");
}

TEST_P(WritingMinutes, TellsTheJournalEachStepAndTheDigest) {
    publish_first();

    const auto events = events_about({"meeting", meeting.to_string()});
    const std::vector<std::string> last(events.end() - 4, events.end());
    EXPECT_EQ(last, (std::vector<std::string>{"governance.minutes_drafted", "governance.minutes_approved",
                                              "governance.minutes_signed", "governance.minutes_published"}));
}

} // namespace governance::tests
