#include "platform/http/finishing.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/header_values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

static constexpr std::size_t compressed_bytes_min = 1024;
/// More than that is sent as it is: compressing would hold a worker for a second.
static constexpr std::size_t compressed_bytes_max = 16 << 20;
static constexpr std::size_t file_piece_bytes = 64 * 1024;

static void add_if_missing(Response& response, std::string_view name, std::string_view value) {
    if (!response.header(name)) response.with(std::string{name}, std::string{value});
}

void add_protection(Response& response, bool is_secure) {
    add_if_missing(response, "content-security-policy", content_security_policy);
    add_if_missing(response, "x-content-type-options", "nosniff");
    // Not "no-referrer": browsers then send "Origin: null" with our own forms.
    add_if_missing(response, "referrer-policy", "same-origin");
    add_if_missing(response, "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    add_if_missing(response, "cross-origin-opener-policy", "same-origin");
    if (is_secure) add_if_missing(response, "strict-transport-security", "max-age=31536000");
}

/// 96 bits of SHA-256: no two versions of a page will ever share them by chance.
static std::string hash_of(std::string_view content) {
    return crypto::to_base64url(crypto::view(crypto::sha256(content)).substr(0, 12));
}

static void add_tag(Response& response, bool is_whole_document, bool is_compressed) {
    if (response.header("etag")) return;
    std::string tag;
    if (response.version > 0) tag = std::to_string(response.version) + ".";
    if (is_whole_document) tag += hash_of(response.body) + (is_compressed ? "-gz" : "");
    if (!tag.empty()) response.with("etag", '"' + tag + '"');
}

static void turn_into_not_modified(Response& response) {
    response.status = 304;
    response.body.clear();
    response.content_type.clear();
    response.pieces = nullptr;
    response.part = nullptr;
    response.length.reset();
    std::erase_if(response.headers, [](const auto& header) {
        return header.first == "content-language" || header.first == "content-disposition";
    });
}

/// Gives the bytes from first to before end, as a sender takes them.
static std::function<Result<std::string>()>
pieces_between(std::function<Result<std::string>(std::uint64_t, std::size_t)> part, std::uint64_t first,
               std::uint64_t end) {
    return [part = std::move(part), at = first, end]() mutable -> Result<std::string> {
        const auto wanted = std::min<std::uint64_t>(end - at, file_piece_bytes);
        if (wanted == 0) return std::string{};
        auto bytes = TRY(part(at, static_cast<std::size_t>(wanted)));
        at += bytes.size();
        return bytes;
    };
}

/// A range is of use only for the same bytes as before: If-Range names them by their tag.
static bool range_holds(const Response& response, const Request& request) {
    const auto condition = request.header("if-range");
    return !condition || response.header("etag") == condition;
}

static Result<void> choose_part(Response& response, const Request& request) {
    ensure(response.length.has_value());
    const auto length = *response.length;
    response.with("accept-ranges", "bytes");
    ByteRange range{0, length == 0 ? 0 : length - 1};
    const auto wanted = request.header("range");
    const auto outcome = wanted && response.status == 200 && range_holds(response, request)
                             ? parse_range(*wanted, length, range)
                             : RangeOutcome::whole;
    if (outcome == RangeOutcome::unsatisfiable) {
        return platform::range_unsatisfiable.error({{"length", static_cast<std::int64_t>(length)}});
    }
    auto end = length;
    if (outcome == RangeOutcome::part) {
        response.status = 206;
        response.with("content-range", fmt::format("bytes {}-{}/{}", range.first, range.last, length));
        response.length = range.last - range.first + 1;
        end = range.last + 1;
    }
    response.pieces = pieces_between(std::move(response.part), outcome == RangeOutcome::part ? range.first : 0, end);
    response.part = nullptr;
    return {};
}

Result<void> finish(Response& response, const Request& request, Audience audience) {
    const bool is_read = request.method == Method::get || request.method == Method::head;
    const bool is_good = response.status == 200;
    if (!is_read || !is_good) {
        add_if_missing(response, "cache-control", "no-store");
    } else {
        add_if_missing(response, "cache-control", audience.is_private ? "private, no-cache" : "no-cache");
    }
    const bool is_whole = !response.pieces && !response.part && !response.events;
    const bool may_compress = is_whole && response.body.size() > compressed_bytes_min &&
                              response.body.size() <= compressed_bytes_max &&
                              is_worth_compressing(response.content_type) && !response.header("content-encoding");
    const bool is_compressed = may_compress && accepts_coding(request.header("accept-encoding").value_or(""), "gzip");
    std::string vary{audience.is_negotiated ? "accept, cookie" : "cookie"};
    if (may_compress) vary += ", accept-encoding";
    add_if_missing(response, "vary", vary);

    add_tag(response, is_whole && is_read && is_good, is_compressed);
    const auto known = request.header("if-none-match");
    if (known && is_read && is_good && lists_tag(*known, response.header("etag").value_or(""))) {
        turn_into_not_modified(response);
        return {};
    }
    if (response.part) TRY(choose_part(response, request));
    if (is_compressed) {
        response.body = gzip(response.body);
        response.with("content-encoding", "gzip");
    }
    return {};
}

} // namespace http
