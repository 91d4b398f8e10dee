#pragma once
// Hearings for the demonstration: real municipalities, invented answers, marked so.
#include "platform/services.hpp"

#include <functional>
#include <string_view>

namespace hearings {

struct DemonstrationReport {
    int hearings = 0, answers = 0, through_networks = 0;
    bool was_loaded_before = false; ///< There were hearings already; then nothing was changed.
};
/// What is done now, in Norwegian, and how far it has come.
using DemonstrationProgress = std::function<void(std::string_view step, int done, int of)>;

/// Holds the hearings of facts/demonstration_hearings.json around the day, on cases that governance's demonstration has
/// planned. Who answers what follows from the numbers of the municipalities, so that it is the same every time.
///
/// Fails with what the actions fail with.
Result<DemonstrationReport> load_demonstration(const Services&, Date today, const DemonstrationProgress& = {});

} // namespace hearings
