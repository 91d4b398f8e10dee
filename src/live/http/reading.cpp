#include "live/http/reading.hpp"

#include "governance/rights.hpp"
#include "live/domain/errors.hpp"
#include "live/store/ballot_store.hpp"
#include "live/store/room_store.hpp"
#include "live/store/speaker_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace live {

Result<std::shared_ptr<const governance::MeetingRoom>>
KnownRooms::read(const http::Query& query, governance::MeetingId meeting, std::int64_t newest, bool is_inside) {
    const auto key = fmt::format("{} {} {}", meeting.to_string(), i18n::code(query.request.language), is_inside);
    {
        const std::lock_guard lock{mutex_};
        const auto known = rooms_.find(key);
        if (known != rooms_.end() && known->second.newest == newest && known->second.day == query.today()) {
            return known->second.room;
        }
    }
    const auto reader = is_inside ? the_program() : Principal{};
    auto room = std::make_shared<const governance::MeetingRoom>(TRY(governance::read_room(query, reader)));
    const std::lock_guard lock{mutex_};
    if (rooms_.size() >= rooms_max) rooms_.clear();
    rooms_[key] = {newest, query.today(), room};
    return room;
}

namespace {

/// What one request has read of the meeting.
struct Reading {
    LiveView view;
    store::Room settings;
};

SpeakerView speaker_view(const Speaker& speaker, const governance::MeetingRoom& room) {
    SpeakerView shown;
    shown.id = speaker.id;
    shown.who = speaker.who;
    if (const auto* seat = room.seat(speaker.who)) {
        shown.name = seat->name;
        shown.on_behalf_of = seat->on_behalf_of;
    }
    shown.kind = speaker.kind;
    shown.state = speaker.state;
    shown.asked_at = speaker.asked_at;
    shown.called_at = speaker.called_at;
    shown.seconds_max = speaker.seconds_max;
    return shown;
}

BallotView ballot_view(const Ballot& ballot, const governance::MeetingRoom& room, int voters) {
    BallotView shown;
    shown.id = ballot.id;
    shown.item = ballot.voting.item;
    shown.proposal = ballot.voting.proposal;
    shown.opened_at = ballot.opened_at;
    shown.may_change = ballot.may_change;
    shown.may_be_blank = ballot.may_be_blank;
    shown.voters = voters;
    const auto* item = room.item(ballot.voting.item);
    if (item == nullptr || item->is_closed) return shown;
    const auto proposal = std::ranges::find(item->proposals, ballot.voting.proposal, &governance::RoomProposal::id);
    if (proposal == item->proposals.end()) return shown;
    shown.proposal_title = proposal->title;
    shown.points = proposal->points;
    return shown;
}

Result<Reading> read(const http::Query& query, KnownRooms& rooms, governance::MeetingId meeting, bool is_inside) {
    Reading found;
    auto& view = found.view;
    view.newest = TRY(query.journal.newest_about(query.reader, {"meeting", meeting.to_string()}));
    view.room = *TRY(rooms.read(query, meeting, view.newest, is_inside));
    found.settings = TRY(store::room_of(query.reader, meeting));
    // A body that keeps its meetings to itself keeps who speaks to itself too.
    const bool is_shown = is_inside || view.room.is_open;
    const bool is_under_way = view.room.state == governance::MeetingState::under_way;
    if (!is_shown || !is_under_way) return found;
    view.current_item = found.settings.current_item;
    view.current_since = found.settings.current_since;
    const auto* now = view.item_now();
    if (!is_inside && now != nullptr && now->is_closed) return found;
    for (const auto& speaker : in_turn(TRY(store::speakers_of(query.reader, meeting))))
        view.speakers.push_back(speaker_view(speaker, view.room));
    if (const auto ballot = TRY(store::open_ballot_of(query.reader, meeting))) {
        const auto turnout = TRY(store::turnout(query.reader, ballot->id));
        view.ballot = ballot_view(*ballot, view.room, turnout.voters);
    }
    return found;
}

Result<governance::MeetingAddress> meeting_asked_for(const http::Query& query) {
    return governance::meeting_at(query.reader, query.request.path_value("meeting"));
}

} // namespace

Result<LiveView> read_public(const http::Query& query, KnownRooms& rooms) {
    const auto meeting = TRY(meeting_asked_for(query));
    return TRY(read(query, rooms, meeting.id, false)).view;
}

Result<MemberView> read_member(const http::Query& query, KnownRooms& rooms) {
    const auto meeting = TRY(meeting_asked_for(query));
    MemberView member;
    member.meeting = TRY(read(query, rooms, meeting.id, true)).view;
    const auto* seat = member.meeting.room.seat_of(query.principal.id);
    if (seat == nullptr) return not_a_member.error();
    member.me = seat->appointment;
    member.is_present = seat->is_present;
    if (member.meeting.ballot) {
        const auto voter = TRY(store::voter(query.reader, member.meeting.ballot->id, query.principal.id));
        member.may_vote = voter.has_value();
        if (voter) member.cast = voter->choice;
    }
    return member;
}

Result<SecretaryView> read_secretary(const http::Query& query, KnownRooms& rooms) {
    const auto meeting = TRY(meeting_asked_for(query));
    TRY(query.principal.require(governance::right::hold_meeting, meeting.body.to_string()));
    auto found = TRY(read(query, rooms, meeting.id, true));
    SecretaryView view;
    view.meeting = std::move(found.view);
    const auto& limits = found.settings.limits;
    view.speech_s_max = limits.speech_s_max;
    view.reply_s_max = limits.reply_s_max;
    view.ballots_may_change = limits.ballots_may_change;
    if (!view.meeting.ballot) return view;
    for (const auto& voter : TRY(store::voters(query.reader, view.meeting.ballot->id))) {
        if (voter.choice) {
            ++view.cast;
        } else if (const auto* seat = view.meeting.room.seat(voter.appointment)) {
            view.not_cast.push_back(seat->name);
        }
    }
    return view;
}

} // namespace live
