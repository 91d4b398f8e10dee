#include "platform/blobs/record.hpp"

#include "platform/ensure.hpp"

#include <algorithm>
#include <zlib.h>

namespace blobs {

void put_number(std::string& out, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        out += static_cast<char>(number >> shift & 0xff);
}

std::uint64_t number_at(std::string_view bytes, std::size_t offset) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number |= std::uint64_t{static_cast<std::uint8_t>(bytes[offset + i])} << (8 * i);
    return number;
}

std::uint32_t checksum(std::string_view bytes) {
    return static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

static void put_short_number(std::string& out, std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(number >> shift & 0xff);
}

PassingSince passing_since(Instant at) {
    return static_cast<PassingSince>(std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count());
}

std::array<char, header_length> encode(const Header& header) {
    std::string bytes{record_magic};
    put_number(bytes, header.length);
    bytes.append(header.digest.bytes.begin(), header.digest.bytes.end());
    put_number(bytes, header.synced);
    put_short_number(bytes, header.since);
    put_short_number(bytes, checksum(bytes));
    ensure(bytes.size() == header_length);
    std::array<char, header_length> out{};
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

std::optional<Header> decode(std::string_view bytes) {
    ensure(bytes.size() >= header_length);
    std::string as_written{bytes.substr(0, header_length)};
    const bool is_gone = as_written[gone_mark_offset] == gone_mark;
    if (is_gone) as_written[gone_mark_offset] = record_magic[gone_mark_offset];
    if (!as_written.starts_with(record_magic)) return {};
    const auto since_and_sum = number_at(bytes, 56);
    if (since_and_sum >> 32 != checksum(std::string_view{as_written}.substr(0, 60))) return {};
    Header header{.length = number_at(bytes, 8),
                  .digest = {},
                  .synced = number_at(bytes, 48),
                  .since = static_cast<PassingSince>(since_and_sum),
                  .is_gone = is_gone};
    std::copy_n(bytes.begin() + 16, header.digest.bytes.size(), header.digest.bytes.begin());
    return header;
}

} // namespace blobs
