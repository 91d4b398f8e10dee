#pragma once
// The deep look at one document: whether it is what was received, clean, and fit for the way it may go.
#include "dispatch/actions/content.hpp"

namespace dispatch {

/// Everything that is wrong with it, at once. Fails when it cannot be looked at now: platform.scanner_unavailable,
/// platform.pdf_workshop_unavailable, and as document_pieces does.
Result<std::vector<Fault>> faults_in(const Office&, const Opened&, std::size_t position);

} // namespace dispatch
