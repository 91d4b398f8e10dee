#include "governance/open_ballots.hpp"

#include "governance/actions/impartiality.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/open_ballot_store.hpp"

#include <algorithm>

namespace governance {

static Acting acting_in(const InMeeting& in) {
    return {in.transaction, in.services, in.principal, in.now};
}

Result<void> require_holding(const InMeeting& in) {
    TRY(read_sitting(acting_in(in), in.meeting));
    return {};
}

Result<void> require_untreated(const InMeeting& in, AgendaItemId item) {
    TRY(read_item_in_sitting(acting_in(in), in.meeting, item));
    return {};
}

Result<void> tell_of_meeting(const InMeeting& in, std::string_view type, journal::Body facts,
                             std::vector<journal::Subject> others) {
    const auto meeting = TRY(load_meeting(in.transaction, in.meeting));
    const auto body = TRY(load_body(in.transaction, meeting.body_id));
    return acting_in(in).tell(type, body, meeting, std::move(facts), std::move(others));
}

Result<void> tell_of_body(const InMeeting& in, std::string_view type, journal::Body facts,
                          std::vector<journal::Subject> subjects) {
    const auto meeting = TRY(load_meeting(in.transaction, in.meeting));
    journal::Event event;
    event.type = type;
    event.subjects = std::move(subjects);
    event.body = std::move(facts);
    event.body.text("meeting", meeting.number_text());
    event.visibility = journal::Visibility::internal;
    TRY(in.services.journal.append(in.transaction, in.principal, event, in.now));
    return {};
}

/// 2: may vote. 1: is in the room. 0: holds an appointment.
static int standing_of(const Roll& roll, AppointmentId id) {
    if (roll.voter(id)) return 2;
    return roll.is_present(id) ? 1 : 0;
}

static Result<Attending> attending_as(const InMeeting& in, const Roll& roll, const Appointment* appointment) {
    if (appointment == nullptr) return not_appointed_here.error();
    const auto names = TRY(names_of(in.transaction, {*appointment}));
    const auto name = names.people.find(appointment->person_id);
    const auto standing = standing_of(roll, appointment->id);
    return Attending{appointment->id, appointment->person_id, name == names.people.end() ? std::string{} : name->second,
                     standing > 0, standing == 2};
}

/// The person's appointment that counts for most here and now; nothing when there is none.
static const Appointment* best_of(const Roll& roll, directory::PersonId person) {
    const Appointment* best = nullptr;
    for (const auto& appointment : roll.appointments()) {
        if (appointment.person_id != person) continue;
        if (best == nullptr || standing_of(roll, appointment.id) > standing_of(roll, best->id)) best = &appointment;
    }
    return best;
}

Result<Attending> attending(const InMeeting& in, directory::PersonId person) {
    const auto sitting = TRY(read_sitting_unasked(acting_in(in), in.meeting));
    return attending_as(in, sitting.roll, best_of(sitting.roll, person));
}

Result<Attending> attending(const InMeeting& in, AppointmentId appointment) {
    const auto sitting = TRY(read_sitting_unasked(acting_in(in), in.meeting));
    return attending_as(in, sitting.roll, sitting.roll.appointment(appointment));
}

static NewVote vote_of_all(const Voting& voting, const std::vector<AbleVoter>& voters) {
    NewVote vote;
    vote.proposal = voting.proposal;
    vote.kind = voting.kind;
    for (const auto& voter : voters)
        vote.ballots.push_back({voter.appointment, Choice::in_favour});
    return vote;
}

static bool may_be_blank(BlankVotes rule, VoteKind kind) {
    if (rule == BlankVotes::elections) return kind == VoteKind::election;
    return rule == BlankVotes::everywhere;
}

Result<OpenedBallot> open_ballot(const InMeeting& in, const Voting& voting) {
    const auto acting = acting_in(in);
    const auto at = TRY(read_item_in_room(acting, in.meeting, voting.item));
    const auto proposal = TRY(at.live_proposal(voting.proposal));
    const auto disqualified = without_part(at.impartiality);
    OpenedBallot opened;
    opened.kind = kind_of_vote(proposal, voting.kind);
    opened.may_be_blank = may_be_blank(at.sitting.rules.rules.blank_votes, opened.kind);
    for (const auto& voter : at.sitting.roll.voters()) {
        if (std::ranges::find(disqualified, voter.who) != disqualified.end()) continue;
        opened.voters.push_back({voter.who, at.sitting.roll.appointment(voter.who)->person_id});
    }
    // What would stop a vote of all stops this one before anybody has cast anything.
    TRY(try_vote(acting, at, vote_of_all(voting, opened.voters)));
    TRY(insert_open_ballot(in.transaction, in.meeting, voting.item, voting.proposal, in.now));
    TRY(touch_meeting(in.transaction, in.meeting, in.now));
    return opened;
}

Result<void> require_vote(const InMeeting& in, AgendaItemId item, directory::PersonId person) {
    const auto acting = acting_in(in);
    const auto at = TRY(read_item_in(acting, TRY(read_sitting_unasked(acting, in.meeting)), item));
    const auto* appointment = best_of(at.sitting.roll, person);
    if (appointment == nullptr) return not_appointed_here.error();
    TRY(at.sitting.roll.voter(appointment->id));
    return require_part(at.impartiality, appointment->id);
}

Result<VoteId> decide_ballot(const InMeeting& in, const Voting& voting, const std::vector<CastBallot>& cast,
                             const TieBreak& tie) {
    NewVote vote;
    vote.proposal = voting.proposal;
    vote.kind = voting.kind;
    for (const auto& ballot : cast)
        vote.ballots.push_back({ballot.who, ballot.choice});
    vote.casting_vote = tie.casting_vote;
    vote.lot = tie.lot;
    TRY(remove_open_ballot(in.transaction, in.meeting));
    return hold_vote(acting_in(in), in.meeting, voting.item, vote);
}

Result<void> abandon_ballot(const InMeeting& in) {
    TRY(remove_open_ballot(in.transaction, in.meeting));
    TRY(require_holding(in));
    return touch_meeting(in.transaction, in.meeting, in.now);
}

Result<ImpartialityId> declare_own_impartiality(const InMeeting& in, AgendaItemId item, ImpartialityGround ground,
                                                std::string_view reason) {
    const auto acting = acting_in(in);
    const auto person = directory::PersonId::parse(in.principal.id);
    if (!person) return not_appointed_here.error();
    if (TRY(has_open_ballot(in.transaction, in.meeting))) return ballot_open.error();
    const auto at = TRY(read_item_in(acting, TRY(read_sitting_unasked(acting, in.meeting)), item));
    const auto* appointment = best_of(at.sitting.roll, *person);
    if (appointment == nullptr) return not_appointed_here.error();
    NewImpartiality wanted;
    wanted.who = appointment->id;
    wanted.ground = ground;
    wanted.reason = std::string{reason};
    return raise_impartiality_in(acting, at, wanted);
}

} // namespace governance
