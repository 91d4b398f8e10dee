#pragma once
// The treatment of one item: what was proposed, how it was voted, and the outcome that follows from the votes.
#include "governance/domain/election_course.hpp"
#include "governance/domain/meeting.hpp"
#include "governance/domain/vote_count.hpp"

namespace governance {

struct AgendaItem {
    AgendaItemId id;
    MeetingId meeting_id;
    BodyId body_id;
    int position = 0;
    ItemKind kind = ItemKind::case_;
    std::optional<CaseId> case_id;
    std::optional<MeetingId> approves_meeting; ///< Whose minutes an approval_of_minutes item is about.
    std::string title;                         ///< Of items that are no case.
    std::string text;
    std::optional<int> year, number;         ///< "18/2026", from the notice on.
    std::optional<std::string> late_consent; ///< Added after the notice: who agreed, and why.
    std::optional<std::string>
        closed_basis; ///< Treated behind closed doors; the law it is done under, empty until stated.
    std::optional<Outcome> outcome;
    std::optional<Instant> decided_at;
    std::optional<BodyId> referred_to;
    std::optional<VoteId> decided_by;
    std::string note; ///< What the minutes are to say about it besides.
    std::vector<std::string> decision;

    /// "18/2026", or nothing before the notice and for other business.
    [[nodiscard]] std::string number_text() const;
};

struct Proposal {
    ProposalId id;
    AgendaItemId item_id;
    int position = 0;
    ProposalKind kind = ProposalKind::recommendation;
    std::optional<AppointmentId> proposed_by; ///< None for the recommendation, which comes with the case.
    std::vector<std::string> points;
    std::string reason;
    Instant at;
    std::optional<Instant> withdrawn_at;
};

struct Vote {
    VoteId id;
    AgendaItemId item_id;
    ProposalId proposal_id;
    int position = 0;
    CountedVote counted;
    int rules_number = 0;
    Instant at;
    bool has_record = false; ///< A decision record was left behind.
};

struct Dissent {
    DissentId id;
    AgendaItemId item_id;
    AppointmentId who;
    std::string text;
    Instant at;
};

/// Whether items of the kind can end so at all: an orientation is not adopted, minutes are not referred.
bool fits(ItemKind, Outcome);

/// What the secretary says the outcome is.
struct Ruled {
    Outcome outcome = Outcome::adopted;
    std::vector<std::string> points;   ///< The text as decided, when it is another than that of the proposal carried.
    std::optional<BodyId> referred_to; ///< When referred.
};

/// The outcome with what it rests on.
struct Decision {
    Outcome outcome = Outcome::adopted;
    std::vector<std::string> points;
    std::optional<VoteId> decided_by;
    std::optional<BodyId> referred_to;
};

/// Holds what is said against what was voted: adopted needs a vote that carried the recommendation, amended one that
/// carried another proposal, rejected one that felled the recommendation. Postponing, referring and noting need no
/// vote, but none may say otherwise.
///
/// Fails with governance.item_already_treated, outcome_not_for_item, outcome_without_vote, outcome_contradicts_vote,
/// election_undecided, proposal_without_points (nothing would stand as decided), referral_body_missing.
Result<Decision> settle(const AgendaItem&, const std::vector<Proposal>&, const std::vector<Vote>&, const Ruled&,
                        const std::vector<ElectionCourse>& = {});

} // namespace governance
