#include "platform/ui/assets.hpp"
#include "platform/embedded.hpp"
#include "platform/ensure.hpp"
#include "platform/json/value.hpp"

#include <algorithm>
#include <map>

namespace ui {

using Paths = std::map<std::string, std::string, std::less<>>;

/// dist/manifest.json: {"app.css": "app.3f9c2a71.css", …}.
static Paths read_manifest() {
    const auto files = embedded::assets();
    const auto manifest = std::ranges::find(files, "manifest.json", &embedded::File::name);
    ensure(manifest != files.end());
    const auto document = json::parse(manifest->bytes);
    ensure(document && document->object());
    Paths paths;
    for (const json::Member& member : *document->object()) {
        ensure(member.value.text());
        paths.emplace(member.name, "/assets/" + *member.value.text());
    }
    return paths;
}

const std::string& asset_path(std::string_view name) {
    static const Paths paths = read_manifest();
    const auto found = paths.find(name);
    ensure(found != paths.end());
    return found->second;
}

} // namespace ui
