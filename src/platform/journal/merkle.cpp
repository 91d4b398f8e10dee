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

Digest root_of(std::span<const Digest> leaves) {
    ensure(!leaves.empty());
    if (leaves.size() == 1) return leaves.front();
    const auto middle = left_count(leaves.size());
    return node_of(root_of(leaves.first(middle)), root_of(leaves.subspan(middle)));
}

std::vector<Digest> path_to(std::span<const Digest> leaves, std::size_t index) {
    ensure(index < leaves.size());
    if (leaves.size() == 1) return {};
    const auto middle = left_count(leaves.size());
    const auto left = leaves.first(middle);
    const auto right = leaves.subspan(middle);
    auto path = index < middle ? path_to(left, index) : path_to(right, index - middle);
    path.push_back(root_of(index < middle ? right : left));
    return path;
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
