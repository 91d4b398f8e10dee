#include "platform/http/csrf.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"

namespace http {

bool changes_state(Method method) {
    return method == Method::post || method == Method::put || method == Method::patch || method == Method::remove;
}

/// "https://samband.example:8443/x" → "samband.example:8443".
static std::string_view host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find('/'));
}

Result<void> check_origin(const Request& request, std::string_view public_url) {
    if (!changes_state(request.method) || request.bearer_token()) return {};
    if (const auto site = request.header("sec-fetch-site")) {
        // "none": the person did it, in the address bar or by reloading; no page can bring that about.
        if (*site != "same-origin" && *site != "none") return platform::form_expired.error();
    }
    if (const auto origin = request.header("origin")) {
        const auto sender = host_of(*origin);
        // Behind a proxy Host may be the inner one, so the public address counts as well.
        const bool is_ours = !sender.empty() && (equal_ignoring_case(sender, request.header("host").value_or("")) ||
                                                 equal_ignoring_case(sender, host_of(public_url)));
        if (!is_ours) return platform::form_expired.error();
    }
    return {};
}

Result<void> check_token(const Request& request, const Principal& principal) {
    if (!changes_state(request.method) || principal.session_id.empty()) return {};
    const auto field = request.form.first("csrfToken");
    const auto token = field ? *field : request.header("x-csrf-token").value_or(std::string_view{});
    if (principal.csrf_token.empty() || !crypto::equal(token, principal.csrf_token)) {
        return platform::form_expired.error();
    }
    return {};
}

} // namespace http
