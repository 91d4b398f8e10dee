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

std::array<char, header_length> encode(const Header& header) {
    std::string bytes{record_magic};
    put_number(bytes, header.length);
    bytes.append(header.digest.bytes.begin(), header.digest.bytes.end());
    put_number(bytes, header.synced);
    bytes.append(4, '\0');
    const auto sum = checksum(bytes);
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(sum >> shift & 0xff);
    ensure(bytes.size() == header_length);
    std::array<char, header_length> out{};
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

std::optional<Header> decode(std::string_view bytes) {
    ensure(bytes.size() >= header_length);
    if (!bytes.starts_with(record_magic)) return {};
    const auto sum = static_cast<std::uint32_t>(number_at(bytes, 56) >> 32);
    if (sum != checksum(bytes.substr(0, 60))) return {};
    Header header{.length = number_at(bytes, 8), .digest = {}, .synced = number_at(bytes, 48)};
    std::copy_n(bytes.begin() + 16, header.digest.bytes.size(), header.digest.bytes.begin());
    return header;
}

} // namespace blobs
