#include "platform/ui/assets.hpp"
#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/json/value.hpp"

namespace ui {

namespace {

using Paths = std::map<std::string, std::string, std::less<>>;

const embedded::File* find(std::string_view name) {
    const auto files = embedded::assets();
    const auto found = std::find_if(files.begin(), files.end(), [name](const auto& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

/// dist/manifest.json: {"app.css": "app.3f9c2a71.css", …}.
Paths read_manifest() {
    const embedded::File* manifest = find("manifest.json");
    ensure(manifest);
    const auto document = json::parse(manifest->bytes);
    ensure(document && document->object());
    Paths paths;
    for (const json::Member& member : *document->object()) {
        ensure(member.value.text());
        paths.emplace(member.name, "/assets/" + *member.value.text());
    }
    return paths;
}

std::string_view media_type_of(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> types{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".woff2", "font/woff2"},
        {".png", "image/png"},
        {".txt", "text/plain; charset=utf-8"},
    }};
    for (const auto& [suffix, type] : types) {
        if (name.ends_with(suffix)) {
            return type;
        }
    }
    return {}; // manifest.json and the compressed twins are nobody's to ask for.
}

/// True when the list of codings has this one, and not with q=0.
bool takes(std::string_view accepted, std::string_view coding) {
    for (std::size_t begin = 0; begin < accepted.size();) {
        const auto end = std::min(accepted.find(',', begin), accepted.size());
        std::string_view entry = accepted.substr(begin, end - begin);
        entry.remove_prefix(std::min(entry.find_first_not_of(' '), entry.size()));
        const auto name = entry.substr(0, entry.find_first_of("; "));
        if (name == coding) {
            return !entry.ends_with("q=0") && !entry.ends_with("q=0.0");
        }
        begin = end + 1;
    }
    return false;
}

struct Twin {
    std::string_view coding, suffix;
};

} // namespace

const std::string& asset_path(std::string_view name) {
    static const Paths paths = read_manifest();
    const auto found = paths.find(name);
    ensure(found != paths.end());
    return found->second;
}

Result<http::Response> show_asset(const http::Query& query) {
    const std::string_view name = query.request.path_value("file");
    const embedded::File* file = find(name);
    const std::string_view type = media_type_of(name);
    if (!file || type.empty()) {
        return platform::path_not_found.error();
    }
    http::Response response;
    response.content_type = type;
    response.with("cache-control", "public, max-age=31536000, immutable").with("vary", "accept-encoding");
    const auto accepted = query.request.header("accept-encoding").value_or(std::string_view{});
    for (const Twin& twin : {Twin{"br", ".br"}, Twin{"gzip", ".gz"}}) {
        const embedded::File* compressed =
            takes(accepted, twin.coding) ? find(std::string{name} + std::string{twin.suffix}) : nullptr;
        if (compressed) {
            file = compressed;
            response.with("content-encoding", std::string{twin.coding});
            break;
        }
    }
    response.body = file->bytes;
    return response;
}

} // namespace ui
