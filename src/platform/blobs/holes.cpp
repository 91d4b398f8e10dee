#include "platform/blobs/holes.hpp"

#include "platform/blobs/segment.hpp"
#include "platform/log/log.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace blobs {

/// A place may be an old one, from an index that another process wrote: the header there decides.
static bool is_there(const FileDescriptor& file, const FoundRecord& record) {
    std::string frame(header_length, '\0');
    const auto got =
        ::pread(file.number(), frame.data(), frame.size(), static_cast<off_t>(record.offset - header_length));
    if (got != static_cast<ssize_t>(frame.size())) return false;
    const auto header = decode(frame);
    return header && header->since != 0 && header->digest == record.digest && header->length == record.length;
}

Result<std::vector<FoundRecord>> mark_gone(const FileDescriptor& file, const std::vector<FoundRecord>& records) {
    std::vector<FoundRecord> gone;
    for (const auto& record : records) {
        if (!is_there(file, record)) continue;
        const auto at = static_cast<off_t>(record.offset - header_length + gone_mark_offset);
        if (::pwrite(file.number(), &gone_mark, 1, at) != 1) return store_unavailable(errno);
        gone.push_back(record);
    }
    // Before any hole: a record that looks whole after a power cut is whole.
    if (!gone.empty() && ::fdatasync(file.number()) != 0) return store_unavailable(errno);
    return gone;
}

Result<std::uint64_t> make_holes(const FileDescriptor& file, const std::vector<FoundRecord>& gone) {
    struct stat status;
    if (::fstat(file.number(), &status) != 0) return store_unavailable(errno);
    const auto block = static_cast<std::uint64_t>(status.st_blksize);
    std::uint64_t bytes = 0;
    for (const auto& record : gone) {
        if (record.length == 0) continue;
        if (::fallocate(file.number(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(record.offset),
                        static_cast<off_t>(record.length)) != 0) {
            if (errno != EOPNOTSUPP && errno != ENOSYS) return store_unavailable(errno);
            logging::warning("blobs.holes_not_supported");
            return 0;
        }
        const auto first = (record.offset + block - 1) / block * block;
        const auto end = (record.offset + record.length) / block * block;
        if (end > first) bytes += end - first;
    }
    return bytes;
}

} // namespace blobs
