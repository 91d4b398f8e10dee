#pragma once
// What an import is asked for, and what it tells.
#include "platform/error.hpp"
#include "platform/net/http_client.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace oparl {

/// Asks for a page. The program uses platform/net; tests give their own.
using Fetch = std::function<Result<net::Answer>(const std::string& address)>;
/// How far a list has come; `of` is 0 while nobody knows.
using Progress = std::function<void(std::string_view list, std::int64_t done, std::int64_t of)>;

struct ImportRequest {
    std::string place; ///< The address of a system or body, or a folder of JSON files.
    std::string slug;  ///< What to call the source; empty: made from the place.
    /// Origins besides the system's own ("https://files.example") that its objects and lists may stand at.
    std::vector<std::string> allowed_origins;
    bool is_full = false;                  ///< Read everything, though only what is new would do.
    std::size_t batch_objects = 4000;      ///< Kept in one transaction.
    std::int64_t objects_max = 10'000'000; ///< Read in one run.
    Fetch fetch;
    Progress progress;
};

/// Something that was not taken.
struct Refusal {
    std::string place;  ///< The page or file.
    std::string object; ///< Its id, when it has one that can be read.
    Fault fault;
};

struct ImportReport {
    std::string slug;
    std::int64_t bytes = 0;                           ///< Read.
    std::int64_t objects = 0;                         ///< Met, copies included.
    std::int64_t added = 0, changed = 0, removed = 0; ///< Removed: turned into tombstones.
    std::int64_t refused = 0;
    std::vector<Refusal> refusals; ///< The first thousand.
    bool is_complete = true;       ///< False: some list was not read to its end; run it again.
    bool was_resumed = false;      ///< Went on where an earlier run had stopped.
    std::int64_t transactions = 0; ///< 0 when nothing was new: then nothing was written.

    [[nodiscard]] std::int64_t written() const { return added + changed + removed; }
};

struct ExportReport {
    std::int64_t objects = 0, files = 0, bytes = 0;
};

} // namespace oparl
