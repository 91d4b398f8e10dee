#pragma once
// What happens to hearings by itself.
#include "hearings/hearings.hpp"

namespace hearings {

/// For each hearing that is not over: takes those who could know of it by now as reached, and reminds the silent when
/// it is time. Each hearing in a transaction of its own; doing it twice does nothing more.
Result<void> tend_hearings(const Services&, const Told&);

} // namespace hearings
