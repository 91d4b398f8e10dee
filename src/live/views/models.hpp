#pragma once
// What the pages of a meeting under way say, and the same as JSON.
#include "governance/meeting_room.hpp"
#include "live/domain/ballot.hpp"
#include "live/domain/speaker.hpp"
#include "platform/json/described.hpp"

namespace live {

struct SpeakerView {
    SpeakerId id;
    governance::AppointmentId who;
    std::string name, on_behalf_of;
    SpeakerKind kind = SpeakerKind::speech;
    SpeakerState state = SpeakerState::asked;
    Instant asked_at;
    std::optional<Instant> called_at;
    std::optional<int> seconds_max;
};
BOOST_DESCRIBE_STRUCT(SpeakerView, (), (id, who, name, on_behalf_of, kind, state, asked_at, called_at, seconds_max))

/// A ballot that is open now. What anybody has cast is not in it.
struct BallotView {
    BallotId id;
    governance::AgendaItemId item;
    governance::ProposalId proposal;
    std::string proposal_title;
    std::vector<std::string> points;
    Instant opened_at;
    bool may_change = true;
    bool may_be_blank = true;
    int voters = 0;
};
BOOST_DESCRIBE_STRUCT(BallotView, (),
                      (id, item, proposal, proposal_title, points, opened_at, may_change, may_be_blank, voters))

struct LiveView {
    governance::MeetingRoom room;
    std::optional<governance::AgendaItemId> current_item;
    std::optional<Instant> current_since;
    std::vector<SpeakerView> speakers; ///< In turn; who speaks stands first.
    std::optional<BallotView> ballot;
    std::int64_t newest = 0; ///< Id of the newest event that is in this.

    [[nodiscard]] const governance::RoomItem* item_now() const {
        return current_item ? room.item(*current_item) : nullptr;
    }
};
BOOST_DESCRIBE_STRUCT(LiveView, (), (room, current_item, current_since, speakers, ballot, newest))

/// The same for a member.
struct MemberView {
    LiveView meeting;
    std::optional<governance::AppointmentId> me;
    bool is_present = false;
    bool may_vote = false; ///< In the ballot that is open.
    std::optional<governance::Choice> cast;
};
BOOST_DESCRIBE_STRUCT(MemberView, (), (meeting, me, is_present, may_vote, cast))

/// The same for whoever holds the meeting.
struct SecretaryView {
    LiveView meeting;
    int speech_s_max = 0, reply_s_max = 0;
    bool ballots_may_change = true;
    int cast = 0;
    std::vector<std::string> not_cast; ///< Names of those who have not voted yet.
};
BOOST_DESCRIBE_STRUCT(SecretaryView, (), (meeting, speech_s_max, reply_s_max, ballots_may_change, cast, not_cast))

} // namespace live
