#pragma once
// A run becomes one PDF: for each letter a page with the address, then its documents as they were asked to be printed.
#include "dispatch/office.hpp"
#include "dispatch/store/print_store.hpp"

namespace dispatch {

struct SetLetter {
    PrintLetter letter;
    ManifestLetter told;
};
struct SetRun {
    pdf::File file;
    std::vector<SetLetter> letters; ///< In the order they stand.
    std::int64_t pages = 0;
    /// Those that cannot be set, and why.
    std::vector<std::pair<PrintLetter, std::string>> left_out;
};

/// The same run gives the same bytes, so that it does no harm when two make it at once. Fails when it cannot be done
/// now: platform.pdf_workshop_unavailable, database and store away. What is wrong with one letter leaves that one out.
Result<SetRun> set_print_run(const Office&, const PrintRun&, const std::vector<PrintLetter>&);

} // namespace dispatch
