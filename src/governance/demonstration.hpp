#pragma once
// The demonstration sector: real bodies and organisations, invented people, cases and meetings around one real case.
#include "directory/directory.hpp"
#include "platform/services.hpp"

#include <functional>
#include <string_view>

namespace governance {

/// What was loaded.
struct DemonstrationReport {
    int people = 0, bodies = 0, cases = 0, meetings = 0, documents = 0;
    bool was_loaded_before = false; ///< There were bodies already; then nothing was changed.
};
/// Told before each step: what is done now, in Norwegian, and how far it has come.
using DemonstrationProgress = std::function<void(std::string_view step, int done, int of)>;

/// Fills governance with the demonstration around a day: everything goes through the same actions as people's work
/// does, at its own time, in the order of time. Needs the sector of directory::seed_sector. Does nothing when there are
/// bodies already. Whether cases, people and meetings are invented is marked on each.
///
/// Fails with what the actions fail with; then what was written so far remains, and the folder should be thrown away.
Result<DemonstrationReport> load_demonstration(const Services&, const directory::PersonKey&, Date today,
                                               const DemonstrationProgress& = {});

} // namespace governance
