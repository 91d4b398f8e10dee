#include "platform/blobs/segment.hpp"

#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace blobs {

Error store_unavailable(int system_error) {
    if (system_error == ENOSPC || system_error == EDQUOT) return platform::disk_full.error();
    return platform::blob_store_unavailable.error({{"systemError", std::int64_t{system_error}}});
}

Segment::Segment(std::uint32_t number, FileDescriptor file, Recovered content, bool is_own)
    : number_{number}, file_{std::move(file)}, is_own_{is_own}, records_{std::move(content.records)}, end_{content.end},
      synced_{content.end} {}

Recovered Segment::content() const {
    const std::lock_guard lock{mutex_};
    Recovered content;
    content.end = synced_;
    for (const auto& record : records_)
        if (record.offset + record.length <= synced_) content.records.push_back(record);
    return content;
}

std::vector<FoundRecord> Segment::unsynced() const {
    const std::lock_guard lock{mutex_};
    std::vector<FoundRecord> found;
    for (auto record = records_.rbegin(); record != records_.rend() && record->offset >= synced_; ++record)
        found.push_back(*record);
    return found;
}

Result<void> Segment::write_at(std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return store_unavailable(errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

/// After a write that failed. When even this fails the end is unknown, and the segment is left alone from then on.
Result<void> Segment::cut_to(std::uint64_t length) {
    if (::ftruncate(file_.number(), static_cast<off_t>(length)) == 0) return {};
    is_broken_ = true;
    return store_unavailable(errno);
}

Result<std::uint64_t> Segment::append(const Digest& digest, std::string_view content, PassingSince since) {
    const std::lock_guard lock{mutex_};
    if (is_broken_) return store_unavailable(EIO);
    const std::uint64_t begin = end_;
    const auto header = encode({.length = content.size(), .digest = digest, .synced = synced_, .since = since});
    auto written = write_at(begin, {header.data(), header.size()});
    if (written) written = write_at(begin + header_length, content);
    if (!written) {
        TRY(cut_to(begin));
        return written.error();
    }
    records_.push_back({digest, begin + header_length, content.size(), since});
    end_ = begin + header_length + content.size();
    return begin + header_length;
}

Result<void> Segment::sync() {
    std::unique_lock lock{mutex_};
    return wait_until_synced(lock, end_);
}

Result<void> Segment::wait_until_synced(std::unique_lock<std::mutex>& lock, std::uint64_t end) {
    while (synced_ < end) {
        if (is_broken_) return store_unavailable(EIO);
        if (is_syncing_) {
            synced_more_.wait(lock);
            continue;
        }
        is_syncing_ = true;
        const std::uint64_t target = end_;
        lock.unlock();
        const auto is_synced = ::fdatasync(file_.number()) == 0;
        const auto system_error = errno;
        lock.lock();
        is_syncing_ = false;
        // After a failed sync the kernel may have forgotten which pages were dirty: asking again would prove nothing.
        if (is_synced)
            synced_ = target;
        else
            is_broken_ = true;
        synced_more_.notify_all();
        if (!is_synced) return store_unavailable(system_error);
    }
    return {};
}

Result<void> Segment::write_piece(std::string_view bytes) {
    const std::lock_guard lock{mutex_};
    if (is_broken_) return store_unavailable(EIO);
    TRY(write_at(end_ + header_length + streamed_, bytes));
    streamed_ += bytes.size();
    return {};
}

Result<std::uint64_t> Segment::end_stream(const Digest& digest, PassingSince since) {
    std::unique_lock lock{mutex_};
    if (is_broken_) return store_unavailable(EIO);
    const std::uint64_t begin = end_;
    const auto header = encode({.length = streamed_, .digest = digest, .synced = synced_, .since = since});
    TRY(write_at(begin, {header.data(), header.size()}));
    records_.push_back({digest, begin + header_length, streamed_, since});
    end_ = begin + header_length + streamed_;
    streamed_ = 0;
    TRY(wait_until_synced(lock, end_));
    return begin + header_length;
}

void Segment::drop_stream() {
    const std::lock_guard lock{mutex_};
    streamed_ = 0;
    if (!is_broken_ && !cut_to(end_)) is_broken_ = true;
}

Result<void> Segment::read(std::uint64_t offset, std::span<char> into) const {
    while (!into.empty()) {
        const auto got = ::pread(file_.number(), into.data(), into.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return store_unavailable(errno);
        if (got == 0) return platform::blob_damaged.error();
        into = into.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return {};
}

Result<std::optional<Header>> Segment::header_of(std::uint64_t offset) const {
    std::string frame(header_length, '\0');
    TRY(read(offset - header_length, frame));
    return decode(frame);
}

void Segment::forget(std::uint64_t offset) {
    const std::lock_guard lock{mutex_};
    const auto found = std::ranges::lower_bound(records_, offset, {}, &FoundRecord::offset);
    if (found != records_.end() && found->offset == offset) records_.erase(found);
}

} // namespace blobs
