#include "dispatch/store/print_store.hpp"

#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch::store {

/// What failed at a printer stays in the mailbox it came from, and waits for paper all the same.
static constexpr std::string_view waiting_columns =
    "d.id, d.status_at, d.is_digital_only, a.read_deadline_h, "
    "(SELECT COALESCE(SUM(o.bytes), 0) FROM dispatch_document o WHERE o.dispatch_id = d.id)";
static constexpr std::string_view run_columns =
    "id, name, state, begun_at, handed_over_at, acknowledged_at, cleared_at, pages, bytes, sha256, trouble";

static Result<std::vector<Waiting>> waiting_by(db::Reader& reader, const std::string& sql,
                                               const db::Arguments& arguments) {
    std::vector<Waiting> found;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        found.push_back(
            {row.id<DispatchId>(0), row.instant(1), row.flag(2), std::chrono::hours{row.number(3)}, row.number(4)});
    }
    return found;
}

Result<std::vector<Waiting>> waiting_for_paper(db::Reader& reader, int limit) {
    return waiting_by(reader,
                      fmt::format("SELECT {} FROM dispatch_dispatch d JOIN dispatch_account a ON a.id = d.account_id "
                                  "WHERE d.status = 'accepted' AND d.channel IN ('print', 'mailbox') AND "
                                  "d.wrapped_key IS NOT NULL "
                                  "ORDER BY d.status_at LIMIT $1",
                                  waiting_columns),
                      {limit});
}

Result<std::vector<Waiting>> unread_for_long(db::Reader& reader, Instant now, int limit) {
    return waiting_by(reader,
                      fmt::format("SELECT {} FROM dispatch_dispatch d JOIN dispatch_account a ON a.id = d.account_id "
                                  "WHERE d.status = 'notified' AND d.wrapped_key IS NOT NULL AND "
                                  "d.status_at <= $1 - a.read_deadline_h * 3600000000 ORDER BY d.status_at LIMIT $2",
                                  waiting_columns),
                      {std::int64_t{now.time_since_epoch().count()}, limit});
}

Result<void> insert(db::Transaction& transaction, const PrintRun& run) {
    return transaction.enqueue(fmt::format("INSERT INTO dispatch_print_run ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, "
                                           "$8, $9, $10, $11)",
                                           run_columns),
                               {run.id, run.name, json::name_of(run.state), run.begun_at, run.handed_over_at,
                                run.acknowledged_at, run.cleared_at, run.pages, run.bytes, run.sha256, run.trouble});
}

Result<void> insert(db::Transaction& transaction, const PrintLetter& letter) {
    return transaction.enqueue(
        "INSERT INTO dispatch_print_letter (run_id, dispatch_id, position, first_page, pages, sheets, state, reason) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {letter.run, letter.dispatch, letter.position, letter.first_page, letter.pages, letter.sheets,
         json::name_of(letter.state), letter.reason});
}

Result<void> save(db::Transaction& transaction, const PrintRun& run) {
    return transaction.enqueue(
        "UPDATE dispatch_print_run SET state = $2, handed_over_at = $3, acknowledged_at = $4, cleared_at = $5, "
        "pages = $6, bytes = $7, sha256 = $8, trouble = $9 WHERE id = $1",
        {run.id, json::name_of(run.state), run.handed_over_at, run.acknowledged_at, run.cleared_at, run.pages,
         run.bytes, run.sha256, run.trouble});
}

Result<void> save(db::Transaction& transaction, const PrintLetter& letter) {
    return transaction.enqueue("UPDATE dispatch_print_letter SET position = $3, first_page = $4, pages = $5, "
                               "sheets = $6, state = $7, reason = $8 WHERE run_id = $1 AND dispatch_id = $2",
                               {letter.run, letter.dispatch, letter.position, letter.first_page, letter.pages,
                                letter.sheets, json::name_of(letter.state), letter.reason});
}

static Result<std::vector<PrintRun>> runs_by(db::Reader& reader, const std::string& rest,
                                             const db::Arguments& arguments) {
    std::vector<PrintRun> found;
    for (const auto& row :
         TRY(reader.query(fmt::format("SELECT {} FROM dispatch_print_run {}", run_columns, rest), arguments))) {
        PrintRun run;
        run.id = row.id<PrintRunId>(0);
        run.name = row.text(1);
        run.state = *json::enumerator_of<PrintRunState>(row.text(2));
        run.begun_at = row.instant(3);
        run.handed_over_at = row.maybe_instant(4);
        run.acknowledged_at = row.maybe_instant(5);
        run.cleared_at = row.maybe_instant(6);
        run.pages = row.number(7);
        run.bytes = row.number(8);
        run.sha256 = row.text(9);
        run.trouble = row.text(10);
        found.push_back(std::move(run));
    }
    return found;
}

Result<std::optional<PrintRun>> print_run(db::Reader& reader, PrintRunId id) {
    auto found = TRY(runs_by(reader, "WHERE id = $1", {id}));
    return found.empty() ? std::optional<PrintRun>{} : std::optional{std::move(found.front())};
}

Result<std::vector<PrintRun>> open_print_runs(db::Reader& reader) {
    return runs_by(reader, "WHERE cleared_at IS NULL ORDER BY begun_at LIMIT 1000", {});
}

Result<std::vector<PrintRun>> newest_print_runs(db::Reader& reader, int limit) {
    return runs_by(reader, "ORDER BY begun_at DESC, id DESC LIMIT $1", {limit});
}

Result<std::vector<PrintLetter>> print_letters(db::Reader& reader, PrintRunId run) {
    std::vector<PrintLetter> found;
    for (const auto& row : TRY(reader.query("SELECT dispatch_id, position, first_page, pages, sheets, state, reason "
                                            "FROM dispatch_print_letter WHERE run_id = $1 ORDER BY position, "
                                            "dispatch_id",
                                            {run}))) {
        found.push_back({run, row.id<DispatchId>(0), row.number(1), row.number(2), row.number(3), row.number(4),
                         *json::enumerator_of<PrintLetterState>(row.text(5)), std::string{row.text(6)}});
    }
    return found;
}

Result<std::int64_t> print_failures(db::Reader& reader, DispatchId dispatch) {
    const auto row = TRY(reader.find(
        "SELECT COUNT(*) FROM dispatch_print_letter WHERE dispatch_id = $1 AND state = 'failed'", {dispatch}));
    return row->number(0);
}

Result<std::int64_t> count_waiting_for_paper(db::Reader& reader) {
    const auto row = TRY(reader.find("SELECT COUNT(*) FROM dispatch_dispatch WHERE status = 'accepted' AND "
                                     "channel IN ('print', 'mailbox')",
                                     {}));
    return row->number(0);
}

} // namespace dispatch::store
