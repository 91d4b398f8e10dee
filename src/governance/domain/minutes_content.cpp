#include "governance/domain/minutes_content.hpp"

namespace governance {

static std::vector<MinutesPerson> people_of(const MeetingRecord& record, bool present) {
    std::vector<MinutesPerson> people;
    for (const auto& appointment : record.appointments) {
        if (!appointment.is_valid_on(record.meeting.day_held())) continue;
        MinutesPerson person{
            record.name(appointment.id), appointment.role, record.on_behalf_of(appointment.id), {}, false, {}};
        for (const auto& entry : record.presence) {
            if (entry.who != appointment.id) continue;
            if (entry.instead_of) person.instead_of = record.name(*entry.instead_of);
            person.is_remote = person.is_remote || entry.is_remote;
            person.movements.push_back({entry.kind, entry.at, entry.remark});
        }
        const bool came = !person.movements.empty();
        const bool is_missed = !came && holds_seat(appointment.role);
        if (present ? came : is_missed) people.push_back(std::move(person));
    }
    return people;
}

static MinutesVote vote_of(const MeetingRecord& record, const ItemRecord& item, const Vote& vote) {
    const auto& counted = vote.counted;
    MinutesVote written;
    const auto* proposal = item.proposal(vote.proposal_id);
    written.proposal = proposal == nullptr ? 0 : proposal->position;
    written.kind = counted.kind;
    written.method = counted.method;
    written.in_favour = counted.tally.in_favour;
    written.against = counted.tally.against;
    written.blank = counted.tally.blank;
    written.seats = counted.seats;
    written.voters_present = counted.voters_present;
    written.quorum_needed = counted.quorum_needed;
    written.majority = counted.majority;
    written.casting_vote = counted.casting_vote;
    if (counted.casting_by) written.casting_by = record.name(*counted.casting_by);
    written.result = counted.result;
    written.rules_number = vote.rules_number;
    written.at = vote.at;
    if (vote.has_record) written.record = vote.id;
    for (const auto& ballot : counted.ballots) {
        const auto& [who, seat] = ballot.voter;
        written.ballots.push_back({record.name(who), record.on_behalf_of(seat),
                                   who == seat ? std::string{} : record.name(seat), ballot.choice});
    }
    return written;
}

static MinutesElection election_of(const ElectionCourse& course) {
    MinutesElection written;
    const auto& election = course.election;
    written.election = election.id;
    written.post = election.post;
    written.form = election.form;
    written.places = election.places;
    for (const auto& option : election.options)
        written.options.push_back({option.name, option.names});
    for (const auto& round : course.rounds) {
        const auto& counted = *round.working.election;
        MinutesElectionRound shown;
        shown.round = round.inputs.round;
        shown.method = round.inputs.method;
        for (const auto& option : counted.options)
            shown.votes.push_back(option.votes);
        shown.blank = round.working.tally.blank;
        shown.voters_present = round.working.able;
        shown.result = round.working.result;
        shown.by_lot = !counted.lots.empty();
        shown.at = round.at;
        shown.record = round.id;
        written.rounds.push_back(std::move(shown));
    }
    written.elected = course.elected();
    written.is_withdrawn = election.withdrawn_at.has_value();
    written.lot_commitment = commitment_of(election.lot_seed);
    return written;
}

static MinutesItem item_of(const MeetingRecord& record, const ItemRecord& source) {
    const auto& item = source.item;
    MinutesItem written;
    written.number = item.number_text();
    written.kind = item.kind;
    written.title = source.title;
    written.case_number = source.case_number;
    written.approves = source.approves_number;
    written.late_consent = item.late_consent.value_or("");
    written.is_closed = item.closed_basis.has_value();
    written.closed_basis = item.closed_basis.value_or("");
    written.shielded_by = source.shielded_by;
    written.text = item.text;
    for (const auto& paper : source.papers) {
        written.papers.push_back({paper.title, paper.document, paper.late_consent.value_or("")});
    }
    for (const auto& proposal : source.proposals) {
        written.proposals.push_back({proposal.position, proposal.kind,
                                     proposal.proposed_by ? record.name(*proposal.proposed_by) : std::string{},
                                     proposal.points, proposal.reason, proposal.withdrawn_at.has_value()});
    }
    for (const auto& vote : source.votes)
        written.votes.push_back(vote_of(record, source, vote));
    for (const auto& course : source.elections)
        written.elections.push_back(election_of(course));
    for (const auto& dissent : source.dissents) {
        written.dissents.push_back({record.name(dissent.who), record.on_behalf_of(dissent.who), dissent.text});
    }
    for (const auto& raised : source.impartiality) {
        written.impartiality.push_back(
            {record.name(raised.who), record.on_behalf_of(raised.who), raised.ground, raised.ruling, raised.record});
    }
    written.outcome = item.outcome;
    written.decision = item.decision;
    written.referred_to = source.referred_to_name;
    written.decided_at = item.decided_at;
    written.note = item.note;
    if (record.meeting.mode == VoteMode::written) {
        written.answers = static_cast<int>(newest_answers(source.written, item.id).size());
    }
    return written;
}

static MinutesWritten in_writing(const MeetingRecord& record) {
    MinutesWritten written;
    written.from = record.meeting.opened_at.value_or(record.meeting.starts_at);
    written.until = record.meeting.ends_at;
    written.reason = record.meeting.written_reason;
    if (record.demand) {
        written.demanded_by = record.name(record.demand->by);
        written.demand_reason = record.demand->reason;
    }
    return written;
}

MinutesContent minutes_of(const MeetingRecord& record) {
    const auto& meeting = record.meeting;
    MinutesContent content;
    content.meeting = meeting.id;
    content.body = record.body.name_nb;
    content.number = meeting.number_text();
    content.is_open = record.body.is_open;
    content.noticed_at = meeting.noticed_at;
    content.notice_consent = meeting.consent;
    content.called_for = meeting.starts_at;
    content.opened_at = meeting.opened_at;
    content.closed_at = meeting.closed_at;
    content.place = meeting.place;
    content.remote_url = meeting.remote_url;
    content.rules_number = record.rules.number;
    const auto quorum = quorum_of(Roll{record.appointments, meeting.day_held()}, record.rules.rules);
    if (meeting.mode == VoteMode::written) content.written = in_writing(record);
    content.seats = quorum.seats;
    content.quorum_needed = quorum.needed;
    for (const auto& handover : record.handovers)
        content.leaders.push_back({record.name(handover.to), handover.at});
    content.present = people_of(record, true);
    content.absent = people_of(record, false);
    for (const auto& item : record.items)
        content.items.push_back(item_of(record, item));
    return content;
}

} // namespace governance
