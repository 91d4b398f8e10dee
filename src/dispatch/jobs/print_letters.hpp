#pragma once
#include "dispatch/office.hpp"
#include "platform/jobs/jobs.hpp"

namespace dispatch {

/// What comes again by itself: letters that nobody read in time go to print or end as digital, runs are set and handed
/// over, the printer's word is read. Begun again after a crash it goes on where it was, under the same names.
Result<void> print_letters(const Office&);
/// The same whatever the hour: for a demonstration on a Sunday.
Result<void> print_at_once(const Office&);

} // namespace dispatch
