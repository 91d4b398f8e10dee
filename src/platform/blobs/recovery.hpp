#pragma once
// What is in a segment after a start: from its index where there is one, from the records themselves behind that.
#include "platform/blobs/record.hpp"
#include "platform/file_descriptor.hpp"

#include <optional>
#include <vector>

namespace blobs {

struct FoundRecord {
    Digest digest;
    std::uint64_t offset = 0; ///< Of the content.
    std::uint64_t length = 0;
    PassingSince since = 0;
};

struct Recovered {
    std::vector<FoundRecord> records;
    std::vector<FoundRecord> gone;      ///< Released, and read just now: their space may not be given back yet.
    std::uint64_t end = 0;              ///< Where the last whole record ends.
    std::uint64_t torn_bytes = 0;       ///< Behind the end, of a write that a kill or a power cut interrupted.
    std::uint64_t unreadable_bytes = 0; ///< Between whole records: damage. Left as it is.
};

/// Finds the whole records of the file, beginning behind those that the index knows.
///
/// A record's header says how far the segment was on disk when it was written; what lies behind the farthest such point
/// may be torn, so its content is checked too.
Result<Recovered> recover(const FileDescriptor&, std::uint64_t size, Recovered known_from_index);

/// The whole records that another process has added since, one behind the other; what it is writing now is left for the
/// next look.
Result<Recovered> added_since(const FileDescriptor&, std::uint64_t end);

/// Reads the index beside a segment; nothing when there is none or it is damaged.
std::optional<Recovered> read_index(const std::string& path);
/// Writes it whole or not at all. It only spares time at start, so a failure is not one of the store.
Result<void> write_index(const std::string& path, const Recovered&);

} // namespace blobs
