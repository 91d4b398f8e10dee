#pragma once
#include "dispatch/office.hpp"
#include "platform/jobs/jobs.hpp"

namespace dispatch {

/// Opens every document, compares it with what was received and looks into it; then the dispatch is accepted and sent
/// on its way, or rejected with every reason. Done before, it does nothing.
Result<void> check_dispatch(const Office&, const jobs::Job&);
/// The same without writing: gives what is to be written, so that many can be written together.
Result<jobs::Writing> checked_dispatch(const Office&, const jobs::Job&);

} // namespace dispatch
