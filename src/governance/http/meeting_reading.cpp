#include "governance/http/meeting_reading.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/meeting_key.hpp"
#include "governance/rights.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_dissents.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

MeetingRights meeting_rights(const Principal& principal, BodyId body) {
    const auto scope = body.to_string();
    MeetingRights rights;
    rights.may_hold = principal.may(right::hold_meeting, scope);
    rights.may_approve = principal.may(right::approve_minutes, scope);
    rights.sees_closed = rights.may_hold || rights.may_approve || principal.may(right::see_shielded, scope);
    return rights;
}

Result<Meeting> meeting_in_path(db::Reader& reader, const http::Request& request) {
    return find_meeting(reader, request.path_value("meeting"));
}

const ItemView* MeetingView::item(AgendaItemId wanted) const {
    const auto found = std::ranges::find(items, wanted, &ItemView::id);
    return found == items.end() ? nullptr : &*found;
}

namespace {

/// Fills one MeetingView from the record of the meeting.
class MeetingViewMaker {
public:
    MeetingViewMaker(const http::Query& query, const MeetingRecord& record)
        : query_{query}, record_{record}, content_{minutes_of(record)}, roll_{record.roll()}, rights_{meeting_rights(
                                                                                                  query.principal,
                                                                                                  record.body.id)} {}

    Result<MeetingView> make(int happenings_max) {
        fill_head();
        if (record_.body.is_open || rights_.sees_closed) {
            fill_attendees();
            view_.written = content_.written;
            if (view_.written) fill_own_appointment();
            for (std::size_t i = 0; i < record_.items.size(); ++i)
                view_.items.push_back(TRY(item(record_.items[i], content_.items[i])));
            TRY(fill_minutes());
        }
        if (happenings_max > 0) {
            view_.happenings =
                TRY(journal::happenings_about(query_, {"meeting", record_.meeting.id.to_string()}, happenings_max));
        }
        return std::move(view_);
    }

private:
    void fill_head() {
        const auto& meeting = record_.meeting;
        view_.id = meeting.id;
        view_.url = meeting_path(record_.body.slug, meeting.year, meeting.number);
        view_.body = {record_.body.name(query_.request.language), record_.body.path()};
        view_.body_id = record_.body.id;
        view_.number = meeting.number_text();
        view_.state = meeting.state;
        view_.starts_at = meeting.starts_at;
        view_.ends_at = meeting.ends_at;
        view_.place = meeting.place;
        view_.remote_url = meeting.remote_url;
        view_.mode = meeting.mode;
        view_.is_open = record_.body.is_open;
        view_.is_invented = meeting.is_invented;
        view_.noticed_at = meeting.noticed_at;
        view_.consent = meeting.consent;
        view_.opened_at = meeting.opened_at;
        view_.closed_at = meeting.closed_at;
        view_.cancel_reason = meeting.cancel_reason;
        view_.rules = record_.rules;
        view_.calendar_sequence = meeting.calendar_sequence;
        view_.changed_at = meeting.changed_at;
        view_.version = meeting.version;
        view_.allowed = allowed_requests(meeting.state);
        const auto quorum = quorum_of(roll_, record_.rules.rules);
        view_.quorum = {quorum.seats, quorum.present, quorum.needed, quorum.is_met()};
    }

    void fill_attendees() {
        for (const auto& appointment : roll_.appointments()) {
            AttendeeView attendee;
            attendee.appointment = appointment.id;
            attendee.name = record_.name(appointment.id);
            attendee.role = appointment.role;
            attendee.on_behalf_of = record_.on_behalf_of(appointment.id);
            attendee.is_present = roll_.is_present(appointment.id);
            const auto voter = roll_.voter(appointment.id);
            attendee.may_vote = voter.has_value();
            if (voter && voter->seat != voter->who) attendee.instead_of = record_.name(voter->seat);
            attendee.leads = record_.meeting.chaired_by == appointment.id;
            for (const auto& entry : roll_.log()) {
                if (entry.who == appointment.id) attendee.movements.push_back({entry.kind, entry.at, entry.remark});
            }
            attendee.has_been_present = !attendee.movements.empty();
            view_.attendees.push_back(std::move(attendee));
        }
    }

    /// The seat that the one who asks answers from in writing; a deputy has to be called first.
    void fill_own_appointment() {
        for (const auto& appointment : roll_.appointments()) {
            const bool may_act = holds_seat(appointment.role) || appointment.role == AppointmentRole::deputy;
            if (!may_act || appointment.person_id.to_string() != query_.principal.id) continue;
            if (!view_.own_appointment || holds_seat(appointment.role)) view_.own_appointment = appointment.id;
        }
    }

    static ProposalView proposal(const ItemRecord& record, const Proposal& source, const MinutesProposal& written) {
        ProposalView shown;
        shown.id = source.id;
        shown.number = source.position;
        shown.kind = source.kind;
        shown.proposed_by = written.proposed_by;
        shown.points = source.points;
        shown.reason = source.reason;
        shown.is_withdrawn = source.withdrawn_at.has_value();
        shown.is_voted_on = std::ranges::find(record.votes, source.id, &Vote::proposal_id) != record.votes.end();
        return shown;
    }

    Result<ItemView> item(const ItemRecord& record, const MinutesItem& written) {
        ItemView shown;
        shown.id = record.item.id;
        shown.number = written.number;
        shown.kind = written.kind;
        shown.title = written.title;
        if (record.item.case_id) shown.matter = NamedLink{record.case_number, record.case_path};
        if (record.item.approves_meeting) shown.approves = TRY(meeting_link(*record.item.approves_meeting));
        shown.text = written.text;
        shown.late_consent = record.item.late_consent;
        shown.is_closed = written.is_closed;
        shown.closed_basis = written.closed_basis;
        shown.shielded_by = written.shielded_by;
        for (const auto& paper : record.papers)
            shown.papers.push_back({paper.document, paper.title, paper.path, paper.added_at, paper.late_consent});
        for (std::size_t i = 0; i < record.proposals.size(); ++i)
            shown.proposals.push_back(proposal(record, record.proposals[i], written.proposals[i]));
        shown.votes = written.votes;
        shown.elections = written.elections;
        shown.dissents = written.dissents;
        TRY(fill_earlier_dissents(record, shown));
        for (const auto& raised : record.impartiality) {
            shown.impartiality.push_back({raised.id, record_.name(raised.who), record_.on_behalf_of(raised.who),
                                          raised.ground, raised.ruling, raised.record});
        }
        shown.answers = written.answers;
        if (written.answers) shown.own_answer = own_answer(record);
        shown.outcome = written.outcome;
        shown.decision = written.decision;
        shown.referred_to = written.referred_to;
        shown.decided_at = written.decided_at;
        shown.note = written.note;
        if (!rights_.sees_closed && record_.is_behind_doors(record.item)) leave_out_what_is_said(shown);
        return shown;
    }

    /// What a minority said in the bodies before goes with the case; where the proposal is shielded it stays there.
    Result<void> fill_earlier_dissents(const ItemRecord& record, ItemView& shown) {
        if (!record.item.case_id || !record.shielded_by.empty()) return {};
        const auto before = record_.meeting.opened_at.value_or(record_.meeting.starts_at);
        for (const auto& each : TRY(dissents_of_case(query_.reader, *record.item.case_id, query_.request.language))) {
            if (each.meeting == record_.meeting.id || each.dissent.at >= before) continue;
            if (each.is_for_insiders && !meeting_rights(query_.principal, each.body).sees_closed) continue;
            shown.earlier_dissents.push_back(
                {{each.body_name, "/bodies/" + each.body_slug},
                 {fmt::format("{}/{}", each.number, each.year), meeting_path(each.body_slug, each.year, each.number)},
                 each.name,
                 each.on_behalf_of,
                 each.dissent.text});
        }
        return {};
    }

    static void leave_out_what_is_said(ItemView& shown) {
        shown.text.clear();
        shown.papers.clear();
        shown.proposals.clear();
        shown.votes.clear();
        shown.elections.clear();
        shown.dissents.clear();
        shown.earlier_dissents.clear();
        shown.impartiality.clear();
        shown.decision.clear();
        shown.note.clear();
    }

    /// Nobody sees more of the answers than their own before all are counted.
    [[nodiscard]] std::optional<Choice> own_answer(const ItemRecord& record) const {
        std::optional<Choice> own;
        for (const auto& answer : record.written) {
            const auto* who = record_.appointment(answer.who);
            if (who != nullptr && who->person_id.to_string() == query_.principal.id) own = answer.choice;
        }
        return own;
    }

    Result<NamedLink> meeting_link(MeetingId id) {
        const auto meeting = TRY(load_meeting(query_.reader, id));
        return NamedLink{meeting.number_text(), meeting_path(record_.body.slug, meeting.year, meeting.number)};
    }

    Result<void> fill_minutes() {
        for (const auto& minutes : TRY(minutes_versions(query_.reader, record_.meeting.id))) {
            const bool is_public = minutes.state == MinutesState::published;
            if (!is_public && !rights_.may_hold && !rights_.may_approve) continue;
            view_.minutes.insert(view_.minutes.begin(), {minutes.number, minutes.state,
                                                         fmt::format("{}/minutes/{}", view_.url, minutes.number),
                                                         minutes.published_at, minutes.correction_reason.value_or("")});
        }
        return {};
    }

    const http::Query& query_;
    const MeetingRecord& record_;
    MinutesContent content_;
    Roll roll_;
    MeetingRights rights_;
    MeetingView view_;
};

} // namespace

Result<MeetingView> read_meeting_view(const http::Query& query, int happenings_max) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    const auto record = TRY(read_meeting_record(query.reader, meeting, query.today(), query.request.language));
    return MeetingViewMaker{query, record}.make(happenings_max);
}

} // namespace governance
