#pragma once
// Giving the space of released records back.
#include "platform/blobs/recovery.hpp"

namespace blobs {

/// Marks those of the records that are where they are said to be and pass, on disk, and gives them: what else stands in
/// their places is left alone. Those marked before are among them.
Result<std::vector<FoundRecord>> mark_gone(const FileDescriptor&, const std::vector<FoundRecord>&);

/// Gives what lies in whole blocks of the disk back: so many bytes. Zero on a file system that makes no holes. Doing it
/// again does no harm.
Result<std::uint64_t> make_holes(const FileDescriptor&, const std::vector<FoundRecord>& gone);

} // namespace blobs
