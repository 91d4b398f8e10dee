// Whatever votes are drawn, the lists get what a plain reading of the method gives. The plain reading sorts all claims
// there are and takes the best; it knows nothing of the engine's loop.
#include "governance/domain/election.hpp"
#include "platform/ensure.hpp"

#include <map>
#include <numeric>
#include <rapidcheck/gtest.h>
#include <tuple>

namespace governance::tests {

namespace {

BodyRules rules_with(ListMethod method) {
    BodyRules rules;
    rules.election_tie = ElectionTie::undecided;
    rules.elections = ElectionRule{SecondBallot::most_votes, true, method};
    return rules;
}

ElectionInputs drawn_lists(int count, int places) {
    ElectionInputs inputs;
    inputs.form = ElectionForm::proportional;
    inputs.places = places;
    inputs.names = std::vector<int>(static_cast<std::size_t>(count), places); // never short of names
    return inputs;
}

/// A list's claim to one more place: how near, how many votes in all, which list.
struct Claim {
    double nearness = 0;
    int votes = 0;
    std::size_t list = 0;
};

/// The first so many of the claims; nothing when those at the edge cannot be told apart.
std::optional<std::vector<int>> best(std::vector<Claim> claims, int places, std::vector<int> got) {
    std::ranges::sort(claims, [](const Claim& one, const Claim& other) {
        return std::tie(one.nearness, one.votes) > std::tie(other.nearness, other.votes);
    });
    const auto at = static_cast<std::size_t>(places);
    if (at > 0 && at < claims.size()) {
        const auto& last = claims[at - 1];
        const auto& next = claims[at];
        if (last.nearness == next.nearness && last.votes == next.votes) return {};
    }
    for (std::size_t i = 0; i < at; ++i)
        ++got[claims[i].list];
    return got;
}

std::optional<std::vector<int>> plain_quotients(const std::vector<int>& votes, int places, int first_tenths) {
    std::vector<Claim> claims;
    for (std::size_t list = 0; list < votes.size(); ++list) {
        for (int place = 0; place < places && votes[list] > 0; ++place)
            claims.push_back({votes[list] * 10.0 / (place == 0 ? first_tenths : 20 * place + 10), votes[list], list});
    }
    return best(std::move(claims), places, std::vector<int>(votes.size(), 0));
}

std::optional<std::vector<int>> plain_remainders(const std::vector<int>& votes, int places) {
    const int total = std::accumulate(votes.begin(), votes.end(), 0);
    int quota = 1;
    while (quota * (places + 1) <= total)
        ++quota;
    std::vector<int> got;
    std::vector<Claim> claims;
    int left = places;
    for (std::size_t list = 0; list < votes.size(); ++list) {
        got.push_back(votes[list] / quota);
        left -= got.back();
        // Should all have had their turn, they begin anew.
        for (int turn = 0; turn < places && votes[list] > 0; ++turn)
            claims.push_back({double(votes[list] % quota) - double(turn) * quota, votes[list], list});
    }
    return best(std::move(claims), left, std::move(got));
}

std::optional<std::vector<int>> engine(ListMethod method, const std::vector<int>& votes, int places) {
    const auto working =
        count_election(rules_with(method), drawn_lists(static_cast<int>(votes.size()), places), 1, votes, 1);
    ensure(working.has_value());
    if (working->is_tied) return {};
    std::vector<int> got;
    for (const auto& option : working->options)
        got.push_back(option.places);
    return got;
}

struct DrawnVotes {
    std::vector<int> votes;
    int places = 1;
};
DrawnVotes draw_votes() {
    DrawnVotes drawn;
    drawn.places = *rc::gen::inRange(1, 14);
    const int count = *rc::gen::inRange(1, 7);
    for (int i = 0; i < count; ++i)
        drawn.votes.push_back(*rc::gen::inRange(0, 40));
    if (std::accumulate(drawn.votes.begin(), drawn.votes.end(), 0) == 0) drawn.votes.front() = 1;
    return drawn;
}

} // namespace

RC_GTEST_PROP(ListElection, GivesWhatAPlainReadingOfItsMethodGives, ()) {
    for (int i = 0; i < 20; ++i) {
        const auto [votes, places] = draw_votes();
        RC_ASSERT(engine(ListMethod::sainte_lague, votes, places) == plain_quotients(votes, places, 10));
        RC_ASSERT(engine(ListMethod::sainte_lague_modified, votes, places) == plain_quotients(votes, places, 14));
        RC_ASSERT(engine(ListMethod::largest_remainder, votes, places) == plain_remainders(votes, places));
    }
}

RC_GTEST_PROP(ListElection, FillsEveryPlaceAndGivesNoListMoreForFewerVotes, ()) {
    const auto [votes, places] = draw_votes();
    auto rules = rules_with(
        *rc::gen::element(ListMethod::largest_remainder, ListMethod::sainte_lague, ListMethod::sainte_lague_modified));
    rules.election_tie = ElectionTie::lot;
    auto inputs = drawn_lists(static_cast<int>(votes.size()), places);
    inputs.lot_seed = std::to_string(*rc::gen::inRange(0, 1000));
    inputs.lot_commitment = commitment_of(*inputs.lot_seed);

    const auto working = count_election(rules, inputs, 1, votes, 1);

    RC_ASSERT(working.has_value());
    RC_ASSERT(std::ssize(working->elected) == places);
    for (const auto& one : working->options) {
        for (const auto& other : working->options)
            RC_ASSERT(one.votes >= other.votes || one.places <= other.places);
    }
    const auto again = count_election(rules, inputs, 1, votes, 1);
    RC_ASSERT(*again == *working);
}

} // namespace governance::tests
