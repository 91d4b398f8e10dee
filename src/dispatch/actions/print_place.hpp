#pragma once
// Where the printer fetches runs and leaves its word: a folder here, or one on the printer's own machine.
#include "dispatch/office.hpp"
#include "platform/pdf/file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dispatch {

/// RUN.pdf, RUN.csv and, when both are there for good, RUN.json. What the printer says comes as receipts/RUN.json.
class PrintPlace {
public:
    virtual ~PrintPlace() = default;
    /// Makes the folders when they are not there. A folder here fails with dispatch.print_folder_unavailable, one
    /// elsewhere as sftp::Connection does; so do all the others.
    virtual Result<void> prepare() = 0;
    /// Whole or not at all; what had the name before is replaced.
    virtual Result<void> put(const std::string& name, const pdf::File&) = 0;
    virtual Result<void> put(const std::string& name, std::string_view bytes) = 0;
    /// The acknowledgement of a run, when there is one. What is larger than any can be is none.
    virtual Result<std::optional<std::string>> receipt(const std::string& run) = 0;
    /// Takes the run's files and its receipt away: the letters are on paper now, and lie here no longer.
    virtual Result<void> clear(const std::string& run) = 0;
};

inline constexpr std::size_t printer_word_bytes_max = 10'000'000;

/// Nothing when letters are not printed.
std::unique_ptr<PrintPlace> print_place(const Office&);

} // namespace dispatch
