#include "governance/actions/minutes.hpp"
#include "governance/jobs/demonstration_stage.hpp"

namespace governance::demonstration {

using namespace std::chrono_literals;

/// Whoever chairs the body approves, signs and publishes.
static void add_publication(Timeline& timeline, Stage& stage, const SaidMeeting& said, Date day, int number) {
    const auto step = [&](std::chrono::minutes at, auto act) {
        timeline.add(day, at, [&stage, &said, act](const Moment& moment) {
            return act(moment.as(stage, named(stage.bodies, said.body).chair), named(stage.meetings, said.key).id);
        });
    };
    step(11h, [number](const Acting& acting, MeetingId id) { return approve_minutes(acting, id, number, {}, {}); });
    step(11h + 10min, [number](const Acting& acting, MeetingId id) { return sign_minutes(acting, id, number, {}); });
    step(12h, [number](const Acting& acting, MeetingId id) { return publish_minutes(acting, id, number, {}); });
}

static Result<void> correct(Stage& stage, const Moment& moment, const SaidMeeting& said) {
    MinutesCorrectionRequest wanted;
    wanted.reason = said.correction->reason;
    wanted.place = said.place;
    const auto& decision = said.correction->decision;
    wanted.items.push_back({said.correction->item, said.correction->note, {decision.begin(), decision.end()}});
    TRY(correct_minutes(moment.as(stage, named(stage.bodies, said.body).secretary), named(stage.meetings, said.key).id,
                        1, wanted));
    return {};
}

void add_minutes(Timeline& timeline, Stage& stage, const SaidMeeting& said) {
    const auto day = last_day_of(said, stage.today);
    timeline.add(workday_after(day, 1), 10h, [&](const Moment& moment) -> Result<void> {
        TRY(draft_minutes(moment.as(stage, named(stage.bodies, said.body).secretary),
                          named(stage.meetings, said.key).id));
        return {};
    });
    if (!said.minutes_days_after) return;
    add_publication(timeline, stage, said, workday_after(day, *said.minutes_days_after), 1);
    if (!said.correction) return;
    const auto corrected = workday_after(day, said.correction->days_after);
    timeline.add(corrected, 9h, [&](const Moment& moment) { return correct(stage, moment, said); });
    add_publication(timeline, stage, said, corrected, 2);
}

} // namespace governance::demonstration
