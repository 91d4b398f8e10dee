#pragma once
// The files that were looked into lately and had no fault: letters of one mailing share theirs, and a large one is
// scanned once and not two hundred times.
#include "platform/clock.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace dispatch {

/// One for the program; threads may ask at the same time. A file is named by where it lies and what is expected of it.
class CleanDocuments {
public:
    [[nodiscard]] bool knows(const std::string& file, Instant now) const;
    /// For ten minutes: what the scanner has learnt by then counts for those who come later.
    void remember(std::string file, Instant now);

private:
    mutable std::mutex mutex_;
    std::map<std::string, Instant> seen_at_;
};

} // namespace dispatch
