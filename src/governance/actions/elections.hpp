#pragma once
// Elections in an item under way: put up, voted on round by round, withdrawn. All need governance.hold_meeting for the
// body and fail with governance.meeting_not_open, item_not_found, item_already_treated as all treatment does.
#include "governance/actions/meetings.hpp"
#include "governance/domain/election_course.hpp"

namespace governance {

struct NewElectionOption {
    Line<200> name;    ///< Of the candidate or the list.
    Prose<8000> names; ///< On a list: one a line, in order.
};
BOOST_DESCRIBE_STRUCT(NewElectionOption, (), (name, names))

struct NewElection {
    Line<200> post; ///< "Nestleder 2026–2027"
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    std::vector<NewElectionOption> options;
};
BOOST_DESCRIBE_STRUCT(NewElection, (), (post, form, places, options))

/// The seed of a lot is drawn here, and its hash told in the journal. Fails with governance.outcome_not_for_item (the
/// item is no case) and as check_election does. Appends governance.election_opened.
Result<ElectionId> open_election(const Acting&, MeetingId, AgendaItemId, const NewElection&);

/// Before it is settled. Fails with governance.election_not_found, election_over. Appends
/// governance.election_withdrawn.
Result<void> withdraw_election(const Acting&, MeetingId, AgendaItemId, ElectionId);

struct ElectionBallot {
    AppointmentId who;
    std::optional<int> option; ///< From 1; 0: blank. Left out: did not vote.
};
BOOST_DESCRIBE_STRUCT(ElectionBallot, (), (who, option))

struct NewElectionRound {
    VoteMethod method = VoteMethod::count;
    std::vector<ElectionBallot> ballots; ///< By name.
    std::vector<int> counted;            ///< By count: for each option.
    std::optional<int> blank;            ///< By count; left out: none.
};
BOOST_DESCRIBE_STRUCT(NewElectionRound, (), (method, ballots, counted, blank))

/// Counts and keeps the next round with its decision record; a lot that the rules ask for is drawn from the seed. Fails
/// with governance.election_not_found, election_over, impartiality_open, role_conflict_open, and as decide_vote does.
/// Appends governance.election_held.
Result<VoteId> hold_election_round(const Acting&, MeetingId, AgendaItemId, ElectionId, const NewElectionRound&);

} // namespace governance
