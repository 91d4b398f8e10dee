#pragma once
#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/route.hpp"

namespace dispatch {

/// What would become of an arrival if it were sent now.
struct Preflight {
    std::vector<Fault> faults; ///< None: it would be accepted.
    std::vector<Way> ways;     ///< In the order that they are tried; none while the recipient is faulty.
};

/// Looks without changing anything. An arrival without any file is looked at as if its files were in order.
///
/// has_sent_before is told by a fault too: dispatch.duplicate, where a real one would be refused for it.
/// A register that does not answer is not waited for: then the ways are those of somebody who is not reserved.
Result<Preflight> preflight(const Office&, const Account&, Arrival, Instant now);

} // namespace dispatch
