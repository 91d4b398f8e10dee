#pragma once
// What staff is shown of print runs: neither names nor content.
#include "dispatch/domain/print_run.hpp"
#include "dispatch/ids.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct PrintRunRow {
    PrintRunId id;
    std::string url, name;
    PrintRunState state = PrintRunState::begun;
    Instant begun_at;
    std::int64_t pages = 0;
    std::string trouble;
};
BOOST_DESCRIBE_STRUCT(PrintRunRow, (), (id, url, name, state, begun_at, pages, trouble))

struct PrintRunsView {
    bool is_on = true; ///< False when no folder is set: then nothing is printed.
    std::int64_t waiting = 0;
    std::vector<PrintRunRow> runs; ///< Newest first.
};
BOOST_DESCRIBE_STRUCT(PrintRunsView, (), (is_on, waiting, runs))

struct PrintLetterRow {
    std::int64_t position = 0;
    DispatchId dispatch;
    std::int64_t first_page = 0, pages = 0, sheets = 0;
    PrintLetterState state = PrintLetterState::waiting;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PrintLetterRow, (), (position, dispatch, first_page, pages, sheets, state, reason))

struct PrintRunView : PrintRunRow {
    std::optional<Instant> handed_over_at, acknowledged_at;
    std::int64_t bytes = 0;
    std::string sha256;
    std::vector<PrintLetterRow> letters;
};
BOOST_DESCRIBE_STRUCT(PrintRunView, (PrintRunRow), (handed_over_at, acknowledged_at, bytes, sha256, letters))

} // namespace dispatch
