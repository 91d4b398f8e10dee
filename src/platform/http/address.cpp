#include "platform/http/address.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"
#include "platform/http/percent.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <array>

namespace http {

static constexpr std::array chosen_by_suffix{Format::html, Format::json,   Format::csv,   Format::atom,
                                             Format::ics,  Format::ndjson, Format::jsonld};

/// Takes "/nn" off "/nn/cases". Bokmål has no prefix, so that every page has one address.
static i18n::Language take_language(std::string& path) {
    for (const auto language : {i18n::Language::nn, i18n::Language::se, i18n::Language::en}) {
        const auto prefix = i18n::path_prefix(language);
        if (!path.starts_with(prefix) || (path.size() > prefix.size() && path[prefix.size()] != '/')) continue;
        path.erase(0, prefix.size());
        if (path.empty()) path = "/";
        return language;
    }
    return i18n::Language::nb;
}

static bool has_dot_segment(std::string_view path) {
    return path.find("/./") != std::string_view::npos || path.find("/../") != std::string_view::npos ||
           path.ends_with("/.") || path.ends_with("/..");
}

Result<Address> parse_address(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const auto slash = std::min(target.find_first_of("/?", scheme.size()), target.size());
        target = target.substr(slash);
        if (target.empty()) target = "/";
    }
    const auto question = std::min(target.find('?'), target.size());
    const auto encoded = target.substr(0, question);
    auto path = percent_decoded(encoded);
    const bool is_readable = path && path->starts_with('/') && unicode::is_valid(*path) &&
                             !unicode::has_control_characters(*path) && path->find('\\') == std::string::npos &&
                             encoded.find("%2f") == std::string_view::npos &&
                             encoded.find("%2F") == std::string_view::npos && !has_dot_segment(*path);
    if (!is_readable) return platform::path_malformed.error();
    Address address{.path = *std::move(path), .query = {}};
    if (question < target.size()) address.query = target.substr(question + 1);
    address.language = take_language(address.path);
    return address;
}

std::optional<Method> method_named(std::string_view name) {
    for (const auto method :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::remove, Method::options}) {
        if (name == name_of(method)) return method;
    }
    return std::nullopt;
}

static bool sends_json(const Head& head) {
    const auto type = head.header("content-type");
    return type && parse_parameterised(*type).word.ends_with("json");
}

static bool offers(const Route& route, Format format) {
    return std::ranges::count(route.about.formats, format) > 0;
}

static bool ends_in_literal(const Route& route) {
    return !route.pattern.ends_with('}');
}

static Error nothing_offered(const Route& route) {
    std::string offered;
    for (const auto format : route.about.formats) {
        offered.append(offered.empty() ? "" : ", ").append(media_type(format));
    }
    return platform::format_not_offered.error({{"offered", std::move(offered)}});
}

/// The format that Accept chooses among those of the route.
static std::optional<Format> negotiated(const Route& route, const Head& head) {
    const auto accept = head.header("accept").value_or(std::string_view{});
    // Who sends JSON and takes anything is a machine.
    if (sends_json(head) && (accept.empty() || accept == "*/*") && offers(route, Format::json)) return Format::json;
    return preferred_format(accept, route.about.formats);
}

static Error no_route(Method method, const std::string& allowed) {
    if (allowed.empty()) return platform::path_not_found.error();
    return platform::method_not_allowed.error({{"method", std::string{name_of(method)}}, {"allowed", allowed}});
}

Result<Destination> find_destination(const Router& router, Method method, std::string_view path, const Head& head) {
    auto whole = router.match(method, path);
    if (whole.route != nullptr && whole.route->about.protocol != nullptr) {
        return Destination{whole.route, std::string{path}, Format::json, std::move(whole.path_values)};
    }
    if (whole.route == nullptr || !ends_in_literal(*whole.route)) {
        for (const auto format : chosen_by_suffix) {
            if (!path.ends_with(suffix(format)) || path.size() == suffix(format).size()) continue;
            const auto stem = path.substr(0, path.size() - suffix(format).size());
            auto match = router.match(method, stem.empty() ? "/" : stem);
            if (match.route == nullptr) continue;
            if (offers(*match.route, format)) {
                return Destination{match.route, std::string{stem}, format, std::move(match.path_values)};
            }
            // "/files/{name}" may hold a name that looks like a suffix.
            const bool is_file_name = whole.route != nullptr && offers(*whole.route, Format::binary);
            if (!is_file_name) return nothing_offered(*match.route);
        }
    }
    if (whole.route == nullptr) return no_route(method, allowed_methods(router, path));
    const auto format = negotiated(*whole.route, head);
    if (!format) return nothing_offered(*whole.route);
    return Destination{whole.route, std::string{path}, *format, std::move(whole.path_values)};
}

std::string allowed_methods(const Router& router, std::string_view path) {
    auto known = router.match(Method::options, path).other_methods;
    if (known.empty()) return {};
    std::ranges::sort(known);
    std::string allowed;
    for (const auto method : known) {
        allowed.append(name_of(method)).append(method == Method::get ? ", HEAD, " : ", ");
    }
    return allowed + "OPTIONS";
}

Format problem_format(std::string_view path, const Head& head) {
    const auto stem = path.substr(path.find_last_of('/') + 1);
    if (stem.ends_with(".html")) return Format::html;
    for (const auto format : chosen_by_suffix) {
        if (format != Format::html && stem.ends_with(suffix(format))) return Format::json;
    }
    const auto accept = head.header("accept").value_or(std::string_view{});
    if (sends_json(head) && (accept.empty() || accept == "*/*")) return Format::json;
    return preferred_format(accept, std::array{Format::html, Format::json}).value_or(Format::json);
}

} // namespace http
