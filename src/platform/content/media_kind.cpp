#include "platform/content/media_kind.hpp"

#include "platform/unicode.hpp"

#include <algorithm>
#include <array>

namespace content {

namespace {

struct Line {
    MediaKind kind;
    std::string_view media_type, suffix, name;
};

constexpr std::array<Line, 10> table{{
    {MediaKind::unknown, "application/octet-stream", "", ""},
    {MediaKind::pdf, "application/pdf", ".pdf", "PDF"},
    {MediaKind::odt, "application/vnd.oasis.opendocument.text", ".odt", "ODT"},
    {MediaKind::ods, "application/vnd.oasis.opendocument.spreadsheet", ".ods", "ODS"},
    {MediaKind::odp, "application/vnd.oasis.opendocument.presentation", ".odp", "ODP"},
    {MediaKind::png, "image/png", ".png", "PNG"},
    {MediaKind::jpeg, "image/jpeg", ".jpg", "JPEG"},
    {MediaKind::gif, "image/gif", ".gif", "GIF"},
    {MediaKind::webp, "image/webp", ".webp", "WebP"},
    {MediaKind::text, "text/plain; charset=utf-8", ".txt", "TXT"},
}};

const Line& line_of(MediaKind kind) {
    return table[static_cast<std::size_t>(kind)];
}

/// As many bytes as there are from a place on, at most count.
std::string_view window(std::string_view bytes, std::size_t from, std::size_t count) {
    return from < bytes.size() ? bytes.substr(from, count) : std::string_view{};
}

/// The first entry of the archive must be the uncompressed file "mimetype" that holds the type and nothing else.
MediaKind recognise_open_document(std::string_view bytes) {
    constexpr std::size_t name_at = 30; // a local file header is 30 bytes long
    if (window(bytes, name_at, 8) != "mimetype") return MediaKind::unknown;
    const bool is_stored = bytes.size() > 9 && bytes[8] == 0 && bytes[9] == 0;
    if (!is_stored) return MediaKind::unknown;
    for (const auto kind : {MediaKind::odt, MediaKind::ods, MediaKind::odp}) {
        const auto type = line_of(kind).media_type;
        const auto behind = name_at + 8 + type.size();
        // What follows must be the next entry; "…text-template" is another type.
        if (window(bytes, name_at + 8, type.size()) == type && window(bytes, behind, 2) == "PK") return kind;
    }
    return MediaKind::unknown;
}

bool is_plain_text(std::string_view bytes) {
    const auto is_harmless = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 ? c != 0x7F : c == '\n' || c == '\r' || c == '\t';
    };
    if (bytes.empty() || !std::ranges::all_of(bytes, is_harmless)) return false;
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    // A browser could be talked into reading this as markup.
    if (first != std::string_view::npos && bytes[first] == '<') return false;
    // The window may end inside a character of several bytes; up to three bytes are allowed to be missing.
    for (std::size_t cut = 0; cut < 4 && cut <= bytes.size(); ++cut) {
        if (unicode::is_valid(bytes.substr(0, bytes.size() - cut))) return true;
    }
    return false;
}

} // namespace

MediaKind recognise(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("%PDF-")) return MediaKind::pdf;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return MediaKind::png;
    if (bytes.starts_with("\xFF\xD8\xFF")) return MediaKind::jpeg;
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return MediaKind::gif;
    if (bytes.starts_with("RIFF") && window(bytes, 8, 4) == "WEBP") return MediaKind::webp;
    if (bytes.starts_with("PK\x03\x04"sv)) return recognise_open_document(bytes);
    return is_plain_text(bytes) ? MediaKind::text : MediaKind::unknown;
}

std::string_view media_type(MediaKind kind) {
    return line_of(kind).media_type;
}

std::string_view file_suffix(MediaKind kind) {
    return line_of(kind).suffix;
}

std::string_view short_name(MediaKind kind) {
    return line_of(kind).name;
}

bool is_picture(MediaKind kind) {
    return kind == MediaKind::png || kind == MediaKind::jpeg || kind == MediaKind::gif || kind == MediaKind::webp;
}

} // namespace content
