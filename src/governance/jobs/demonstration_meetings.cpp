#include "governance/actions/agenda.hpp"
#include "governance/actions/impartiality.hpp"
#include "governance/actions/meetings.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/appointment.hpp"
#include "governance/jobs/demonstration_stage.hpp"

#include <algorithm>

namespace governance::demonstration {

using namespace std::chrono_literals;

/// From the opening of a meeting to its first item, and from item to item.
static constexpr auto before_first_item = 5min, for_each_item = 15min;

Date last_day_of(const SaidMeeting& said, Date today) {
    const auto day = said.day.on(today);
    return said.written ? Date{std::chrono::sys_days{day} + std::chrono::days{said.written->days}} : day;
}

static Result<void> plan(Stage& stage, const Moment& moment, const SaidMeeting& said) {
    const auto& body = named(stage.bodies, said.body);
    const auto starts_at = at_norwegian_time(said.day.on(stage.today), std::chrono::hours{said.starts_at_hour});
    NewMeeting wanted;
    wanted.body = body.id;
    wanted.starts_at = starts_at;
    wanted.ends_at = starts_at + std::chrono::hours{said.hours};
    if (!said.place.empty()) wanted.place = said.place;
    wanted.remote_url = said.remote_url;
    if (said.written) {
        wanted.mode = VoteMode::written;
        wanted.ends_at = at_norwegian_time(last_day_of(said, stage.today), std::chrono::hours{said.starts_at_hour});
        wanted.written_reason = said.written->reason;
    }
    StagedMeeting meeting;
    meeting.id = TRY(plan_meeting(moment.as(stage, body.secretary), wanted, true));
    ensure(stage.meetings.emplace(said.key, std::move(meeting)).second);
    ++stage.report.meetings;
    return {};
}

static Result<void> set_agenda(Stage& stage, const Moment& moment, const SaidMeeting& said) {
    auto& meeting = named(stage.meetings, said.key);
    for (const auto& item : said.agenda) {
        NewItem wanted;
        wanted.kind = item.kind;
        if (!item.case_key.empty()) wanted.case_id = named(stage.cases, item.case_key);
        if (!item.meeting.empty()) wanted.approves_meeting = named(stage.meetings, item.meeting).id;
        wanted.title = item.title;
        wanted.text = item.text;
        const auto acting = moment.as(stage, named(stage.bodies, said.body).secretary);
        meeting.items.push_back(TRY(add_item(acting, meeting.id, wanted, {})));
    }
    return {};
}

static Result<void> call_in_deputies(Stage& stage, const Moment& moment, const SaidMeeting& said, int before_item) {
    const auto& body = named(stage.bodies, said.body);
    auto& meeting = named(stage.meetings, said.key);
    for (const auto& deputy : said.deputies) {
        if (deputy.before_item != before_item) continue;
        const Movement arrival{PresenceKind::arrived, body.appointment_of(deputy.person),
                               body.appointment_of(deputy.instead_of), false, deputy.remark};
        TRY(record_movement(moment.later(1min).as(stage, body.secretary), meeting.id, arrival));
        meeting.present.push_back(deputy.person);
    }
    return {};
}

static Result<void> open(Stage& stage, const Moment& moment, const SaidMeeting& said) {
    const auto& body = named(stage.bodies, said.body);
    auto& meeting = named(stage.meetings, said.key);
    const auto is_in = [](const std::vector<Key>& keys, const Key& key) {
        return std::ranges::find(keys, key) != keys.end();
    };
    MeetingOpening opening;
    const StagedMember* leader = nullptr;
    for (const auto& member : body.members) {
        if (member.role == AppointmentRole::deputy || is_in(said.absent, member.person)) continue;
        (is_in(said.remote, member.person) ? opening.remote : opening.present).push_back(member.id);
        if (!holds_seat(member.role)) continue;
        meeting.present.push_back(member.person);
        if (leader == nullptr || member.role < leader->role) leader = &member;
    }
    ensure(leader != nullptr);
    opening.chaired_by = leader->id;
    TRY(open_meeting(moment.as(stage, body.secretary), meeting.id, opening, {}));
    return call_in_deputies(stage, moment, said, -1);
}

static Result<void> leave(Stage& stage, const Moment& moment, const SaidMeeting& said, int item) {
    const auto& body = named(stage.bodies, said.body);
    auto& meeting = named(stage.meetings, said.key);
    for (const auto& departure : said.departures) {
        if (departure.before_item != item) continue;
        const Movement left{PresenceKind::left, body.appointment_of(departure.person), {}, false, departure.remark};
        TRY(record_movement(moment.as(stage, body.secretary), meeting.id, left));
        std::erase(meeting.present, departure.person);
    }
    return {};
}

/// Raises it and lets all others find that the member has no part.
static Result<void> step_down(Stage& stage, const Moment& moment, const SaidMeeting& said, std::size_t item,
                              const SaidImpartiality& said_of) {
    const auto& body = named(stage.bodies, said.body);
    auto& meeting = named(stage.meetings, said.key);
    NewImpartiality raised;
    raised.who = body.appointment_of(said_of.person);
    raised.ground = said_of.ground;
    raised.reason = said_of.reason;
    const auto id =
        TRY(raise_impartiality(moment.as(stage, body.secretary), meeting.id, meeting.items.at(item), raised));
    ImpartialityVote cast;
    if (!said_of.deputy.empty()) cast.deputy = body.appointment_of(said_of.deputy);
    TRY(rule_on_impartiality(moment.later(1min).as(stage, body.secretary), meeting.id, meeting.items.at(item), id,
                             cast));
    std::erase(meeting.present, said_of.person);
    if (!said_of.deputy.empty()) meeting.present.push_back(said_of.deputy);
    return {};
}

static Result<void> leave_and_treat(Stage& stage, const Moment& moment, const SaidMeeting& said, std::size_t item) {
    const auto place = static_cast<int>(item);
    TRY(leave(stage, moment, said, place));
    TRY(call_in_deputies(stage, moment, said, place));
    for (const auto& said_of : said.agenda[item].impartiality)
        TRY(step_down(stage, moment, said, item, said_of));
    return treat_item(stage, moment.later(1min), said, item);
}

static void add_sitting(Timeline& timeline, Stage& stage, const SaidMeeting& said, Date day) {
    const std::chrono::minutes begin = std::chrono::hours{said.starts_at_hour};
    timeline.add(day, begin, [&](const Moment& moment) { return open(stage, moment, said); });
    auto at = begin + before_first_item;
    if (said.is_under_way.value_or(false)) {
        return timeline.add(day, at, [&](const Moment& moment) { return propose_all(stage, moment, said); });
    }
    for (std::size_t item = 0; item < said.agenda.size(); ++item) {
        timeline.add(day, at, [&, item](const Moment& moment) { return leave_and_treat(stage, moment, said, item); });
        at += for_each_item;
    }
    timeline.add(day, at, [&](const Moment& moment) {
        return close_meeting(moment.as(stage, named(stage.bodies, said.body).secretary),
                             named(stage.meetings, said.key).id, {});
    });
    add_minutes(timeline, stage, said);
}

void add_meeting(Timeline& timeline, Stage& stage, const SaidMeeting& said) {
    const auto day = said.day.on(stage.today);
    timeline.add(workday_before(day, said.planned_days_before), 8h + 30min,
                 [&](const Moment& moment) { return plan(stage, moment, said); });
    const auto notice_day = workday_before(day, said.noticed_days_before);
    timeline.add(notice_day, 13h, [&](const Moment& moment) { return set_agenda(stage, moment, said); });
    timeline.add(notice_day, 13h + 30min, [&](const Moment& moment) {
        return send_notice(moment.as(stage, named(stage.bodies, said.body).secretary),
                           named(stage.meetings, said.key).id, {}, {});
    });
    if (said.written) return add_window(timeline, stage, said, day);
    if (!said.cancelled) return add_sitting(timeline, stage, said, day);
    timeline.add(said.cancelled->day.on(stage.today), 14h, [&](const Moment& moment) {
        return cancel_meeting(moment.as(stage, named(stage.bodies, said.body).secretary),
                              named(stage.meetings, said.key).id, {said.cancelled->reason}, {});
    });
}

} // namespace governance::demonstration
