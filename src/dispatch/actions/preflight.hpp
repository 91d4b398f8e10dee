#pragma once
#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/route.hpp"
#include "dispatch/domain/unanswered.hpp"

namespace dispatch {

/// What would become of an arrival if it were sent now.
struct Preflight {
    std::vector<Fault> faults;              ///< None: it would be accepted.
    std::vector<Way> ways;                  ///< In the order that they are tried; none while the recipient is faulty.
    std::optional<std::int64_t> paper_oere; ///< What it costs on paper; nothing where no price is set.
    std::vector<Unanswered> unanswered;     ///< Who could not be asked: a real one would wait for them.
    bool has_looked_into_documents = false;
};

/// Which registers are asked. One that is not counts among those that did not answer.
struct Asking {
    bool contacts = true;
    bool organisations = true;
};

/// Looks without changing anything, into the documents too when nothing else is wrong. An arrival without any file is
/// looked at as if its files were in order.
///
/// has_sent_before is told by a fault too: dispatch.duplicate, where a real one would be refused for it.
/// Who does not answer is not waited for, but named: the ways are then those of somebody who is not reserved.
Result<Preflight> preflight(const Office&, const Account&, Arrival, Instant now, const Asking& asking = {});

} // namespace dispatch
