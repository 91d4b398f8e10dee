#include "governance/domain/media_type.hpp"
#include "governance/domain/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <array>

namespace governance {

using namespace std::string_view_literals;

static constexpr std::size_t bytes_read = 4096; ///< Of an upload, http::UploadedFile::first_bytes.

struct Signature {
    std::string_view bytes, media_type;
    std::size_t offset;
};

static constexpr std::array signatures{
    Signature{"%PDF-"sv, "application/pdf", 0},   Signature{"\x89PNG\r\n\x1a\n"sv, "image/png", 0},
    Signature{"\xff\xd8\xff"sv, "image/jpeg", 0}, Signature{"GIF87a"sv, "image/gif", 0},
    Signature{"GIF89a"sv, "image/gif", 0},        Signature{"WEBPVP8"sv, "image/webp", 8},
};

static constexpr std::array opendocument_types{
    "application/vnd.oasis.opendocument.text"sv,
    "application/vnd.oasis.opendocument.spreadsheet"sv,
    "application/vnd.oasis.opendocument.presentation"sv,
};

static bool stands_at(std::string_view bytes, std::size_t offset, std::string_view expected) {
    return bytes.size() >= offset + expected.size() && bytes.substr(offset, expected.size()) == expected;
}

/// OpenDocument 1.3, part 2, section 3.3: the first entry of the package is "mimetype", stored as it is, so that the
/// type can be told at byte 38.
static std::string_view opendocument_type(std::string_view bytes) {
    if (!stands_at(bytes, 0, "PK\x03\x04"sv) || !stands_at(bytes, 30, "mimetype"sv)) return {};
    for (const auto type : opendocument_types) {
        // A template's type goes on with "-template"; the next entry begins with "PK".
        if (stands_at(bytes, 38, type) && stands_at(bytes, 38 + type.size(), "PK"sv)) return type;
    }
    return {};
}

/// All of it is UTF-8, but for a last character that the end of what was read may have cut.
static bool is_utf8(std::string_view bytes) {
    const auto faulty = unicode::first_invalid_byte(bytes);
    return !faulty || (bytes.size() >= bytes_read && *faulty + 4 > bytes.size());
}

static bool is_plain_text(std::string_view bytes) {
    const bool has_controls = std::ranges::any_of(bytes, [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return code < 0x20U && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    });
    return !bytes.empty() && !has_controls && is_utf8(bytes);
}

Result<std::string> media_type_of(std::string_view first_bytes) {
    for (const auto& signature : signatures) {
        if (stands_at(first_bytes, signature.offset, signature.bytes)) return std::string{signature.media_type};
    }
    if (const auto type = opendocument_type(first_bytes); !type.empty()) return std::string{type};
    if (is_plain_text(first_bytes)) return std::string{"text/plain; charset=utf-8"};
    return document_type_not_allowed.error();
}

bool opens_in_browser(std::string_view media_type) {
    return media_type.starts_with("image/") || media_type.starts_with("text/plain");
}

} // namespace governance
