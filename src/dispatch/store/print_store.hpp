#pragma once
// Runs of letters on paper, and the letters that are due for one.
#include "dispatch/domain/print_run.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch::store {

/// A letter that waits: for paper at once, or unread in a mailbox until its time is out.
struct Waiting {
    DispatchId id;
    Instant since;
    bool is_digital_only = false;
    std::chrono::hours read_deadline{40};
    std::int64_t bytes = 0; ///< Of its documents together.
};
/// Those that go on paper without further waiting, the oldest first.
Result<std::vector<Waiting>> waiting_for_paper(db::Reader&, int limit);
/// Those that lie in a mailbox unread for at least the hours of their account, by the clock on the wall; the oldest
/// first. Whether so many *working* hours have passed is for the caller to say.
Result<std::vector<Waiting>> unread_for_long(db::Reader&, Instant now, int limit);

Result<void> insert(db::Transaction&, const PrintRun&);
Result<void> insert(db::Transaction&, const PrintLetter&);
Result<void> save(db::Transaction&, const PrintRun&);
Result<void> save(db::Transaction&, const PrintLetter&);

Result<std::optional<PrintRun>> print_run(db::Reader&, PrintRunId);
/// Those whose files the printer may still have: not acknowledged, or not cleared away yet. The oldest first.
Result<std::vector<PrintRun>> open_print_runs(db::Reader&);
/// Newest first.
Result<std::vector<PrintRun>> newest_print_runs(db::Reader&, int limit);
/// In the order of the run.
Result<std::vector<PrintLetter>> print_letters(db::Reader&, PrintRunId);
/// How often the dispatch failed at a printer.
Result<std::int64_t> print_failures(db::Reader&, DispatchId);
/// How many letters wait for paper now.
Result<std::int64_t> count_waiting_for_paper(db::Reader&);

} // namespace dispatch::store
