#pragma once
// One file of records. Small contents of many callers share a segment and its syncs; a content that streams in has the
// segment to itself.
#include "platform/blobs/recovery.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <span>

namespace blobs {

/// Where to read, write and sync a file failed; the system's number tells why.
Error store_unavailable(int system_error);

class Segment {
public:
    /// content: the records that are in it, all of them on disk. Another process's is only read.
    Segment(std::uint32_t number, FileDescriptor file, Recovered content, bool is_own = true);

    /// Writes a whole record, which sync() will bring to the disk: the offset of the content.
    Result<std::uint64_t> append(const Digest&, std::string_view content, PassingSince = 0);
    /// Returns when all that was appended before is on disk. Threads that call it at the same time share one sync.
    Result<void> sync();
    /// What was appended and is not on disk.
    [[nodiscard]] std::vector<FoundRecord> unsynced() const;

    /// For a content that comes in pieces, from a caller that has the segment to itself: pieces, then end_stream.
    Result<void> write_piece(std::string_view bytes);
    /// Returns when it is on disk.
    Result<std::uint64_t> end_stream(const Digest&, PassingSince = 0);
    /// Leaves nothing of the pieces written.
    void drop_stream();

    Result<void> read(std::uint64_t offset, std::span<char> into) const;
    /// Of a segment that another process writes: see blobs::added_since.
    [[nodiscard]] Result<Recovered> added_since(std::uint64_t end) const { return blobs::added_since(file_, end); }

    /// The header of the content at that offset; nothing when none is there.
    [[nodiscard]] Result<std::optional<Header>> header_of(std::uint64_t offset) const;
    /// Released: no longer among its records.
    void forget(std::uint64_t offset);

    [[nodiscard]] std::uint32_t number() const { return number_; }
    [[nodiscard]] bool is_own() const { return is_own_; }
    [[nodiscard]] std::uint64_t end() const { return end_; }
    /// The records that are on disk; for its index.
    [[nodiscard]] Recovered content() const;
    /// A sync or a write has failed in a way that leaves its end unknown: nothing more is appended, reading goes on.
    [[nodiscard]] bool is_broken() const { return is_broken_; }

private:
    Result<void> write_at(std::uint64_t offset, std::string_view bytes);
    Result<void> cut_to(std::uint64_t length);
    Result<void> wait_until_synced(std::unique_lock<std::mutex>&, std::uint64_t end);

    const std::uint32_t number_;
    const FileDescriptor file_;
    const bool is_own_;
    mutable std::mutex mutex_;
    std::condition_variable synced_more_;
    std::vector<FoundRecord> records_;
    std::atomic<std::uint64_t> end_; ///< Changed under the mutex; read by who looks for a segment without it.
    std::uint64_t synced_;
    std::uint64_t streamed_ = 0; ///< Bytes of the stream so far.
    bool is_syncing_ = false;
    std::atomic<bool> is_broken_ = false;
};

} // namespace blobs
