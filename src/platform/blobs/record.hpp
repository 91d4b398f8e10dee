#pragma once
// How one record stands in a segment: a header of 64 bytes, then the content.
//
//   0  8  "SAMBLOB1"; "SAMBLOBX" once its space is given back
//   8  8  length of the content, little-endian
//  16 32  SHA-256 of the content
//  48  8  how far the segment was known to be on disk when this record was written, little-endian
//  56  4  the minute since 1970 that a passing content began in, little-endian; zero for one that stays
//  60  4  CRC-32 of the 60 bytes before, little-endian, with the "1" of before
//
// One byte says that it is gone, so that no power cut leaves half of that.
#include "platform/blobs/store.hpp"

#include <array>
#include <optional>

namespace blobs {

inline constexpr std::size_t header_length = 64;
inline constexpr std::string_view record_magic = "SAMBLOB1";
inline constexpr std::size_t gone_mark_offset = 7; ///< From the beginning of the header.
inline constexpr char gone_mark = 'X';

/// Minutes since 1970, zero for what stays for ever.
using PassingSince = std::uint32_t;
PassingSince passing_since(Instant);

struct Header {
    std::uint64_t length = 0;
    Digest digest;
    std::uint64_t synced = 0;
    PassingSince since = 0;
    bool is_gone = false;
};

std::array<char, header_length> encode(const Header&);
/// Nothing unless magic and checksum are right; bytes holds at least 64.
std::optional<Header> decode(std::string_view bytes);

/// Where a content lies.
struct Place {
    std::uint32_t segment = 0;
    std::uint64_t offset = 0; ///< Of the content, behind its header.
    std::uint64_t length = 0;
    PassingSince since = 0;
};

void put_number(std::string& out, std::uint64_t number);
std::uint64_t number_at(std::string_view bytes, std::size_t offset);
std::uint32_t checksum(std::string_view bytes);

} // namespace blobs
