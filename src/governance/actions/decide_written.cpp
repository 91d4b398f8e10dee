#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/impartiality.hpp"
#include "governance/actions/keep_record.hpp"
#include "governance/actions/written.hpp"
#include "governance/domain/job_kinds.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "governance/store/written_store.hpp"
#include "platform/jobs/jobs.hpp"

#include <algorithm>

namespace governance {

/// The chair; without one the deputy chair; else whoever has the first seat.
static Result<AppointmentId> leader_on(const Roll& roll) {
    const Appointment* leader = nullptr;
    for (const auto& each : roll.appointments()) {
        if (holds_seat(each.role) && (leader == nullptr || each.role < leader->role)) leader = &each;
    }
    if (leader == nullptr) return not_appointed_here.error();
    return leader->id;
}

Result<void> open_written(const Acting& acting, MeetingId id) {
    const auto [body, before] = TRY(open_for_change(acting, id));
    const bool is_due = before.mode == VoteMode::written && before.state == MeetingState::noticed;
    if (!is_due || acting.now < before.starts_at) return {};
    const auto rules = TRY(rules_in_force(acting.transaction, body.id, acting.today()));
    const Roll roll{TRY(appointments_of_body(acting.transaction, body.id)), acting.today()};
    const auto leader = TRY(leader_on(roll));
    const auto meeting = TRY(open_meeting(before, leader, rules.number, acting.now));
    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    TRY(insert_handover(acting.transaction, id, 1, {leader, acting.now}));
    std::vector<journal::Subject> subjects;
    for (const auto& item : TRY(agenda_of(acting.transaction, id))) {
        TRY(put_recommendation(acting, item));
        if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    }
    TRY(jobs::enqueue(acting.transaction, job_close_written, job_payload(id), meeting.ends_at, acting.now,
                      acting.services.random, id.to_string()));
    const auto quorum = quorum_of(roll, rules.rules);
    journal::Body facts;
    facts.number("present", 0).number("seats", quorum.seats).number("quorumNeeded", quorum.needed);
    return acting.tell("governance.meeting_opened", body, meeting, std::move(facts), std::move(subjects));
}

/// The answers of those who still hold a seat.
static std::vector<WrittenBallot> answers_that_count(const ItemInSitting& at, const std::vector<WrittenBallot>& all) {
    auto newest = newest_answers(all, at.item.id);
    std::erase_if(newest, [&](const WrittenBallot& answer) { return !at.sitting.roll.voter(answer.who); });
    return newest;
}

/// Whoever has a role elsewhere may answer other items; a table that changed after they answered this one stops it.
static Result<void> require_no_conflict(const Acting& acting, const ItemInSitting& at,
                                        const std::vector<WrittenBallot>& answers) {
    auto conflicts = TRY(unraised_conflicts(acting, at));
    std::erase_if(conflicts, [&](AppointmentId who) {
        return std::ranges::find(answers, who, &WrittenBallot::who) == answers.end();
    });
    if (conflicts.empty()) return {};
    return role_conflict_open.error({{"count", std::int64_t{std::ssize(conflicts)}}});
}

static Outcome outcome_of(const Working& working) {
    if (working.result == VoteResult::passed) return Outcome::adopted;
    return working.goes_to_second_round ? Outcome::postponed : Outcome::rejected;
}

static Result<Outcome> vote_in_writing(const Acting& acting, const ItemInSitting& at, const Proposal& recommendation) {
    TRY(require_ruled(at.impartiality));
    const auto& sitting = at.sitting;
    const auto answers = answers_that_count(at, TRY(written_ballots_of(acting.transaction, sitting.meeting.id)));
    TRY(require_no_conflict(acting, at, answers));
    Circumstances circumstances;
    circumstances.is_closed = at.item.closed_basis.has_value();
    circumstances.written = window_of(sitting.meeting, answers);
    circumstances.round = TRY(round_of(acting, at, recommendation));
    VoteCast cast;
    for (const auto& answer : answers)
        cast.ballots.push_back({answer.who, answer.choice});
    const auto decided =
        TRY(decide_vote(sitting.roll, sitting.rules.rules, *sitting.meeting.chaired_by, cast, circumstances));
    TRY(keep_vote(acting, at, recommendation, decided));
    return outcome_of(decided.working);
}

Result<void> decide_written(const Acting& acting, MeetingId meeting, AgendaItemId item) {
    const auto at = TRY(read_item_in_sitting(acting, meeting, item));
    const bool is_due = at.sitting.meeting.mode == VoteMode::written && acting.now >= at.sitting.meeting.ends_at;
    if (!is_due) return {};
    NewOutcome outcome;
    outcome.outcome = Outcome::noted;
    if (at.item.kind == ItemKind::case_) {
        const auto found = std::ranges::find(at.proposals, ProposalKind::recommendation, &Proposal::kind);
        if (found == at.proposals.end()) return proposal_not_found.error();
        outcome.outcome = TRY(vote_in_writing(acting, at, *found));
    }
    return end_treatment(acting, TRY(read_item_in_sitting(acting, meeting, item)), outcome);
}

Result<void> leave_undecided(const Acting& acting, MeetingId meeting, AgendaItemId item, std::string_view why) {
    const auto at = TRY(read_item_in_sitting(acting, meeting, item));
    TRY(put_back(acting, at.item, {}));
    journal::Body facts;
    facts.text("number", at.item.number_text()).text("why", why);
    return acting.tell("governance.item_left_undecided", at.sitting.body, at.sitting.meeting, std::move(facts),
                       at.subjects());
}

} // namespace governance
