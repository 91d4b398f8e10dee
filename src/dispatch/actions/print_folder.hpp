#pragma once
// The folder that the printer fetches from: a run's files come whole or not at all, the list last.
#include "platform/pdf/file.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dispatch {

/// RUN.pdf, RUN.csv and, when both are there for good, RUN.json. What the printer says comes as receipts/RUN.json.
class PrintFolder {
public:
    explicit PrintFolder(std::string path) : path_{std::move(path)} {}

    /// Makes the folders when they are not there. Fails with dispatch.print_folder_unavailable.
    [[nodiscard]] Result<void> prepare() const;
    [[nodiscard]] Result<void> put(const std::string& name, const pdf::File&) const;
    [[nodiscard]] Result<void> put(const std::string& name, std::string_view bytes) const;
    /// The acknowledgement of a run, when there is one. What is larger than any can be is none.
    [[nodiscard]] Result<std::optional<std::string>> receipt(const std::string& run) const;
    /// The run's files and its receipt: the letters are on paper now, and lie here no longer.
    void clear(const std::string& run) const;

private:
    std::string path_;
};

} // namespace dispatch
