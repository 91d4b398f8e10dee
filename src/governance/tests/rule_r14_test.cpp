// R14: taking part over a line, and deciding in writing, only under the profile's conditions.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR14 : public RuleWorld {
protected:
    void open_with_somebody_remote() {
        matter_id = case_for_board();
        meeting = plan_a_meeting();
        item = put_case(meeting, matter_id);
        ASSERT_TRUE(try_notice(meeting));
        come_to(meeting);
        MeetingOpening opening;
        opening.chaired_by = chair;
        opening.present = {chair, members[0], members[1]};
        opening.remote = {members[2]};
        ASSERT_TRUE(act([&](const Acting& acting) { return open_meeting(acting, meeting, opening, {}); }));
    }
};
EACH_DATABASE(RuleR14);

TEST_P(RuleR14, CountsRemoteMembersAndSaysSoInTheRecord) {
    follow("KOMMUNELOVEN");
    open_with_somebody_remote();

    const auto held = vote_with({});

    ASSERT_TRUE(held) << describe(held.error());
    const auto seats = record_of(*held).record->inputs.seats;
    EXPECT_TRUE(std::ranges::find(seats, members[2], &RecordedSeat::seat)->is_remote);
    EXPECT_EQ(record_of(*held).record->inputs.mode, VoteMode::meeting);
}

TEST_P(RuleR14, RefusesRemoteMembersBehindClosedDoors) {
    follow("KOMMUNELOVEN");
    open_with_somebody_remote();
    ItemDescription closed;
    closed.is_closed = true;
    closed.closed_basis = std::string{"kommuneloven § 11-5"};
    ASSERT_TRUE(act([&](const Acting& acting) { return describe_item(acting, meeting, item, closed); }));

    EXPECT_EQ(code_of(vote_with({})), "governance.remote_not_allowed");
    ASSERT_TRUE(move_person(PresenceKind::left, members[2]));
    EXPECT_TRUE(vote_with({}));
}

TEST_P(RuleR14, RefusesRemoteMembersWhereTheBodyWantsAllInTheRoom) {
    BodySettings own;
    own.may_meet_remotely = false;
    follow("STATUTES", own);
    open_with_somebody_remote();

    EXPECT_EQ(code_of(vote_with({})), "governance.remote_not_allowed");
}

} // namespace governance::tests
