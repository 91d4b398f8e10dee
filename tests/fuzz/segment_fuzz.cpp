// Whatever is in a segment: no crash, records lie inside the file and one behind the other, and a second look at what
// the first one left finds nothing new.
#include "platform/blobs/recovery.hpp"
#include "platform/ensure.hpp"

#include <sys/mman.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const FileDescriptor file{::memfd_create("segment", MFD_CLOEXEC)};
    ensure_or_stop(file.is_open() && ::write(file.number(), bytes, size) == static_cast<ssize_t>(size));

    const auto found = blobs::recover(file, size, {});

    ensure_or_stop(found.has_value());
    std::uint64_t end = 0;
    for (const auto& record : found->records) {
        ensure_or_stop(record.offset >= end + blobs::header_length);
        end = record.offset + record.length;
        ensure_or_stop(end <= size);
    }
    ensure_or_stop(found->end + found->torn_bytes == size);
    ensure_or_stop(::ftruncate(file.number(), static_cast<off_t>(found->end)) == 0);
    const auto again = blobs::recover(file, found->end, {});
    ensure_or_stop(again && again->end <= found->end && again->records.size() <= found->records.size());
    return 0;
}
