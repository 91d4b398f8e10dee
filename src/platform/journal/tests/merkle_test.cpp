#include "platform/journal/merkle.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/journal/chain.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using journal::Digest;

std::vector<Digest> leaves_of(std::size_t count) {
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(journal::leaf_of(std::to_string(i)));
    return leaves;
}

TEST(MerkleTree, GivesTheKnownRootsOfRfc6962) {
    // The eight leaves that implementations of certificate transparency share as test vectors.
    std::vector<Digest> leaves;
    for (const auto* bytes_hex :
         {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        leaves.push_back(journal::leaf_of(*crypto::from_hex(bytes_hex)));
    const auto root_of_first = [&](std::ptrdiff_t count) {
        return journal::hex(journal::root_of({leaves.begin(), leaves.begin() + count}));
    };

    EXPECT_EQ(root_of_first(1), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_EQ(root_of_first(3), "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    EXPECT_EQ(root_of_first(8), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

RC_GTEST_PROP(MerkleTree, LeadsFromEveryLeafToTheRoot, ()) {
    const auto count = *rc::gen::inRange<std::size_t>(1, 70);
    const auto index = *rc::gen::inRange<std::size_t>(0, count);
    const auto leaves = leaves_of(count);

    const auto path = journal::Tree{leaves}.path_to(index);

    RC_ASSERT(journal::root_through(leaves[index], index, count, path) == journal::root_of(leaves));
}

RC_GTEST_PROP(MerkleTree, LeadsNowhereElseFromAnotherPlaceOrPath, ()) {
    const auto count = *rc::gen::inRange<std::size_t>(2, 70);
    const auto index = *rc::gen::inRange<std::size_t>(0, count);
    const auto other =
        *rc::gen::suchThat(rc::gen::inRange<std::size_t>(0, count + 2), [&](auto i) { return i != index; });
    const auto leaves = leaves_of(count);
    auto path = journal::Tree{leaves}.path_to(index);
    const auto root = journal::root_of(leaves);

    RC_ASSERT(journal::root_through(leaves[index], other, count, path) != root);
    path[*rc::gen::inRange<std::size_t>(0, path.size())][0] ^= 1;
    RC_ASSERT(journal::root_through(leaves[index], index, count, path) != root);
    path.pop_back();
    RC_ASSERT(journal::root_through(leaves[index], index, count, path) != root);
}

TEST(MerkleTree, NeverTakesANodeForALeaf) {
    const auto leaves = leaves_of(2);
    const std::string two_leaves = std::string{crypto::view(leaves[0])} + std::string{crypto::view(leaves[1])};

    EXPECT_NE(journal::leaf_of(two_leaves), journal::root_of(leaves));
}

RC_GTEST_PROP(WayBack, IsShortAndTakesOnlyBoundSteps, ()) {
    const auto from = *rc::gen::inRange<std::int64_t>(1, 2'000'000);
    const auto to = *rc::gen::inRange<std::int64_t>(1, from + 1);

    const auto way = journal::way_between(from, to);

    RC_ASSERT(way.front() == from);
    RC_ASSERT(way.back() == to);
    RC_ASSERT(way.size() <= 250U);
    for (std::size_t i = 1; i < way.size(); ++i)
        RC_ASSERT(way[i] == way[i - 1] - 1 || way[i] == journal::skip_of(way[i - 1]));
}

TEST(Seal, ChangesWithEverythingItBinds) {
    const journal::Batch batch{
        .number = 5, .first = 10, .last = 12, .sealed_at = {}, .root = leaves_of(1)[0], .seal = {}};
    const auto previous = leaves_of(2)[1];
    const auto skipped = leaves_of(3)[2];
    const auto seal = journal::seal_of(batch, previous, skipped);
    const auto differs = [&](auto change) {
        auto other = batch;
        change(other);
        return journal::seal_of(other, previous, skipped) != seal;
    };

    EXPECT_TRUE(differs([](auto& other) { other.number = 6; }));
    EXPECT_TRUE(differs([](auto& other) { other.first = 11; }));
    EXPECT_TRUE(differs([](auto& other) { other.last = 13; }));
    EXPECT_TRUE(differs([](auto& other) { other.sealed_at += std::chrono::microseconds{1}; }));
    EXPECT_TRUE(differs([](auto& other) { other.root[31] ^= 1; }));
    EXPECT_NE(journal::seal_of(batch, skipped, previous), seal);
    EXPECT_EQ(journal::seal_of(batch, previous, skipped), seal);
}

} // namespace
