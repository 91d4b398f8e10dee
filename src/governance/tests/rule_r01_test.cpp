// R1: notice with agenda and papers in reasonable time; a late item needs a recorded consent, and in a municipal body
// nobody who may must object.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR1 : public RuleWorld {
protected:
    NewItem a_late_item() const {
        NewItem wanted;
        wanted.kind = ItemKind::orientation;
        wanted.title = std::string{"Orientering"};
        wanted.consent = std::string{"Alle var enige om å ta den opp"};
        return wanted;
    }
};
EACH_DATABASE(RuleR1);

TEST_P(RuleR1, LetsANoticeOutInTime) {
    follow("KOMMUNELOVEN");
    meeting = plan_a_meeting(30);
    put_case(meeting, case_for_board());

    EXPECT_TRUE(try_notice(meeting));
}

TEST_P(RuleR1, RefusesALateNoticeWithoutConsentInWords) {
    follow("KOMMUNELOVEN");
    meeting = plan_a_meeting(5);
    put_case(meeting, case_for_board());

    EXPECT_EQ(code_of(try_notice(meeting)), "governance.meeting_notice_too_late");
    EXPECT_TRUE(try_notice(meeting, "Alle medlemmene har sagt ja"));
    EXPECT_EQ(meeting_now(meeting).consent, "Alle medlemmene har sagt ja");
}

TEST_P(RuleR1, RefusesALateItemWhenAThirdOrTheChairObject) {
    follow("KOMMUNELOVEN");
    meeting = plan_a_meeting(30);
    put_case(meeting, case_for_board());
    ASSERT_TRUE(try_notice(meeting));
    auto without_consent = a_late_item();
    without_consent.consent = {};
    auto chair_objects = a_late_item(), two_of_five = a_late_item(), one_of_five = a_late_item();
    chair_objects.chair_objects = true;
    two_of_five.members_objecting = 2;
    one_of_five.members_objecting = 1;

    EXPECT_EQ(code_of(try_item(meeting, without_consent)), "governance.item_too_late");
    EXPECT_EQ(code_of(try_item(meeting, chair_objects)), "governance.item_objected");
    EXPECT_EQ(code_of(try_item(meeting, two_of_five)), "governance.item_objected");
    EXPECT_TRUE(try_item(meeting, one_of_five));
}

} // namespace governance::tests
