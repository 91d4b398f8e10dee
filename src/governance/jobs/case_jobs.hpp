#pragma once
// What runs by itself for cases, and for what is treated in writing.
#include "governance/ids.hpp"
#include "platform/services.hpp"

namespace governance {

/// Asks the scanner about a document and records what it said. While the scanner is away the document is held, and the
/// job fails with platform.scanner_unavailable, so that it is tried again.
Result<void> scan_document(const Services&, const std::string& clamd, DocumentId);

/// Opens the window of a written procedure when its time has come; does nothing before and after.
Result<void> open_window(const Services&, MeetingId);
/// Decides what was treated in writing when the window has ended, item by item; what cannot be decided waits for a
/// meeting. Goes on where it was interrupted.
Result<void> close_window(const Services&, MeetingId);

} // namespace governance
