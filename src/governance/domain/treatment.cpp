#include "governance/domain/treatment.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace governance {

std::string AgendaItem::number_text() const {
    return number ? fmt::format("{}/{}", *number, *year) : std::string{};
}

bool fits(ItemKind kind, Outcome outcome) {
    using enum Outcome;
    switch (kind) {
    case ItemKind::case_:
        return true;
    case ItemKind::approval_of_minutes:
        return outcome == adopted || outcome == amended || outcome == rejected || outcome == postponed;
    case ItemKind::orientation:
    case ItemKind::other_business:
        return outcome == noted || outcome == postponed;
    }
    return false;
}

namespace {

/// The votes of an item, each with the kind of proposal it was about; the newest vote on a proposal counts.
class Votes {
public:
    Votes(const std::vector<Proposal>& proposals, const std::vector<Vote>& votes) {
        for (const auto& proposal : proposals) {
            const Vote* newest = nullptr;
            for (const auto& vote : votes) {
                if (vote.proposal_id == proposal.id) newest = &vote;
            }
            if (newest != nullptr) found_.push_back({&proposal, newest});
        }
    }
    struct Found {
        const Proposal* proposal = nullptr;
        const Vote* vote = nullptr;
    };
    /// The last proposal of such a kind that was voted on with such a result.
    template <class Matches>
    [[nodiscard]] std::optional<Found> last(VoteResult result, Matches&& matches) const {
        std::optional<Found> last;
        for (const auto& found : found_) {
            if (matches(found.proposal->kind) && found.vote->counted.result == result) last = found;
        }
        return last;
    }

    [[nodiscard]] bool are_none() const { return found_.empty(); }

private:
    std::vector<Found> found_;
};

} // namespace

static bool is_recommendation(ProposalKind kind) {
    return kind == ProposalKind::recommendation;
}
static bool is_alternative(ProposalKind kind) {
    return kind == ProposalKind::amendment || kind == ProposalKind::counter_proposal;
}
static bool is_procedural(ProposalKind kind) {
    return kind == ProposalKind::procedural;
}

static Result<Decision> carried(const Ruled& ruled, const std::optional<Votes::Found>& by, bool something_contradicts) {
    if (something_contradicts) {
        return outcome_contradicts_vote.error({{"outcome", std::string{json::name_of(ruled.outcome)}}});
    }
    if (!by) return outcome_without_vote.error({{"outcome", std::string{json::name_of(ruled.outcome)}}});
    Decision decision{ruled.outcome, by->proposal->points, by->vote->id, {}};
    if (ruled.outcome == Outcome::amended && !ruled.points.empty()) decision.points = ruled.points;
    if (ruled.outcome == Outcome::rejected) decision.points.clear();
    if (ruled.outcome != Outcome::rejected && decision.points.empty()) return proposal_without_points.error();
    return decision;
}

static Result<Decision> settle_case(const Votes& votes, const Ruled& ruled) {
    const auto adopted = votes.last(VoteResult::passed, is_recommendation);
    const auto fallen = votes.last(VoteResult::failed, is_recommendation);
    const auto changed = votes.last(VoteResult::passed, is_alternative);
    switch (ruled.outcome) {
    case Outcome::adopted:
        return carried(ruled, adopted, changed || fallen);
    case Outcome::amended:
        return carried(ruled, changed, false);
    case Outcome::rejected:
        return carried(ruled, fallen, adopted || changed);
    case Outcome::postponed:
    case Outcome::referred:
    case Outcome::noted:
        break;
    }
    const auto procedural = votes.last(VoteResult::passed, is_procedural);
    const bool was_refused = !procedural && votes.last(VoteResult::failed, is_procedural);
    const bool is_noting = ruled.outcome == Outcome::noted;
    if (adopted || changed || (was_refused && !is_noting)) {
        return outcome_contradicts_vote.error({{"outcome", std::string{json::name_of(ruled.outcome)}}});
    }
    Decision decision{ruled.outcome, {}, {}, {}};
    if (procedural && !is_noting) decision.decided_by = procedural->vote->id;
    if (ruled.outcome == Outcome::referred) {
        if (!ruled.referred_to) return referral_body_missing.error();
        decision.referred_to = ruled.referred_to;
    }
    return decision;
}

/// What was elected is decided: it adds its lines to what the votes came to, or is all that was decided.
static Result<Decision> with_elections(const Votes& votes, const Ruled& ruled,
                                       const std::vector<ElectionCourse>& elections) {
    const bool decides = ruled.outcome == Outcome::adopted || ruled.outcome == Outcome::amended;
    std::vector<std::string> lines;
    for (const auto& course : elections) {
        if (course.is_open() && decides) return election_undecided.error({{"post", course.election.post}});
        if (course.is_settled() && !course.election.withdrawn_at) lines.push_back(course.result_line());
    }
    if (lines.empty()) return settle_case(votes, ruled);
    if (!decides) {
        return outcome_contradicts_vote.error({{"outcome", std::string{json::name_of(ruled.outcome)}}});
    }
    Decision decision{ruled.outcome, {}, {}, {}};
    if (!votes.are_none() || ruled.outcome != Outcome::adopted) decision = TRY(settle_case(votes, ruled));
    decision.points.insert(decision.points.end(), lines.begin(), lines.end());
    return decision;
}

Result<Decision> settle(const AgendaItem& item, const std::vector<Proposal>& proposals, const std::vector<Vote>& votes,
                        const Ruled& ruled, const std::vector<ElectionCourse>& elections) {
    if (item.outcome) return item_already_treated.error({{"item", item.number_text()}});
    if (!fits(item.kind, ruled.outcome)) {
        return outcome_not_for_item.error(
            {{"outcome", std::string{json::name_of(ruled.outcome)}}, {"kind", std::string{json::name_of(item.kind)}}});
    }
    if (item.kind == ItemKind::case_) return with_elections({proposals, votes}, ruled, elections);
    return Decision{ruled.outcome, ruled.points, {}, {}};
}

} // namespace governance
