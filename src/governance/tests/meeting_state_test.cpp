#include "governance/domain/meeting.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

static Instant at(int number, int hour = 9) {
    return at_norwegian_time(day(number), std::chrono::hours{hour});
}

/// Called for day 20.
static Meeting a_meeting(MeetingState state = MeetingState::planned) {
    Meeting meeting;
    meeting.state = state;
    meeting.year = 2026;
    meeting.number = 3;
    meeting.starts_at = at(20);
    meeting.ends_at = at(20, 12);
    meeting.place = "Oslo";
    return meeting;
}

TEST(SendNotice, RefusesToBeLateWithoutAConsent) {
    const BodyRules rules;

    EXPECT_TRUE(send_notice(a_meeting(), rules, 1, "", at(13, 23)));
    EXPECT_EQ(code_of(send_notice(a_meeting(), rules, 1, "", at(14, 0))), "governance.meeting_notice_too_late");
    const auto consented = send_notice(a_meeting(), rules, 1, "Alle medlemmene, 15. mars", at(15));
    ASSERT_TRUE(consented);
    EXPECT_EQ(consented->consent, "Alle medlemmene, 15. mars");
    EXPECT_EQ(consented->noticed_at, at(15));
}

TEST(SendNotice, KeepsNoConsentThatNobodyNeeded) {
    EXPECT_EQ(send_notice(a_meeting(), {}, 1, "For sikkerhets skyld", at(1))->consent, "");
}

TEST(SendNotice, NeedsSomethingToTreat) {
    EXPECT_EQ(code_of(send_notice(a_meeting(), {}, 0, "", at(1))), "governance.agenda_empty");
}

TEST(PlanMeeting, NamesEveryFaultOfTimeAndLink) {
    auto meeting = a_meeting();
    meeting.starts_at = at(1);
    meeting.ends_at = at(1);
    meeting.remote_url = "ftp://example";

    const auto refused = check_plan(meeting, at(2));

    EXPECT_EQ(code_of(refused), "governance.meeting_plan_faulty");
    EXPECT_EQ(faults_of(refused.error()), (std::vector<std::string>{"#/endsAt governance.meeting_time_faulty",
                                                                    "#/startsAt governance.meeting_in_the_past",
                                                                    "#/remoteUrl governance.remote_url_faulty"}));
}

TEST(MoveMeeting, RaisesTheCalendarsSequence) {
    const auto moved = move_meeting(a_meeting(MeetingState::noticed), at(22), at(22, 12), "Bergen", "", at(10));

    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->calendar_sequence, 1);
    EXPECT_EQ(cancel_meeting(*moved, "For få saker")->calendar_sequence, 2);
}

TEST(OpenMeeting, WaitsForTheDayItIsCalledFor) {
    const auto meeting = a_meeting(MeetingState::noticed);

    EXPECT_EQ(code_of(open_meeting(meeting, appointment_id(1), 1, at(19, 23))), "governance.meeting_too_early");
    EXPECT_TRUE(open_meeting(meeting, appointment_id(1), 1, at(20, 8)));
    EXPECT_EQ(open_meeting(meeting, appointment_id(1), 1, at(21))->day_held(), day(21));
}

TEST(CloseMeeting, NamesTheItemsThatAreLeft) {
    const auto refused = close_meeting(a_meeting(MeetingState::under_way), {"18/2026", "Eventuelt"}, at(20, 12));

    EXPECT_EQ(code_of(refused), "governance.items_not_treated");
    EXPECT_EQ(std::get<std::string>(refused.error().values.front().value), "18/2026, Eventuelt");
}

TEST(Meeting, AllowsEachStepInItsOwnStateOnly) {
    const auto codes = [](MeetingRequest request) {
        std::vector<std::string> found;
        using enum MeetingState;
        for (const auto state : {planned, noticed, under_way, closed, minutes_published, cancelled})
            found.push_back(code_of(require_allowed(state, request)));
        return found;
    };
    const std::string step = "governance.meeting_step_refused", open = "governance.meeting_not_open";

    EXPECT_EQ(codes(MeetingRequest::send_notice), (std::vector<std::string>{"", step, step, step, step, step}));
    EXPECT_EQ(codes(MeetingRequest::open), (std::vector<std::string>{step, "", step, step, step, step}));
    EXPECT_EQ(codes(MeetingRequest::treat), (std::vector<std::string>{open, open, "", open, open, open}));
    EXPECT_EQ(codes(MeetingRequest::close), (std::vector<std::string>{step, step, "", step, step, step}));
    EXPECT_EQ(codes(MeetingRequest::cancel), (std::vector<std::string>{"", "", step, step, step, step}));
}

} // namespace governance::tests
