#pragma once
// The tree over the events of one batch, built as RFC 6962 section 2.1 builds it: leaves and nodes are hashed with
// another first byte, so that no node can pass for a leaf.
#include "platform/crypto/digest.hpp"
#include "platform/journal/journal.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace journal {

/// SHA-256(0x00 ‖ bytes).
Digest leaf_of(std::string_view bytes);

/// The tree over at least one leaf, made once for the paths of all of them.
class Tree {
public:
    explicit Tree(std::vector<Digest> leaves);
    [[nodiscard]] const Digest& root() const { return levels_.back().front(); } ///< Of a single leaf it is the leaf.
    [[nodiscard]] const Digest& leaf(std::size_t index) const { return levels_.front().at(index); }
    [[nodiscard]] std::size_t size() const { return levels_.front().size(); }
    /// The neighbours that lead from one leaf to the root, lowest first.
    [[nodiscard]] std::vector<Digest> path_to(std::size_t index) const;

private:
    std::vector<std::vector<Digest>> levels_; ///< Leaves first. What has no neighbour goes up as it is.
};
Digest root_of(std::vector<Digest> leaves);

/// The root that a leaf, its place, the number of leaves and a path lead to; nothing when the path has another length.
std::optional<Digest> root_through(const Digest& leaf, std::size_t index, std::size_t count,
                                   std::span<const Digest> path);

} // namespace journal
