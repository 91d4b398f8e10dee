#pragma once
// Votes that the members of a body cast themselves, each from a page of their own. Another module gathers the ballots;
// who may vote, and what comes of it, is decided here by the same rules and records as of every other vote.
#include "directory/directory.hpp"
#include "governance/body_words.hpp"
#include "governance/ids.hpp"
#include "governance/impartiality_words.hpp"
#include "governance/meeting_words.hpp"
#include "platform/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// Who acts, in which transaction and when.
struct InMeeting {
    db::Transaction& transaction;
    const Services& services;
    const Principal& principal;
    Instant now;
    MeetingId meeting;
};

/// The principal may hold the meeting, and it is under way. Fails with governance.meeting_not_found,
/// platform.right_missing, governance.meeting_not_open, and governance.ballot_open while a vote is open.
Result<void> require_holding(const InMeeting&);
/// The item is on the meeting's agenda and not treated yet. Fails also with governance.item_not_found,
/// governance.item_already_treated.
Result<void> require_untreated(const InMeeting&, AgendaItemId);

/// Appends an event about the meeting, its body and whatever else it concerns.
Result<void> tell_of_meeting(const InMeeting&, std::string_view type, journal::Body facts,
                             std::vector<journal::Subject> others = {});
/// The same without the meeting as its subject: for what only those hear who follow something closer.
Result<void> tell_of_body(const InMeeting&, std::string_view type, journal::Body facts,
                          std::vector<journal::Subject> subjects);

/// Somebody appointed to the body, as the roll has them now.
struct Attending {
    AppointmentId appointment;
    directory::PersonId person;
    std::string name;
    bool is_present = false;
    bool may_vote = false;
};
/// Of the person's appointments the one that may vote now, else one that is in the room, else any that holds today.
/// Fails with governance.meeting_not_found, governance.meeting_not_open, governance.not_appointed_here.
Result<Attending> attending(const InMeeting&, directory::PersonId);
/// By appointment. Fails in the same way.
Result<Attending> attending(const InMeeting&, AppointmentId);

struct Voting {
    AgendaItemId item;
    ProposalId proposal;
    VoteKind kind = VoteKind::ordinary;
};
struct AbleVoter {
    AppointmentId appointment;
    directory::PersonId person;
};
struct OpenedBallot {
    VoteKind kind = VoteKind::ordinary; ///< As it will be decided: a question of procedure is always procedural.
    bool may_be_blank = true;
    std::vector<AbleVoter> voters; ///< In the order of the roll, without those who have no part in the item.
};
/// From now on nothing else happens in the meeting until the ballot is decided or abandoned: all other actions fail
/// with governance.ballot_open. Fails as hold_vote does when a vote of all could not be decided (no quorum, somebody's
/// impartiality not ruled on, a proposal withdrawn).
Result<OpenedBallot> open_ballot(const InMeeting&, const Voting&);
/// Why somebody who is not among the voters has no vote in the item: governance.not_appointed_here, voter_not_present,
/// voter_without_vote or voter_disqualified.
Result<void> require_vote(const InMeeting&, AgendaItemId, directory::PersonId);

struct CastBallot {
    AppointmentId who;
    Choice choice = Choice::blank;
};
/// What a result may need besides the ballots.
struct TieBreak {
    std::optional<Choice> casting_vote;
    std::optional<Choice> lot;
};
/// Decides by the rule engine, keeps vote and decision record, and lets the meeting go on. Fails as hold_vote does, and
/// then the ballot is still open.
Result<VoteId> decide_ballot(const InMeeting&, const Voting&, const std::vector<CastBallot>&, const TieBreak&);
/// Lets the meeting go on without a decision. Fails as require_holding does, an open ballot excepted.
Result<void> abandon_ballot(const InMeeting&);

/// A member raises their own impartiality in an item, before it is voted on. Fails with
/// governance.not_appointed_here, and as raise_impartiality does.
Result<ImpartialityId> declare_own_impartiality(const InMeeting&, AgendaItemId, ImpartialityGround,
                                                std::string_view reason);

} // namespace governance
