#include "governance/actions/meetings.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/actions/written.hpp"
#include "governance/jobs/demonstration_stage.hpp"

namespace governance::demonstration {

using namespace std::chrono_literals;

/// What somebody answers themselves, on everything that is treated.
static Result<void> answer(Stage& stage, const Moment& moment, const SaidMeeting& said, const SaidAnswer& answered) {
    const auto& person = named(stage.people, answered.person);
    Principal oneself;
    oneself.kind = PrincipalKind::person;
    oneself.id = person.id.to_string();
    oneself.name = person.name;
    const auto& meeting = named(stage.meetings, said.key);
    NewWrittenBallot ballot;
    ballot.choice = answered.choice;
    for (const auto& item : meeting.items)
        TRY(cast_written_ballot(moment.as(stage, oneself), meeting.id, item, ballot));
    return {};
}

static Result<void> dissent(Stage& stage, const Moment& moment, const SaidMeeting& said) {
    const auto& body = named(stage.bodies, said.body);
    const auto& meeting = named(stage.meetings, said.key);
    for (std::size_t i = 0; i < said.agenda.size(); ++i) {
        for (const auto& dissent : said.agenda[i].dissents) {
            TRY(record_dissent(moment.as(stage, body.secretary), meeting.id, meeting.items.at(i),
                               {body.appointment_of(dissent.by), dissent.text}));
        }
    }
    return {};
}

static Result<void> decide(Stage& stage, const Moment& moment, const SaidMeeting& said) {
    const auto& meeting = named(stage.meetings, said.key);
    const auto acting = moment.as(stage, stage.program);
    for (const auto& item : meeting.items)
        TRY(decide_written(acting, meeting.id, item));
    return close_meeting(acting, meeting.id, {});
}

void add_window(Timeline& timeline, Stage& stage, const SaidMeeting& said, Date day) {
    const std::chrono::minutes begin = std::chrono::hours{said.starts_at_hour};
    timeline.add(day, begin, [&](const Moment& moment) {
        return open_written(moment.as(stage, stage.program), named(stage.meetings, said.key).id);
    });
    for (const auto& answered : said.written->answers) {
        timeline.add(day, begin + std::chrono::hours{answered.hours_after},
                     [&](const Moment& moment) { return answer(stage, moment, said, answered); });
    }
    const auto last_day = last_day_of(said, stage.today);
    timeline.add(last_day, begin - 1h, [&](const Moment& moment) { return dissent(stage, moment, said); });
    timeline.add(last_day, begin, [&](const Moment& moment) { return decide(stage, moment, said); });
    add_minutes(timeline, stage, said);
}

} // namespace governance::demonstration
