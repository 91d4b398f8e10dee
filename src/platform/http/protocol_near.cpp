#include "platform/http/protocol_near.hpp"

namespace http {

static constexpr int shared_words_min = 2;

/// Takes the first segment off a path that begins with "/".
static std::string_view next_segment(std::string_view& path) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

static int shared_words(std::string_view pattern, std::string_view path) {
    int shared = 0;
    while (!pattern.empty() && !path.empty()) {
        const auto expected = next_segment(pattern);
        const auto found = next_segment(path);
        if (expected == found) {
            ++shared;
        } else if (!expected.starts_with('{')) {
            break;
        }
    }
    return shared;
}

const Protocol* protocol_near(const Router& router, std::string_view path) {
    if (!path.starts_with('/')) return nullptr;
    const Protocol* nearest = nullptr;
    int most = shared_words_min - 1;
    for (const auto& route : router.routes()) {
        const auto shared = shared_words(route.pattern, path);
        if (shared > most) {
            most = shared;
            nearest = route.about.protocol;
        } else if (shared == most && route.about.protocol == nullptr) {
            nearest = nullptr;
        }
    }
    return nearest;
}

} // namespace http
