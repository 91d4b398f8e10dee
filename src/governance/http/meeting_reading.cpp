#include "governance/http/meeting_reading.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/meeting_key.hpp"
#include "governance/rights.hpp"
#include "governance/store/body_store.hpp"
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
                view_.items.push_back(TRY(read_item_view(query_, record_, record_.items[i], content_.items[i])));
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
