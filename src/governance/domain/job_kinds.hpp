#pragma once
// The kinds of background work of cases. Each one's payload is an id.
#include <string_view>

namespace governance {

inline constexpr std::string_view job_open_expired = "governance.open_expired";   ///< Of a case.
inline constexpr std::string_view job_scan_document = "governance.scan_document"; ///< Of a document.

} // namespace governance
