#include "governance/meeting_room.hpp"

#include "governance/http/meeting_reading.hpp"
#include "governance/meeting_key.hpp"
#include "governance/rights.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/meeting_pages.hpp"

#include <algorithm>

namespace governance {

const RoomItem* MeetingRoom::item(AgendaItemId wanted) const {
    const auto found = std::ranges::find(items, wanted, &RoomItem::id);
    return found == items.end() ? nullptr : &*found;
}

const RoomSeat* MeetingRoom::seat(AppointmentId wanted) const {
    const auto found = std::ranges::find(attendees, wanted, &RoomSeat::appointment);
    return found == attendees.end() ? nullptr : &*found;
}

const RoomSeat* MeetingRoom::seat_of(std::string_view person) const {
    const RoomSeat* best = nullptr;
    const auto standing = [](const RoomSeat& seat) { return seat.may_vote ? 2 : seat.is_present ? 1 : 0; };
    for (const auto& seat : attendees) {
        if (seat.person.to_string() != person) continue;
        if (best == nullptr || standing(seat) > standing(*best)) best = &seat;
    }
    return best;
}

static RoomItem room_item(const http::Call& call, const ItemView& item, bool sees_closed) {
    RoomItem shown;
    shown.id = item.id;
    shown.number = item.number;
    shown.title = title_of(call, item);
    if (item.matter) shown.matter_url = item.matter->url;
    shown.is_closed = item.is_closed;
    shown.closed_basis = item.closed_basis;
    if (item.outcome) shown.outcome = label(call, *item.outcome);
    if (item.is_closed && !sees_closed) return shown;
    for (const auto& paper : item.papers)
        shown.papers.push_back({paper.title, paper.url});
    for (const auto& proposal : item.proposals) {
        shown.proposals.push_back(
            {proposal.id,
             call.t(text::proposal_heading({.number = proposal.number, .kind = label(call, proposal.kind)})),
             proposal.proposed_by, proposal.points, proposal.is_withdrawn, proposal.is_voted_on});
    }
    for (const auto& vote : item.votes) {
        shown.votes.push_back({vote.proposal, label(call, vote.result), vote.in_favour, vote.against, vote.blank,
                               vote.record ? "/decisions/" + vote.record->to_string() : std::string{}});
    }
    for (const auto& raised : item.impartiality)
        shown.impartiality.push_back({raised.name, raised.ruling ? label(call, *raised.ruling) : std::string{}});
    for (const auto& dissent : item.dissents)
        shown.dissents.push_back(dissent.name);
    shown.decision = item.decision;
    return shown;
}

static MeetingRoom room_of(const http::Call& call, const MeetingView& view, bool sees_closed) {
    MeetingRoom room;
    room.id = view.id;
    room.body = view.body_id;
    room.url = view.url;
    room.body_name = view.body.name;
    room.title = title_of(call, view);
    room.state = view.state;
    room.is_open = view.is_open;
    room.starts_at = view.starts_at;
    room.seats = view.quorum.seats;
    room.present = view.quorum.present;
    room.quorum = view.quorum.needed;
    room.has_quorum = view.quorum.is_met;
    for (const auto& attendee : view.attendees) {
        room.attendees.push_back({attendee.appointment,
                                  {},
                                  attendee.name,
                                  attendee.on_behalf_of,
                                  label(call, attendee.role),
                                  attendee.is_present,
                                  attendee.may_vote,
                                  attendee.instead_of,
                                  attendee.leads});
    }
    for (const auto& item : view.items)
        room.items.push_back(room_item(call, item, sees_closed));
    return room;
}

static bool is_appointed(const std::vector<Appointment>& appointments, const Principal& principal, Date day) {
    return std::ranges::any_of(appointments, [&](const Appointment& appointment) {
        return appointment.person_id.to_string() == principal.id && appointment.is_valid_on(day);
    });
}

Result<MeetingRoom> read_room(const http::Query& query, const Principal& principal) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    const auto appointments = TRY(appointments_of_body(query.reader, meeting.body_id));
    auto reader = principal;
    if (is_appointed(appointments, principal, meeting.day_held())) {
        reader.grants.push_back({std::string{right::see_shielded.name}, meeting.body_id.to_string()});
    }
    const http::Query as_reader{http::Call{query.request, reader, query.t, query.now, query.site, query.public_url},
                                query.reader, query.journal, query.blobs};
    const auto view = TRY(read_meeting_view(as_reader, 0));
    auto room = room_of(query, view, meeting_rights(reader, meeting.body_id).sees_closed);
    for (auto& seat : room.attendees) {
        const auto found = std::ranges::find(appointments, seat.appointment, &Appointment::id);
        if (found != appointments.end()) seat.person = found->person_id;
    }
    return room;
}

Result<MeetingAddress> meeting_at(db::Reader& reader, std::string_view key) {
    const auto meeting = TRY(find_meeting(reader, key));
    const auto body = TRY(load_body(reader, meeting.body_id));
    return MeetingAddress{meeting.id, meeting.body_id, meeting.state,
                          meeting_path(body.slug, meeting.year, meeting.number), meeting.mode == VoteMode::meeting};
}

Result<std::vector<SittingNow>> sittings_now(db::Reader& reader) {
    std::vector<SittingNow> sittings;
    MeetingFilter under_way;
    under_way.state = MeetingState::under_way;
    for (const auto& meeting : TRY(list_meetings(reader, under_way))) {
        if (meeting.mode == VoteMode::written) continue;
        const auto record = TRY(read_meeting_record(reader, meeting, meeting.day_held()));
        const auto roll = record.roll();
        SittingNow sitting{meeting.id, {}, {}};
        for (const auto& appointment : roll.appointments()) {
            RoomSeat seat;
            seat.appointment = appointment.id;
            seat.person = appointment.person_id;
            seat.name = record.name(appointment.id);
            seat.is_present = roll.is_present(appointment.id);
            sitting.seats.push_back(std::move(seat));
        }
        for (const auto& item : record.items) {
            if (!item.item.outcome) sitting.items.push_back(item.item.id);
        }
        sittings.push_back(std::move(sitting));
    }
    return sittings;
}

std::string words_of(const http::Call& call, ImpartialityGround ground) {
    return label(call, ground);
}

std::string words_of(const http::Call& call, Choice choice) {
    return label(call, choice);
}

} // namespace governance
