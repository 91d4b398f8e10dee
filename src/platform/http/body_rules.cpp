#include "platform/http/body_rules.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"

namespace http {

static Error unsupported(const Route& route) {
    std::string accepted{"application/x-www-form-urlencoded, application/json"};
    if (route.about.takes_files) accepted += ", multipart/form-data";
    return platform::media_type_unsupported.error({{"accepted", std::move(accepted)}});
}

static Result<void> check_media_type(const Route& route, const Head& head) {
    if (head.header("content-encoding")) return unsupported(route);
    const auto type = parse_parameterised(head.header("content-type").value_or(std::string_view{}));
    const auto character_set = type.parameter("charset");
    if (character_set && !equal_ignoring_case(*character_set, "utf-8")) return unsupported(route);
    const bool is_json =
        type.word == "application/json" || (type.word.starts_with("application/") && type.word.ends_with("+json"));
    const bool is_form = type.word == "application/x-www-form-urlencoded";
    const bool is_multipart = type.word == "multipart/form-data" && route.about.takes_files;
    if (!is_json && !is_form && !is_multipart) return unsupported(route);
    return {};
}

Result<void> check_body_rules(const Route& route, const Head& head) {
    if (route.method == Method::get) {
        if (!head.has_body()) return {};
        return platform::request_malformed.error({{"reason", std::string{"a GET has no body"}}});
    }
    const bool is_own = route.about.protocol == nullptr;
    if (is_own && !head.is_chunked && !head.content_length && route.method != Method::remove) {
        return platform::length_required.error();
    }
    if (head.content_length.value_or(0) > route.about.body_max) {
        return platform::body_too_large.error({{"limit", static_cast<std::int64_t>(route.about.body_max)}});
    }
    return is_own && head.has_body() ? check_media_type(route, head) : Result<void>{};
}

} // namespace http
