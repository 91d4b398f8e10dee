#pragma once
// The seals that the next batch is bound to, while batches are gone through in order.
#include "platform/journal/chain.hpp"

#include <vector>

namespace journal {

/// Keeps only the numbers that some later batch can skip to: those made by taking low bits from the last one.
class SealChain {
public:
    [[nodiscard]] std::int64_t number() const { return kept_.back().number; }
    [[nodiscard]] const Digest& previous() const { return kept_.back().seal; }

    /// The seal that the batch must have; its number must be the next.
    [[nodiscard]] Digest seal_for(const Batch& batch) const {
        return seal_of(batch, previous(), kept(skip_of(batch.number)));
    }
    void add(const Digest& seal) {
        const auto next = number() + 1;
        while (kept_.back().number != skip_of(next))
            kept_.pop_back();
        kept_.push_back({next, seal});
    }

private:
    struct Kept {
        std::int64_t number = 0;
        Digest seal{};
    };
    [[nodiscard]] const Digest& kept(std::int64_t number) const {
        auto found = kept_.rbegin();
        while (found->number != number)
            ++found;
        return found->seal;
    }
    std::vector<Kept> kept_{Kept{}};
};

} // namespace journal
