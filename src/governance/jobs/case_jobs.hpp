#pragma once
// What runs by itself for cases.
#include "governance/ids.hpp"
#include "platform/services.hpp"

namespace governance {

/// Asks the scanner about a document and records what it said. While the scanner is away the document is held, and the
/// job fails with platform.scanner_unavailable, so that it is tried again.
Result<void> scan_document(const Services&, const std::string& clamd, DocumentId);

} // namespace governance
