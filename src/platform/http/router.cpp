#include "platform/http/router.hpp"

#include <algorithm>

namespace http {

/// "/cases/19-03109" in its two parts; "/" has one, which is empty.
static std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

static bool is_placeholder(std::string_view segment) {
    return segment.starts_with('{');
}

static bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
    return std::ranges::equal(pattern, path, [](std::string_view expected, std::string_view found) {
        return is_placeholder(expected) ? !found.empty() : expected == found;
    });
}

/// True when the left pattern is the more exact one: the first difference is a literal on the left.
static bool is_more_exact(const std::vector<std::string_view>& left, const std::vector<std::string_view>& right) {
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (is_placeholder(left[i]) != is_placeholder(right[i])) return is_placeholder(right[i]);
    }
    return false;
}

static bool have_same_shape(const std::vector<std::string_view>& left, const std::vector<std::string_view>& right) {
    return std::ranges::equal(left, right, [](std::string_view one, std::string_view other) {
        return one == other || (is_placeholder(one) && is_placeholder(other));
    });
}

void Router::get(std::string_view pattern, Right right, QueryHandler handler, About about) {
    add({Method::get, pattern, right, std::move(handler), std::move(about)});
}
void Router::post(std::string_view pattern, Right right, CommandHandler handler, About about) {
    add({Method::post, pattern, right, std::move(handler), std::move(about)});
}
void Router::put(std::string_view pattern, Right right, CommandHandler handler, About about) {
    add({Method::put, pattern, right, std::move(handler), std::move(about)});
}
void Router::patch(std::string_view pattern, Right right, CommandHandler handler, About about) {
    add({Method::patch, pattern, right, std::move(handler), std::move(about)});
}
void Router::patch_stream(std::string_view pattern, Right right, StreamHandler handler, About about) {
    ensure(about.protocol != nullptr);
    add({Method::patch, pattern, right, std::move(handler), std::move(about)});
}
void Router::remove(std::string_view pattern, Right right, CommandHandler handler, About about) {
    add({Method::remove, pattern, right, std::move(handler), std::move(about)});
}

void Router::add(Route route) {
    ensure(route.pattern.starts_with('/'));
    ensure(!route.about.operation.empty());
    ensure(!route.about.formats.empty());
    // What everybody gets from the page cache must be what everybody may see.
    ensure(!route.about.is_cached || (route.right == right::everybody && route.method == Method::get));
    const auto segments = segments_of(route.pattern);
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        ensure(routes_[i].about.operation != route.about.operation);
        ensure(routes_[i].method != route.method || segments_[i].size() != segments.size() ||
               !have_same_shape(segments_[i], segments));
    }
    routes_of_size_[segments.size()].push_back(routes_.size());
    routes_.push_back(std::move(route));
    segments_.push_back(segments);
}

Router::Match Router::match(Method method, std::string_view path) const {
    Match match;
    if (!path.starts_with('/')) return match;
    const auto wanted = method == Method::head ? Method::get : method;
    const auto segments = segments_of(path);
    const auto candidates = routes_of_size_.find(segments.size());
    if (candidates == routes_of_size_.end()) return match;

    const std::vector<std::string_view>* best = nullptr;
    for (const auto place : candidates->second) {
        if (!fits(segments_[place], segments)) continue;
        if (routes_[place].method != wanted) {
            if (std::ranges::count(match.other_methods, routes_[place].method) == 0) {
                match.other_methods.push_back(routes_[place].method);
            }
        } else if (best == nullptr || is_more_exact(segments_[place], *best)) {
            best = &segments_[place];
            match.route = &routes_[place];
        }
    }
    if (best == nullptr) return match;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (!is_placeholder((*best)[i])) continue;
        match.path_values.emplace((*best)[i].substr(1, (*best)[i].size() - 2), segments[i]);
    }
    return match;
}

} // namespace http
