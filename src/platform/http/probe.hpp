#pragma once
// What the program stands on, and how to find out in time whether it stands.
#include "platform/db/database.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace http {

/// Something that the program stands on, and how to find out whether it stands.
struct Probe {
    std::string name; ///< "database", "disk".
    std::function<Result<void>()> check;
};

/// Holds when a database answers a query.
Probe database_probe(db::Database&);
/// Holds when a file can be written and synced in the folder.
Probe disk_probe(std::string folder);

/// The same probe, answered in time: whoever watches the program waits a second or two, and a database that hangs keeps
/// its caller half a minute. Fails with platform.probe_unanswered as long as the check is under way longer than that;
/// it runs on a thread of its own, once at a time. What the check uses must outlive the last copy of the probe, which
/// waits for the check that runs.
Probe answered_within(std::chrono::milliseconds patience, Probe);

} // namespace http
