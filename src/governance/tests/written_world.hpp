#pragma once
// A board that treats a case in writing: planned, noticed, opened by itself, answered by each.
#include "governance/actions/written.hpp"
#include "governance/jobs/case_jobs.hpp"
#include "governance/store/case_store.hpp"
#include "governance/tests/case_calls.hpp"
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class WrittenWorld : public CallsOf<RuleWorld> {
protected:
    NewMeeting in_writing(int days) const {
        auto wanted = a_meeting(30);
        wanted.mode = VoteMode::written;
        wanted.ends_at = at_norwegian_time(in_days(30 + days), std::chrono::hours{14});
        wanted.place = {};
        wanted.written_reason = std::string{"Fristen hos departementet er i morgen"};
        return wanted;
    }
    Result<MeetingId> try_plan(const NewMeeting& wanted) {
        return act([&](const Acting& acting) { return plan_meeting(acting, wanted); });
    }
    /// Planned, noticed and opened by itself, with one case.
    void open_window_with_case(int days, CaseId matter) {
        matter_id = matter;
        const auto planned = try_plan(in_writing(days));
        ASSERT_TRUE(planned) << describe(planned.error());
        meeting = *planned;
        item = put_case(meeting, matter_id);
        const auto noticed = try_notice(meeting);
        ASSERT_TRUE(noticed) << describe(noticed.error());
        come_to(meeting);
        ASSERT_TRUE(open_window(world.services, meeting));
        ASSERT_EQ(meeting_now(meeting).state, MeetingState::under_way);
    }
    void open_window_with_case(int days = 7) { open_window_with_case(days, case_for_board()); }

    static NewWrittenBallot says(Choice choice, std::optional<AppointmentId> who = {}) {
        NewWrittenBallot ballot;
        ballot.choice = choice;
        ballot.who = who;
        return ballot;
    }
    Principal logged_in_as(const std::string& name) const { return principal_of(name, {}); }
    Result<void> answer_as(const std::string& name, Choice choice) {
        return act_as(logged_in_as(name),
                      [&](const Acting& acting) { return cast_written_ballot(acting, meeting, item, says(choice)); });
    }
    /// Recorded by the secretary.
    Result<void> answer_for(AppointmentId who, Choice choice) {
        return act([&](const Acting& acting) { return cast_written_ballot(acting, meeting, item, says(choice, who)); });
    }
    Result<void> demand_as(const std::string& name) {
        NewMeetingDemand wanted;
        wanted.reason = std::string{"Saken må drøftes"};
        return act_as(logged_in_as(name),
                      [&](const Acting& acting) { return demand_meeting(acting, meeting, wanted); });
    }
    void come_to_the_end() {
        world.clock.set(meeting_now(meeting).ends_at);
        const auto closed = close_window(world.services, meeting);
        ASSERT_TRUE(closed) << describe(closed.error());
    }
    void waits_for_a_meeting() {
        EXPECT_EQ(item_now().outcome, Outcome::postponed);
        EXPECT_TRUE(record(meeting).item(item)->votes.empty());
        EXPECT_EQ(matter(matter_id).path.state, CaseState::in_preparation);
        EXPECT_EQ(meeting_now(meeting).state, MeetingState::closed);
    }
    DecisionRecord only_record() {
        const auto kept = record_of(record(meeting).item(item)->votes.front().id);
        EXPECT_TRUE(kept.holds());
        return *kept.record;
    }
};

} // namespace governance::tests
