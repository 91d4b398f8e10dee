#pragma once
// A meeting under way, read for the next thing that happens in it.
#include "governance/actions/acting.hpp"
#include "governance/domain/election_course.hpp"
#include "governance/domain/impartiality.hpp"
#include "governance/domain/vote_count.hpp"

namespace governance {

struct Sitting {
    Body body;
    Meeting meeting;
    RulesVersion rules; ///< Those it was opened under.
    Roll roll;
};

/// Fails with governance.meeting_not_found, platform.right_missing, governance.meeting_not_open, and with
/// governance.ballot_open while the members cast their votes.
Result<Sitting> read_sitting(const Acting&, MeetingId);
/// The same whoever asks, and also while a ballot is open: for what members do themselves, after a check of its own.
Result<Sitting> read_sitting_unasked(const Acting&, MeetingId);

/// The sitting with one item that has not been treated yet.
struct ItemInSitting {
    Sitting sitting;
    AgendaItem item;
    std::vector<Proposal> proposals;
    std::vector<Vote> votes;
    std::vector<ElectionCourse> elections;
    std::vector<Impartiality> impartiality; ///< What was raised, and how the body ruled.

    /// Fails with governance.proposal_not_found and governance.proposal_is_withdrawn.
    [[nodiscard]] Result<Proposal> live_proposal(ProposalId) const;
    /// ("case", id) when the item is about one.
    [[nodiscard]] std::vector<journal::Subject> subjects() const;
};

/// Also fails with governance.item_not_found and governance.item_already_treated.
Result<ItemInSitting> read_item_in(const Acting&, Sitting, AgendaItemId);
Result<ItemInSitting> read_item_in_sitting(const Acting&, MeetingId, AgendaItemId);
/// For what is proposed and decided in a room. Fails also with governance.written_by_each.
Result<ItemInSitting> read_item_in_room(const Acting&, MeetingId, AgendaItemId);

} // namespace governance
