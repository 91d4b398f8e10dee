#include "platform/http/assets.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/http/finishing.hpp"
#include "platform/http/header_values.hpp"

#include <algorithm>
#include <array>

namespace http {

/// Nothing for what is only for ourselves, such as the list of names.
static std::string_view type_of(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".webmanifest", "application/manifest+json"},
    }};
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) return type;
    }
    return {};
}

/// True when a part of the name between dots or hyphens is a hash: eight or more letters and digits, one digit at
/// least.
static bool has_hash(std::string_view name) {
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find_first_of(".-", begin), name.size());
        const auto part = name.substr(begin, end - begin);
        const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
        const auto is_letter = [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        };
        if (part.size() >= 8 && std::ranges::any_of(part, is_digit) &&
            std::ranges::all_of(part, [&](char letter) { return is_digit(letter) || is_letter(letter); })) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

static std::shared_ptr<const Document> asset_document(std::string_view name, std::string_view bytes,
                                                      std::string_view coding, bool is_secure) {
    Response response{.content_type = std::string{type_of(name)}};
    response.with("etag", '"' + crypto::to_base64url(crypto::view(crypto::sha256(bytes)).substr(0, 12)) + '"');
    response.with("cache-control", has_hash(name) ? "public, max-age=31536000, immutable" : "no-cache");
    response.with("vary", "accept-encoding");
    if (!coding.empty()) response.with("content-encoding", std::string{coding});
    add_protection(response, is_secure);
    return document_of(std::move(response), bytes);
}

Assets::Assets(std::span<const embedded::File> files, bool is_secure) {
    for (const auto& file : files) {
        for (const auto& [ending, coding, place] :
             {std::tuple{".gz", "gzip", &Codings::gzip}, std::tuple{".br", "br", &Codings::brotli},
              std::tuple{"", "", &Codings::identity}}) {
            if (!file.name.ends_with(ending)) continue;
            const auto name = file.name.substr(0, file.name.size() - std::string_view{ending}.size());
            if (type_of(name).empty()) break;
            files_[std::string{name}].*place = asset_document(name, file.bytes, coding, is_secure);
            break;
        }
    }
}

std::shared_ptr<const Document> Assets::find(std::string_view name, std::string_view accept_encoding) const {
    const auto found = files_.find(name);
    if (found == files_.end() || !found->second.identity) return nullptr;
    const auto& codings = found->second;
    if (codings.brotli && accepts_coding(accept_encoding, "br")) return codings.brotli;
    if (codings.gzip && accepts_coding(accept_encoding, "gzip")) return codings.gzip;
    return codings.identity;
}

} // namespace http
