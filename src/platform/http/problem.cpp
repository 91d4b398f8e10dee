#include "platform/http/problem.hpp"
#include "platform/errors.hpp"
#include "platform/json/writing.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

/// When nobody knows better how long what we stand on will be away.
static constexpr int retry_after_s = 5;

/// What HTTP has a status of its own for.
static std::optional<int> own_status(std::string_view code) {
    static constexpr std::pair<const ErrorCode&, int> statuses[] = {
        {platform::method_not_allowed, 405},  {platform::format_not_offered, 406},
        {platform::request_timed_out, 408},   {platform::length_required, 411},
        {platform::address_too_long, 414},    {platform::media_type_unsupported, 415},
        {platform::range_unsatisfiable, 416}, {platform::expectation_failed, 417},
        {platform::header_too_large, 431},    {platform::method_unknown, 501},
    };
    for (const auto& [error, status] : statuses) {
        if (error.name == code) return status;
    }
    return std::nullopt;
}

int status_of(const Error& error, const Request& request) {
    if (const auto status = own_status(error.code)) return *status;
    switch (error.kind) {
    // 422 when the request was understood and its content is at fault (RFC 9110, section 15.5.21).
    case ErrorKind::invalid_input:
        return error.faults.empty() ? 400 : 422;
    case ErrorKind::not_found:
        return 404;
    case ErrorKind::conflict:
        return 409;
    case ErrorKind::stale:
        return request.header("if-match") ? 412 : 409;
    case ErrorKind::unauthenticated:
        return 401;
    case ErrorKind::forbidden:
        return 403;
    case ErrorKind::too_large:
        return 413;
    case ErrorKind::too_many:
        return 429;
    case ErrorKind::unavailable:
        return 503;
    case ErrorKind::outcome_unknown:
        return 202;
    case ErrorKind::internal:
        return 500;
    }
    return 500;
}

static void append_member(std::string& out, std::string_view name, std::string_view value) {
    out += out.back() == '{' ? "" : ",";
    json::append_text(out, name);
    out += ':';
    json::append_text(out, value);
}

static std::string text_value(const Error& error, std::string_view name) {
    const auto found = std::ranges::find(error.values, name, &ErrorValue::name);
    const auto* text = found == error.values.end() ? nullptr : std::get_if<std::string>(&found->value);
    return text == nullptr ? std::string{} : *text;
}

static std::string problem_document(const Call& call, const Error& error, int status) {
    std::string out{"{"};
    append_member(out, "type", fmt::format("{}/problems/{}", call.public_url, error.code));
    append_member(out, "title", call.t.title_of(error));
    out += fmt::format(",\"status\":{}", status);
    append_member(out, "detail", call.t.detail_of(error));
    append_member(out, "instance", "/problems/occurrences/" + call.request.id);
    append_member(out, "code", error.code);
    if (const auto right = text_value(error, "right"); !right.empty()) append_member(out, "right", right);
    if (!error.faults.empty()) {
        out += ",\"errors\":[";
        for (const auto& fault : error.faults) {
            std::string entry{"{"};
            append_member(entry, "pointer", fault.pointer);
            append_member(entry, "code", fault.code);
            append_member(entry, "detail", call.t.detail_of(fault));
            out += (out.back() == '[' ? "" : ",") + entry + "}";
        }
        out += ']';
    }
    return out + "}";
}

/// RFC 6750, section 3: a token that was sent is told what it fell on; whoever sent none, only that one may.
static std::string challenge(const Request& request, int status) {
    std::string text = "Bearer realm=\"samband\"";
    if (request.bearer_token()) text += status == 401 ? ", error=\"invalid_token\"" : ", error=\"insufficient_scope\"";
    return text;
}

Response problem(const Call& call, const Error& error) {
    const auto status = status_of(error, call.request);
    auto response = call.wants_html()
                        ? html_document(ui::problem_page(call, error), status)
                        : plain(problem_document(call, error, status), "application/problem+json", status);
    response.with("content-language", std::string{i18n::code(call.t.language())});
    response.with("cache-control", "no-store");
    const bool may_go_better = error.kind == ErrorKind::unavailable;
    if (error.retry_after_s || may_go_better)
        response.with("retry-after", std::to_string(error.retry_after_s.value_or(retry_after_s)));
    if (error.code == platform::method_not_allowed.name) response.with("allow", text_value(error, "allowed"));
    if (status == 401 || (status == 403 && call.request.bearer_token())) {
        response.with("www-authenticate", challenge(call.request, status));
    }
    return response;
}

} // namespace http
