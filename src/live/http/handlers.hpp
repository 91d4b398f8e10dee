#pragma once
// The handlers of a meeting under way, and what they share.
#include "live/actions/running.hpp"
#include "live/http/reading.hpp"
#include "platform/http/event_stream.hpp"

namespace live {

/// One for the program.
struct Surroundings {
    http::EventHub& hub;
    std::shared_ptr<KnownRooms> rooms;
};
using Shown = Result<http::Response>;

Shown show_public(const http::Query&, const Surroundings&);
Shown show_public_part(const http::Query&, const Surroundings&);
Shown show_member(const http::Query&, const Surroundings&);
Shown show_member_part(const http::Query&, const Surroundings&);
Shown show_secretary(const http::Query&, const Surroundings&);
Shown show_secretary_part(const http::Query&, const Surroundings&);
Shown listen_to_meeting(const http::Query&, const Surroundings&);
Shown listen_to_counting(const http::Query&, const Surroundings&);

Shown take_up_item_sent(const http::Command&, const Surroundings&);
Shown set_limits_sent(const http::Command&, const Surroundings&);
Shown call_speaker_sent(const http::Command&, const Surroundings&);
Shown end_speech_sent(const http::Command&, const Surroundings&);
Shown open_ballot_sent(const http::Command&, const Surroundings&);
Shown close_ballot_sent(const http::Command&, const Surroundings&);
Shown abandon_ballot_sent(const http::Command&, const Surroundings&);

Shown ask_for_floor_sent(const http::Command&, const Surroundings&);
Shown withdraw_from_floor_sent(const http::Command&, const Surroundings&);
Shown cast_vote_sent(const http::Command&, const Surroundings&);
Shown declare_sent(const http::Command&, const Surroundings&);

struct NewDeclaration {
    governance::AgendaItemId item;
    governance::ImpartialityGround ground = governance::ImpartialityGround::particular;
    Prose<2000> reason;
};
BOOST_DESCRIBE_STRUCT(NewDeclaration, (), (item, ground, reason))

struct LimitsSent {
    int speech_s_max = 180;
    int reply_s_max = 60;
    bool ballots_may_change = false;
};
BOOST_DESCRIBE_STRUCT(LimitsSent, (), (speech_s_max, reply_s_max, ballots_may_change))

} // namespace live
