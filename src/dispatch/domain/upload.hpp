#pragma once
// Files that arrive in several requests. Protocol: tus 1.0.0 (https://tus.io/protocols/resumable-upload), with
// creation, expiration, checksum and termination.
#include "dispatch/ids.hpp"
#include "platform/clock.hpp"
#include "platform/json/described.hpp"
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dispatch {

inline constexpr std::int64_t upload_bytes_max = std::int64_t{2} << 30;
/// Of one account at the same time, whether they are complete or not.
inline constexpr std::int64_t uploads_max = 200;
inline constexpr std::int64_t uploads_bytes_max = std::int64_t{16} << 30;
inline constexpr auto upload_age_max = std::chrono::hours{24}; ///< Since the last bytes came.
/// What is on its way beyond the last so many bytes is safe, whatever becomes of the request.
inline constexpr std::int64_t upload_part_bytes = 8 << 20;
inline constexpr std::size_t upload_metadata_length_max = 2000;

struct UploadView {
    UploadId id;
    std::string url;
    std::int64_t bytes = 0, received = 0;
    bool is_complete = false;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(UploadView, (), (id, url, bytes, received, is_complete, expires_at))

/// What the client says a request's bytes come to.
struct Checksum {
    bool is_sha1 = false; ///< Else SHA-256. Every server must know SHA-1, so it guards against accidents alone.
    std::string value;    ///< Bytes, not letters.
};
/// "sha256 " and base64. Fails with dispatch.checksum_unknown.
Result<Checksum> read_checksum(std::string_view header);

/// A count of bytes in a header: digits alone.
std::optional<std::int64_t> read_byte_count(std::string_view header);

} // namespace dispatch
