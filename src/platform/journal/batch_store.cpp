#include "platform/errors.hpp"
#include "platform/journal/columns.hpp"
#include "platform/journal/record_store.hpp"

namespace journal::store {

namespace {

const std::string columns =
    "SELECT number, first_sequence, last_sequence, sealed_at, root, seal FROM platform_journal_batch ";

Batch batch_from(const db::Row& row) {
    return {.number = row.number(0),
            .first = row.number(1),
            .last = row.number(2),
            .sealed_at = row.instant(3),
            .root = digest_from(row.bytes(4)),
            .seal = digest_from(row.bytes(5))};
}

Result<std::optional<Batch>> find_batch(db::Reader& reader, std::string_view condition,
                                        const db::Arguments& arguments) {
    const auto row = TRY(reader.find(columns + std::string{condition}, arguments));
    if (!row) return std::optional<Batch>{};
    return std::optional{batch_from(*row)};
}

} // namespace

Result<void> insert(db::Transaction& transaction, const Batch& batch) {
    return transaction.enqueue(
        "INSERT INTO platform_journal_batch (number, first_sequence, last_sequence, sealed_at, "
        "root, seal) VALUES ($1, $2, $3, $4, $5, $6)",
        {batch.number, batch.first, batch.last, batch.sealed_at, bytes_of(batch.root), bytes_of(batch.seal)});
}

Result<std::vector<Digest>> leaves_of(db::Reader& reader, const Batch& batch) {
    std::vector<Digest> leaves;
    for (const auto& row : TRY(reader.query("SELECT leaf FROM platform_journal_event WHERE sequence >= $1 AND "
                                            "sequence <= $2 ORDER BY sequence",
                                            {batch.first, batch.last})))
        leaves.push_back(digest_from(row.bytes(0)));
    return leaves;
}

Result<std::optional<Batch>> newest_batch(db::Reader& reader) {
    return find_batch(reader, "ORDER BY number DESC LIMIT 1", {});
}

Result<std::optional<Batch>> batch(db::Reader& reader, std::int64_t number) {
    return find_batch(reader, "WHERE number = $1", {number});
}

Result<std::optional<Batch>> batch_of(db::Reader& reader, std::int64_t sequence) {
    return find_batch(reader, "WHERE first_sequence <= $1 ORDER BY first_sequence DESC LIMIT 1", {sequence});
}

Result<std::vector<Batch>> batches_after(db::Reader& reader, std::int64_t number, int limit) {
    std::vector<Batch> batches;
    for (const auto& row : TRY(reader.query(columns + "WHERE number > $1 ORDER BY number LIMIT $2", {number, limit})))
        batches.push_back(batch_from(row));
    return batches;
}

Result<Digest> seal_at(db::Reader& reader, std::int64_t number) {
    if (number == 0) return Digest{};
    const auto found = TRY(batch(reader, number));
    if (!found) return platform::event_not_found.error({{"number", number}});
    return found->seal;
}

} // namespace journal::store
