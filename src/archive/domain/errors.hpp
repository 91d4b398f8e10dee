#pragma once
#include "platform/error.hpp"

namespace archive {

inline constexpr ErrorCode nothing_to_extract{"archive.nothing_to_extract", ErrorKind::conflict};
inline constexpr ErrorCode folder_taken{"archive.folder_taken", ErrorKind::conflict};
inline constexpr ErrorCode folder_unavailable{"archive.folder_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode package_faulty{"archive.package_faulty", ErrorKind::internal};
inline constexpr ErrorCode retention_faulty{"archive.retention_faulty", ErrorKind::invalid_input};

} // namespace archive
