#pragma once
// The journal's tables. All SQL about events and batches stands behind this.
#include "platform/journal/chain.hpp"
#include "platform/journal/record.hpp"

#include <optional>
#include <span>
#include <vector>

namespace journal::store {

/// 0 when there is none.
Result<std::int64_t> newest_sequence(db::Reader&);
Result<void> insert(db::Transaction&, std::span<const Record>);
Result<void> insert(db::Transaction&, const Batch&);

Result<std::optional<Record>> find(db::Reader&, std::int64_t sequence);
/// In order, from first to last, both included.
Result<std::vector<Record>> range(db::Reader&, std::int64_t first, std::int64_t last);
/// In order, behind a sequence.
Result<std::vector<Record>> after(db::Reader&, std::int64_t sequence, int limit);
struct Page {
    Visibility widest = Visibility::everybody;
    int limit = 0;
    std::int64_t before = 0; ///< 0: from the newest.
};
Result<std::vector<Record>> newest(db::Reader&, const Page&);
Result<std::vector<Record>> about(db::Reader&, const Subject&, const Page&);

/// Subjects of a kind that events behind a sequence and up to another were about, in order.
Result<std::vector<Touch>> touches(db::Reader&, std::string_view kind, std::int64_t after, std::int64_t up_to);
/// Sequence of the newest event about a subject, 0 when there is none.
Result<std::int64_t> newest_about(db::Reader&, const Subject&);

/// What a batch is made of, in order.
Result<std::vector<Digest>> leaves_of(db::Reader&, const Batch&);

Result<std::optional<Batch>> newest_batch(db::Reader&);
Result<std::optional<Batch>> batch(db::Reader&, std::int64_t number);
Result<std::optional<Batch>> batch_of(db::Reader&, std::int64_t sequence);
/// In order, behind a number.
Result<std::vector<Batch>> batches_after(db::Reader&, std::int64_t number, int limit);
/// 32 zero bytes before the first batch. Fails with platform.event_not_found when there is no such batch.
Result<Digest> seal_at(db::Reader&, std::int64_t number);

} // namespace journal::store
