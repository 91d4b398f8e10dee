#pragma once
// The events of one commit group, in memory until they are written: many in one statement, and numbered without asking
// the database each time.
#include "platform/journal/chain.hpp"
#include "platform/journal/record.hpp"

#include <optional>
#include <vector>

namespace journal {

/// Belongs to the writer thread alone, and follows its transaction: what the database undoes is forgotten here too.
class Unwritten {
public:
    void group_begins();
    void member_begins();
    void member_undone();

    /// The number that the next event gets. Groups are written one after the other, also when several processes write,
    /// so what is newest is asked for once in each.
    Result<std::int64_t> next_sequence(db::Reader&);
    /// The newest batch that stood before this group; numbered 0 when there is none. Right behind next_sequence.
    [[nodiscard]] const Batch& previous() const { return previous_; }
    /// Keeps what is to be written. Fails with platform.database_refused for text that cannot be kept: found only when
    /// it is written, it would be the fault of the whole group.
    Result<void> add(Record);
    /// Writes what is not written yet. Before each read of the journal in the same transaction, and before the commit.
    Result<void> write(db::Transaction&);
    /// All events of this group so far, in order.
    [[nodiscard]] const std::vector<Record>& records() const { return records_; }

private:
    /// How far it was when the member that runs began.
    struct Mark {
        std::size_t count = 0, written = 0;
    };
    std::optional<std::int64_t> newest_before_; ///< Sequence before the group; none until it was asked for.
    Batch previous_;
    std::vector<Record> records_;
    std::size_t written_ = 0; ///< The first so many stand in the transaction.
    Mark member_;
};

} // namespace journal
