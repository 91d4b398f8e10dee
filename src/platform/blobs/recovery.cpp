#include "platform/blobs/recovery.hpp"

#include "platform/blobs/segment.hpp"
#include "platform/crypto/digest.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace blobs {

namespace {

constexpr std::size_t chunk_length = 1 << 20;

/// Reads at most length bytes; fewer only at the end of the file.
Result<std::string> read_at(const FileDescriptor& file, std::uint64_t offset, std::size_t length) {
    std::string bytes(length, '\0');
    std::size_t filled = 0;
    while (filled < length) {
        const auto got =
            ::pread(file.number(), bytes.data() + filled, length - filled, static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return store_unavailable(errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

/// The header at that offset, if it is one whose content ends inside the file.
Result<std::optional<Header>> header_at(const FileDescriptor& file, std::uint64_t offset, std::uint64_t size) {
    if (size - offset < header_length) return std::optional<Header>{};
    const auto bytes = TRY(read_at(file, offset, header_length));
    if (bytes.size() < header_length) return std::optional<Header>{};
    auto header = decode(bytes);
    if (header && header->length > size - offset - header_length) header.reset();
    return header;
}

FoundRecord record_of(const Header& header, std::uint64_t offset) {
    return {header.digest, offset + header_length, header.length, header.since};
}

/// The next offset at or behind the one given where a whole record begins; size when there is none.
Result<std::uint64_t> next_record(const FileDescriptor& file, std::uint64_t offset, std::uint64_t size) {
    constexpr auto magic = record_magic.substr(0, gone_mark_offset);
    while (size - offset >= header_length) {
        const auto chunk = TRY(read_at(file, offset, chunk_length));
        if (chunk.size() < header_length) break;
        for (auto at = chunk.find(magic); at != std::string::npos; at = chunk.find(magic, at + 1)) {
            if (TRY(header_at(file, offset + at, size))) return offset + at;
        }
        offset += chunk.size() - magic.size() + 1;
    }
    return size;
}

Result<bool> content_is_whole(const FileDescriptor& file, const FoundRecord& record) {
    crypto::Sha256 hash;
    for (std::uint64_t done = 0; done < record.length;) {
        const auto wanted = std::min<std::uint64_t>(chunk_length, record.length - done);
        const auto piece = TRY(read_at(file, record.offset + done, wanted));
        if (piece.empty()) return false;
        hash.update(piece);
        done += piece.size();
    }
    return hash.finish() == record.digest.bytes;
}

} // namespace

Result<Recovered> recover(const FileDescriptor& file, std::uint64_t size, Recovered known_from_index) {
    auto found = std::move(known_from_index);
    std::vector<std::pair<FoundRecord, bool>> fresh; // and whether it is gone
    auto synced = found.end;
    for (auto offset = found.end; offset < size;) {
        const auto header = TRY(header_at(file, offset, size));
        if (!header) {
            offset = TRY(next_record(file, offset + 1, size));
            continue;
        }
        fresh.emplace_back(record_of(*header, offset), header->is_gone);
        synced = std::max(synced, header->synced);
        offset += header_length + header->length;
    }

    for (const auto& [record, is_gone] : fresh) {
        const auto end = record.offset + record.length;
        // Checked where a power cut may have kept the header and lost the content.
        if (!is_gone && end > synced && !TRY(content_is_whole(file, record))) continue;
        found.unreadable_bytes += record.offset - header_length - found.end;
        found.end = end;
        (is_gone ? found.gone : found.records).push_back(record);
    }
    found.torn_bytes = size - found.end;
    return found;
}

Result<Recovered> added_since(const FileDescriptor& file, std::uint64_t end) {
    struct stat status;
    if (::fstat(file.number(), &status) != 0) return store_unavailable(errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    Recovered added;
    added.end = end;
    // The header says how long the content is, and one whose content is not all there is none.
    while (added.end < size) {
        const auto header = TRY(header_at(file, added.end, size));
        if (!header) break;
        if (!header->is_gone) added.records.push_back(record_of(*header, added.end));
        added.end += header_length + header->length;
    }
    return added;
}

} // namespace blobs
