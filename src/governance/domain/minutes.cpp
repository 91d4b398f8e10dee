#include "governance/domain/minutes.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

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

namespace {

/// Notes what is missing, of the parts that the rules ask for.
class MinutesCheck {
public:
    explicit MinutesCheck(const std::vector<MinutesPart>& parts) : parts_{parts} {}

    void need(bool is_there, MinutesPart part, std::string_view name) {
        if (is_there || !asks_for(part)) return;
        faults_.push_back(
            minutes_part_missing.at(fmt::format("#/{}", name), {{"part", std::string{name}}, {"item", ""}}));
    }
    void check(const MinutesItem& item, std::size_t place) {
        const auto missing = [&](MinutesPart part, std::string_view name) {
            if (!asks_for(part)) return;
            faults_.push_back(minutes_part_missing.at(fmt::format("#/items/{}/{}", place, name),
                                                      {{"part", std::string{name}}, {"item", item.number}}));
        };
        if (item.title.empty() && item.kind == ItemKind::case_) missing(MinutesPart::cases, "title");
        if (!item.outcome) return missing(MinutesPart::decisions, "outcome");
        if (item.is_closed && item.closed_basis.empty()) missing(MinutesPart::closing_basis, "closedBasis");
        const bool decides = *item.outcome == Outcome::adopted || *item.outcome == Outcome::amended;
        if (item.kind == ItemKind::case_ && decides && item.decision.empty() && item.shielded_by.empty()) {
            missing(MinutesPart::decisions, "decision");
        }
        const bool was_voted_on = !item.votes.empty() || !item.elections.empty();
        if (item.kind == ItemKind::case_ && (decides || *item.outcome == Outcome::rejected) && !was_voted_on) {
            missing(MinutesPart::vote_results, "votes");
        }
        if (*item.outcome == Outcome::referred && item.referred_to.empty()) {
            missing(MinutesPart::decisions, "referredTo");
        }
        const bool is_open = std::ranges::any_of(item.impartiality, [](const auto& raised) { return !raised.ruling; });
        // A meeting that lost its quorum could not rule on it; the case comes back, and so does the question.
        if (is_open && *item.outcome != Outcome::postponed) missing(MinutesPart::impartiality, "impartiality");
    }
    [[nodiscard]] Result<void> result() && {
        if (faults_.empty()) return {};
        auto error = minutes_incomplete.error({{"parts", static_cast<std::int64_t>(faults_.size())}});
        error.faults = std::move(faults_);
        return error;
    }

private:
    [[nodiscard]] bool asks_for(MinutesPart part) const { return std::ranges::find(parts_, part) != parts_.end(); }
    const std::vector<MinutesPart>& parts_;
    std::vector<Fault> faults_;
};

} // namespace

Result<void> check_complete(const MinutesContent& content, const std::vector<MinutesPart>& parts) {
    MinutesCheck check{parts};
    check.need(content.noticed_at.has_value(), MinutesPart::time_and_place, "noticedAt");
    check.need(content.opened_at.has_value(), MinutesPart::time_and_place, "openedAt");
    check.need(content.closed_at.has_value(), MinutesPart::time_and_place, "closedAt");
    const bool has_place = content.written || !content.place.empty() || !content.remote_url.empty();
    check.need(has_place, MinutesPart::time_and_place, "place");
    check.need(!content.leaders.empty(), MinutesPart::presence, "leaders");
    check.need(content.written || !content.present.empty(), MinutesPart::presence, "present");
    check.need(!content.items.empty(), MinutesPart::cases, "items");
    for (std::size_t i = 0; i < content.items.size(); ++i)
        check.check(content.items[i], i);
    return std::move(check).result();
}

Result<MinutesContent> correct(MinutesContent content, int corrects, const MinutesChange& change, Instant now) {
    bool changes = change.place != content.place;
    content.place = change.place;
    for (const auto& corrected : change.items) {
        if (corrected.item < 0 || corrected.item >= static_cast<int>(content.items.size())) {
            return item_not_found.error();
        }
        auto& item = content.items[static_cast<std::size_t>(corrected.item)];
        changes = changes || item.note != corrected.note;
        item.note = corrected.note;
        // What was decided can be put in other words; a correction cannot make it undecided.
        if (corrected.decision.empty()) continue;
        changes = changes || item.decision != corrected.decision;
        item.decision = corrected.decision;
    }
    if (!changes) return correction_changes_nothing.error();
    content.corrections.push_back({corrects, change.reason, now});
    return content;
}

Result<void> require_state(const Minutes& minutes, MinutesState expected) {
    if (minutes.state == expected) return {};
    return minutes_step_refused.error(
        {{"state", std::string{json::name_of(minutes.state)}}, {"expected", std::string{json::name_of(expected)}}});
}

} // namespace governance
