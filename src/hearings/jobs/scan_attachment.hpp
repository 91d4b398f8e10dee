#pragma once
// The virus scanner's word on a file beside an answer.
#include "hearings/ids.hpp"
#include "platform/services.hpp"

namespace hearings {

/// Asks the scanner at clamd and keeps what it says. Fails with platform.scanner_unavailable: the file is then held,
/// and the job comes again.
Result<void> scan_attachment(const Services&, const std::string& clamd, AttachmentId);

} // namespace hearings
