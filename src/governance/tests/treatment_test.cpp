#include "governance/domain/treatment.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

using enum Outcome;

/// An item with proposals that were voted on, the last vote last.
struct AnItem {
    AgendaItem item;
    std::vector<Proposal> proposals;
    std::vector<Vote> votes;

    AnItem& with(ProposalKind kind, std::optional<VoteResult> result = {}) {
        const auto number = static_cast<int>(proposals.size()) + 1;
        Proposal proposal;
        proposal.id = numbered<ProposalId>(5, number);
        proposal.position = number;
        proposal.kind = kind;
        proposal.points = {fmt::format("Forslag {}", number)};
        proposals.push_back(proposal);
        if (result) voted(*result);
        return *this;
    }
    AnItem& voted(VoteResult result) {
        Vote vote;
        vote.id = numbered<VoteId>(6, static_cast<int>(votes.size()) + 1);
        vote.proposal_id = proposals.back().id;
        vote.counted.result = result;
        votes.push_back(vote);
        return *this;
    }
    [[nodiscard]] Result<Decision> settled(Outcome outcome, Ruled ruled = {}) const {
        ruled.outcome = outcome;
        return settle(item, proposals, votes, ruled);
    }
};

TEST(SettleItem, AdoptsTheRecommendationThatWasCarried) {
    const auto decision = AnItem{}.with(ProposalKind::recommendation, VoteResult::passed).settled(adopted);

    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->points, std::vector<std::string>{"Forslag 1"});
    EXPECT_EQ(decision->decided_by, numbered<VoteId>(6, 1));
}

TEST(SettleItem, NeedsAVoteForWhatIsDecided) {
    const auto item = AnItem{}.with(ProposalKind::recommendation).with(ProposalKind::amendment);

    EXPECT_EQ(code_of(item.settled(adopted)), "governance.outcome_without_vote");
    EXPECT_EQ(code_of(item.settled(amended)), "governance.outcome_without_vote");
    EXPECT_EQ(code_of(item.settled(rejected)), "governance.outcome_without_vote");
}

TEST(SettleItem, RefusesAnOutcomeThatTheVotesContradict) {
    const auto fell = AnItem{}.with(ProposalKind::recommendation, VoteResult::failed);
    const auto carried = AnItem{}.with(ProposalKind::recommendation, VoteResult::passed);
    const auto changed = AnItem{}
                             .with(ProposalKind::recommendation, VoteResult::passed)
                             .with(ProposalKind::counter_proposal, VoteResult::passed);
    const auto not_postponed = AnItem{}.with(ProposalKind::procedural, VoteResult::failed);

    EXPECT_EQ(code_of(fell.settled(adopted)), "governance.outcome_contradicts_vote");
    EXPECT_EQ(code_of(carried.settled(rejected)), "governance.outcome_contradicts_vote");
    EXPECT_EQ(code_of(carried.settled(postponed)), "governance.outcome_contradicts_vote");
    EXPECT_EQ(code_of(changed.settled(adopted)), "governance.outcome_contradicts_vote");
    EXPECT_EQ(code_of(not_postponed.settled(postponed)), "governance.outcome_contradicts_vote");
    EXPECT_TRUE(fell.settled(rejected));
}

TEST(SettleItem, CountsTheNewestVoteOnAProposal) {
    auto item = AnItem{}.with(ProposalKind::recommendation, VoteResult::failed);
    item.voted(VoteResult::passed);

    EXPECT_EQ(item.settled(adopted)->decided_by, numbered<VoteId>(6, 2));
}

TEST(SettleItem, TakesTheAmendedTextAsTheSecretaryWroteItDown) {
    const auto item = AnItem{}.with(ProposalKind::recommendation).with(ProposalKind::amendment, VoteResult::passed);

    EXPECT_EQ(item.settled(amended)->points, std::vector<std::string>{"Forslag 2"});
    EXPECT_EQ(item.settled(amended, {amended, {"Punkt 1", "Punkt 2"}, {}})->points,
              (std::vector<std::string>{"Punkt 1", "Punkt 2"}));
}

TEST(SettleItem, LeavesNothingDecidedWhenRejected) {
    EXPECT_TRUE(AnItem{}.with(ProposalKind::recommendation, VoteResult::failed).settled(rejected)->points.empty());
}

TEST(SettleItem, NeedsTextToStandAsDecided) {
    auto item = AnItem{}.with(ProposalKind::recommendation, VoteResult::passed);
    item.proposals.front().points.clear();

    EXPECT_EQ(code_of(item.settled(adopted)), "governance.proposal_without_points");
}

TEST(SettleItem, PostponesAndRefersWithoutAVote) {
    const auto item = AnItem{}.with(ProposalKind::recommendation);

    EXPECT_TRUE(item.settled(postponed));
    EXPECT_EQ(code_of(item.settled(referred)), "governance.referral_body_missing");
    EXPECT_EQ(item.settled(referred, {referred, {}, body(2)})->referred_to, body(2));
    EXPECT_TRUE(item.settled(noted));
}

TEST(SettleItem, TreatsAnItemOnce) {
    auto item = AnItem{}.with(ProposalKind::recommendation, VoteResult::passed);
    item.item.outcome = postponed;

    EXPECT_EQ(code_of(item.settled(adopted)), "governance.item_already_treated");
}

TEST(SettleItem, KeepsOrientationsFromBeingDecided) {
    AnItem orientation;
    orientation.item.kind = ItemKind::orientation;
    AnItem approval;
    approval.item.kind = ItemKind::approval_of_minutes;

    EXPECT_EQ(code_of(orientation.settled(adopted)), "governance.outcome_not_for_item");
    EXPECT_TRUE(orientation.settled(noted));
    EXPECT_TRUE(approval.settled(adopted));
    EXPECT_EQ(code_of(approval.settled(noted)), "governance.outcome_not_for_item");
}

} // namespace governance::tests
