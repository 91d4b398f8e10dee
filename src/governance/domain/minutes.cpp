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

static void check_item(std::vector<Fault>& faults, const MinutesItem& item, std::size_t place) {
    const auto missing = [&](std::string_view part) {
        faults.push_back(minutes_part_missing.at(fmt::format("#/items/{}/{}", place, part),
                                                 {{"part", std::string{part}}, {"item", item.number}}));
    };
    if (item.title.empty() && item.kind == ItemKind::case_) missing("title");
    if (!item.outcome) return missing("outcome");
    if (item.is_closed && item.closed_basis.empty()) missing("closedBasis");
    const bool decides = *item.outcome == Outcome::adopted || *item.outcome == Outcome::amended;
    if (item.kind == ItemKind::case_ && decides && item.decision.empty() && item.shielded_by.empty())
        missing("decision");
    if (item.kind == ItemKind::case_ && (decides || *item.outcome == Outcome::rejected) && item.votes.empty()) {
        missing("votes");
    }
    if (*item.outcome == Outcome::referred && item.referred_to.empty()) missing("referredTo");
}

Result<void> check_complete(const MinutesContent& content) {
    std::vector<Fault> faults;
    const auto need = [&](bool is_there, std::string_view part) {
        if (is_there) return;
        faults.push_back(
            minutes_part_missing.at(fmt::format("#/{}", part), {{"part", std::string{part}}, {"item", ""}}));
    };
    need(content.noticed_at.has_value(), "noticedAt");
    need(content.opened_at.has_value(), "openedAt");
    need(content.closed_at.has_value(), "closedAt");
    need(!content.place.empty() || !content.remote_url.empty(), "place");
    need(!content.leaders.empty(), "leaders");
    need(!content.present.empty(), "present");
    need(!content.items.empty(), "items");
    for (std::size_t i = 0; i < content.items.size(); ++i)
        check_item(faults, content.items[i], i);
    if (faults.empty()) return {};
    auto error = minutes_incomplete.error({{"parts", static_cast<std::int64_t>(faults.size())}});
    error.faults = std::move(faults);
    return error;
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
