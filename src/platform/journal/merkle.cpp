#include "platform/journal/merkle.hpp"

#include "platform/ensure.hpp"

#include <bit>

namespace journal {

namespace {

Digest node_of(const Digest& left, const Digest& right) {
    return crypto::Sha256{}.update(std::string_view{"\x01"}).update(left).update(right).finish();
}

/// Leaves on the left side: the largest power of two below the count.
std::size_t left_count(std::size_t count) {
    return std::bit_floor(count - 1);
}

} // namespace

Digest leaf_of(std::string_view bytes) {
    return crypto::Sha256{}.update(std::string_view{"\0", 1}).update(bytes).finish();
}

Tree::Tree(std::vector<Digest> leaves) {
    ensure(!leaves.empty());
    levels_.push_back(std::move(leaves));
    while (levels_.back().size() > 1) {
        const auto& below = levels_.back();
        std::vector<Digest> level;
        level.reserve((below.size() + 1) / 2);
        for (std::size_t i = 0; i < below.size(); i += 2)
            level.push_back(i + 1 < below.size() ? node_of(below[i], below[i + 1]) : below[i]);
        levels_.push_back(std::move(level));
    }
}

std::vector<Digest> Tree::path_to(std::size_t index) const {
    ensure(index < size());
    std::vector<Digest> path;
    for (std::size_t height = 0; height + 1 < levels_.size(); ++height, index /= 2) {
        const auto neighbour = index ^ 1;
        if (neighbour < levels_[height].size()) path.push_back(levels_[height][neighbour]);
    }
    return path;
}

Digest root_of(std::vector<Digest> leaves) {
    return Tree{std::move(leaves)}.root();
}

std::optional<Digest> root_through(const Digest& leaf, std::size_t index, std::size_t count,
                                   std::span<const Digest> path) {
    if (index >= count) return {};
    if (count == 1) return path.empty() ? std::optional{leaf} : std::nullopt;
    if (path.empty()) return {};
    const auto middle = left_count(count);
    const auto rest = path.first(path.size() - 1);
    if (index < middle) {
        const auto left = root_through(leaf, index, middle, rest);
        if (!left) return {};
        return node_of(*left, path.back());
    }
    const auto right = root_through(leaf, index - middle, count - middle, rest);
    if (!right) return {};
    return node_of(path.back(), *right);
}

} // namespace journal
