#pragma once
// From what was asked for to who answers it: language, path, format and route.
#include "platform/http/head.hpp"
#include "platform/http/router.hpp"

namespace http {

/// A request target taken apart.
struct Address {
    std::string path;       ///< Decoded, without the language's prefix: "/cases/19-03109.json".
    std::string_view query; ///< Still encoded, a part of the target.
    i18n::Language language = i18n::Language::nb;
};
/// Takes "/path?query" and "http://host/path?query". Fails with platform.path_malformed: a path that is no UTF-8, has
/// control characters, an encoded slash, or "." and ".." as segments.
Result<Address> parse_address(std::string_view target);

/// GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS; nothing for others.
std::optional<Method> method_named(std::string_view name);

/// The route that answers, in which format.
struct Destination {
    const Route* route = nullptr;
    std::string path; ///< Without the suffix that chose the format.
    Format format = Format::html;
    std::map<std::string, std::string, std::less<>> path_values;
};
/// Fails with platform.path_not_found, method_not_allowed (method, allowed) and format_not_offered (offered).
Result<Destination> find_destination(const Router&, Method, std::string_view path, const Head&);

/// The methods that a path has, for Allow: "GET, HEAD, OPTIONS"; empty when nothing is there.
std::string allowed_methods(const Router&, std::string_view path);

/// What a problem should be written as when no route says it: JSON for those who send or want JSON, else HTML.
Format problem_format(std::string_view path, const Head&);

} // namespace http
