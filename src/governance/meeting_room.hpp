#pragma once
// A meeting as other modules show it while it goes on, with its words in the language of the one who asks.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "governance/impartiality_words.hpp"
#include "governance/meeting_words.hpp"
#include "platform/http/call.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

struct RoomSeat {
    AppointmentId appointment;
    directory::PersonId person;
    std::string name, on_behalf_of;
    std::string role; ///< In words.
    bool is_present = false;
    bool may_vote = false;  ///< Here and now, items in which they have no part excepted.
    std::string instead_of; ///< Of a deputy who holds a seat: whose.
    bool leads = false;
};
BOOST_DESCRIBE_STRUCT(RoomSeat, (), (appointment, name, on_behalf_of, role, is_present, may_vote, instead_of, leads))

struct RoomPaper {
    std::string title; ///< Empty while it is shielded.
    std::string url;   ///< Empty when it may not be read.
};
BOOST_DESCRIBE_STRUCT(RoomPaper, (), (title, url))

struct RoomProposal {
    ProposalId id;
    std::string title; ///< "Forslag 2: endringsforslag"
    std::string proposed_by;
    std::vector<std::string> points;
    bool is_withdrawn = false;
    bool is_voted_on = false;
};
BOOST_DESCRIBE_STRUCT(RoomProposal, (), (id, title, proposed_by, points, is_withdrawn, is_voted_on))

struct RoomVote {
    int proposal = 1;
    std::string result; ///< "vedtatt", in words.
    int in_favour = 0, against = 0, blank = 0;
    std::string record_url; ///< How it was decided; empty when no record was left.
};
BOOST_DESCRIBE_STRUCT(RoomVote, (), (proposal, result, in_favour, against, blank, record_url))

struct RoomImpartiality {
    std::string name;
    std::string ruling; ///< In words; empty until the body has ruled.
};
BOOST_DESCRIBE_STRUCT(RoomImpartiality, (), (name, ruling))

struct RoomItem {
    AgendaItemId id;
    std::string number; ///< "18/2026"; empty for other business.
    std::string title;
    std::string matter_url; ///< Of the case; empty when it is none.
    bool is_closed = false; ///< Behind closed doors; then the lists below are empty for those outside.
    std::string closed_basis;
    std::vector<RoomPaper> papers;
    std::vector<RoomProposal> proposals;
    std::vector<RoomVote> votes;
    std::vector<RoomImpartiality> impartiality;
    std::vector<std::string> dissents; ///< Who dissents.
    std::string outcome;               ///< In words; empty until the item is treated.
    std::vector<std::string> decision;
};
BOOST_DESCRIBE_STRUCT(RoomItem, (),
                      (id, number, title, matter_url, is_closed, closed_basis, papers, proposals, votes, impartiality,
                       dissents, outcome, decision))

struct MeetingRoom {
    MeetingId id;
    BodyId body;
    std::string url; ///< "/meetings/hovedstyret-2026-3"
    std::string body_name;
    std::string title; ///< "Hovedstyret, møte 3/2026"
    MeetingState state = MeetingState::planned;
    bool is_open = true; ///< False: the body keeps its meetings to itself, and those outside see no items.
    Instant starts_at;
    int seats = 0, present = 0, quorum = 0;
    bool has_quorum = false;
    std::vector<RoomSeat> attendees; ///< Those appointed on the day.
    std::vector<RoomItem> items;     ///< In the order of the agenda.

    [[nodiscard]] const RoomItem* item(AgendaItemId) const;
    [[nodiscard]] const RoomSeat* seat(AppointmentId) const;
    /// Of the person's appointments the one that may vote, else one that is present, else any; nothing for a stranger.
    [[nodiscard]] const RoomSeat* seat_of(std::string_view person) const;
};
BOOST_DESCRIBE_STRUCT(MeetingRoom, (),
                      (id, url, body_name, title, state, is_open, starts_at, seats, present, quorum, has_quorum,
                       attendees, items))

/// The meeting in the address ("{meeting}"), as this principal may see it. Those appointed to the body see what it
/// keeps to itself. Fails with governance.meeting_not_found.
Result<MeetingRoom> read_room(const http::Query&, const Principal&);

/// What an address calls a meeting.
struct MeetingAddress {
    MeetingId id;
    BodyId body;
    MeetingState state = MeetingState::planned;
    std::string url;
    bool has_room = true; ///< False: it is treated in writing, and nothing goes on in it that could be followed.
};
/// Fails with governance.meeting_not_found.
Result<MeetingAddress> meeting_at(db::Reader&, std::string_view key);
/// A meeting that is under way: who sits in it, and what it has not treated yet.
struct SittingNow {
    MeetingId meeting;
    std::vector<RoomSeat> seats;     ///< Name, person and presence only.
    std::vector<AgendaItemId> items; ///< In the order of the agenda.
};
Result<std::vector<SittingNow>> sittings_now(db::Reader&);

/// The words of a ground for stepping down.
std::string words_of(const http::Call&, ImpartialityGround);
std::string words_of(const http::Call&, Choice);

} // namespace governance
