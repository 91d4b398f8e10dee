#include "platform/zip/zip_reader.hpp"

#include "platform/zip/errors.hpp"

#include <algorithm>
#include <zlib.h>

namespace zip {

namespace {

constexpr std::string_view list_end = {"PK\x05\x06", 4}, list_entry = {"PK\x01\x02", 4}, local_head = {"PK\x03\x04", 4};
constexpr std::size_t list_end_bytes = 22, list_entry_bytes = 46, local_head_bytes = 30;

Error unreadable(const char* why) {
    return platform::zip_unreadable.error({{"why", std::string{why}}});
}

/// Little-endian; the caller has looked that it is there.
std::uint32_t number_at(std::string_view bytes, std::size_t place, int length) {
    std::uint32_t number = 0;
    for (int i = 0; i < length; ++i) {
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[place + static_cast<std::size_t>(i)]))
                  << (8 * i);
    }
    return number;
}

Result<std::string> unpacked(std::string_view packed, std::uint32_t length) {
    std::string content(length, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return unreadable("inflate");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    const auto outcome = inflate(&stream, Z_FINISH);
    const bool is_whole = outcome == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!is_whole) return unreadable("content");
    return content;
}

struct ListEntry {
    std::uint32_t method = 0, checksum = 0, packed = 0, length = 0, offset = 0;
};

Result<std::string> content_of(std::string_view archive, const ListEntry& entry) {
    if (archive.size() < local_head_bytes || entry.offset > archive.size() - local_head_bytes) {
        return unreadable("place");
    }
    if (archive.substr(entry.offset, local_head.size()) != local_head) return unreadable("head");
    const std::size_t begin = std::size_t{entry.offset} + local_head_bytes + number_at(archive, entry.offset + 26, 2) +
                              number_at(archive, entry.offset + 28, 2);
    if (begin > archive.size() || entry.packed > archive.size() - begin) return unreadable("length");
    const auto packed = archive.substr(begin, entry.packed);
    static constexpr std::uint32_t stored = 0, deflated = 8;
    if (entry.method != stored && entry.method != deflated) return unreadable("method");
    if (entry.method == stored && entry.packed != entry.length) return unreadable("length");
    auto content = entry.method == stored ? std::string{packed} : TRY(unpacked(packed, entry.length));
    const auto checksum = crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    if (checksum != entry.checksum) return unreadable("checksum");
    return content;
}

} // namespace

Result<std::vector<File>> read(std::string_view archive, std::uint64_t bytes_max) {
    const auto end = archive.rfind(list_end);
    if (end == std::string_view::npos || archive.size() - end < list_end_bytes) return unreadable("no archive");
    const auto count = number_at(archive, end + 10, 2);
    std::size_t place = number_at(archive, end + 16, 4);
    if (count > files_max) return unreadable("too many files");
    std::vector<File> files;
    std::uint64_t bytes = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (place > end || end - place < list_entry_bytes || archive.substr(place, list_entry.size()) != list_entry) {
            return unreadable("list");
        }
        const ListEntry entry{number_at(archive, place + 10, 2), number_at(archive, place + 16, 4),
                              number_at(archive, place + 20, 4), number_at(archive, place + 24, 4),
                              number_at(archive, place + 42, 4)};
        const auto name_length = number_at(archive, place + 28, 2);
        const auto rest = name_length + number_at(archive, place + 30, 2) + number_at(archive, place + 32, 2);
        if (rest > end - place - list_entry_bytes) return unreadable("list");
        bytes += entry.length;
        if (bytes > bytes_max) return unreadable("too long");
        std::string name{archive.substr(place + list_entry_bytes, name_length)};
        auto content = TRY(content_of(archive, entry));
        files.push_back({std::move(name), std::move(content)});
        place += list_entry_bytes + rest;
    }
    return files;
}

} // namespace zip
