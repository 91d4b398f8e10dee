#include "dispatch/domain/upload.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/encoding.hpp"

#include <charconv>

namespace dispatch {

static constexpr std::size_t sha1_bytes = 20, sha256_bytes = 32;

Result<Checksum> read_checksum(std::string_view header) {
    const auto space = header.find(' ');
    const auto algorithm = header.substr(0, space);
    Checksum checksum;
    checksum.is_sha1 = algorithm == "sha1";
    if (space == std::string_view::npos || (!checksum.is_sha1 && algorithm != "sha256"))
        return checksum_unknown.error();
    const auto value = crypto::from_base64(header.substr(space + 1));
    if (!value || value->size() != (checksum.is_sha1 ? sha1_bytes : sha256_bytes)) return checksum_unknown.error();
    checksum.value = *value;
    return checksum;
}

std::optional<std::int64_t> read_byte_count(std::string_view header) {
    std::int64_t count = 0;
    const auto* end = header.data() + header.size();
    const auto [stop, fault] = std::from_chars(header.data(), end, count);
    if (fault != std::errc{} || stop != end || header.empty() || count < 0) return std::nullopt;
    return count;
}

} // namespace dispatch
