#pragma once
// Batches: the events of one commit under one root, and the seals that bind each batch to those before it.
#include "platform/journal/journal.hpp"
#include "platform/json/value.hpp"

#include <vector>

namespace journal {

/// Batch n is bound to batch n - 1, so that nothing can be put in between, and to batch skip_of(n), so that the way
/// from the newest batch back to any other takes few steps however long the journal is.
struct Batch {
    std::int64_t number = 0;
    std::int64_t first = 0, last = 0; ///< Sequences of its events.
    Instant sealed_at;                ///< The time of its newest event.
    Digest root{};
    Digest seal{};
};

/// The number without its lowest bit: 12 → 8, 13 → 12, 16 → 0.
std::int64_t skip_of(std::int64_t number);

/// SHA-256("samband batch" ‖ number ‖ first ‖ last ‖ sealed_at ‖ root ‖ seal of n - 1 ‖ seal of skip_of(n)); numbers as
/// eight bytes, highest first. Before batch 1 stands a seal of 32 zero bytes.
Digest seal_of(const Batch&, const Digest& previous, const Digest& skipped);

/// The numbers of the batches on the way from one to an earlier one, both included.
std::vector<std::int64_t> way_between(std::int64_t from, std::int64_t to);

/// {"batch":3,"first":7,"last":9,"sealedAt":…,"root":"…","seal":"…"}
json::Object form_of(const Batch&);

std::string hex(const Digest&);
std::optional<Digest> digest_from_hex(std::string_view);

} // namespace journal
