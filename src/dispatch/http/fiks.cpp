#include "dispatch/http/fiks.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/http/answer.hpp"
#include "platform/log/log.hpp"

namespace dispatch::fiks {

/// The same request always has the same one (UUID version 8, RFC 9562).
static std::string error_id_of(const http::Request& request) {
    auto digits = crypto::to_hex(crypto::view(crypto::sha256(request.id))).substr(0, 32);
    digits[12] = '8';
    digits[16] = 'a';
    for (const std::size_t hyphen : {20U, 16U, 12U, 8U}) {
        digits.insert(hyphen, 1, '-');
    }
    return digits;
}

/// Who has a token but names no integration has not said who they are, whatever the token is worth elsewhere.
static Error as_integrations_know_it(const http::Call& call, const Error& error) {
    const bool names_nobody = !call.request.header("integrasjonid") && call.request.bearer_token();
    const bool is_refused = error.kind == ErrorKind::unauthenticated || error.kind == ErrorKind::forbidden;
    return names_nobody && is_refused ? integration_wrong.error({{"id", "–"}}) : error;
}

static bool is_about_token(const Error& error) {
    return error.code.starts_with("identity.token") || error.code.starts_with("platform.token") ||
           error.code == platform::not_logged_in.name;
}

static http::Response answer(const http::Call& call, const Error& error, ErrorMessage told,
                             std::string_view challenge) {
    told.timestamp = std::chrono::duration_cast<std::chrono::milliseconds>(call.now.time_since_epoch()).count();
    told.error = http::reason_phrase(told.status);
    told.error_id = error_id_of(call.request);
    told.path = call.request.path;
    told.error_code = wire::code(error);
    logging::info("dispatch.refused", {{"id", call.request.id}, {"error_id", told.error_id}});
    auto response = http::json_text(json::write(told), told.status);
    response.with("cache-control", "no-store");
    if (told.status == 401) response.with("www-authenticate", std::string{challenge});
    if (error.retry_after_s || error.kind == ErrorKind::unavailable) {
        response.with("retry-after", std::to_string(error.retry_after_s.value_or(5)));
    }
    return response;
}

http::Response refusal_by_name(const http::Call& call, const Error& error, wire::Words words) {
    ErrorMessage told;
    told.status = wire::status(call, error);
    told.message = wire::message(call, error, words);
    return answer(call, error, std::move(told), R"(Basic realm="samband", charset="UTF-8")");
}

http::Response refusal_of_integration(const http::Call& call, const Error& met, wire::Words words) {
    const auto error = as_integrations_know_it(call, met);
    ErrorMessage told;
    told.status = is_about_token(error) ? 401 : wire::status(call, error);
    told.message = wire::message(call, error, words);
    if (is_about_token(error)) told.message = "Klarte ikke å validere access_token. " + told.message;
    return answer(call, error, std::move(told), R"(Bearer realm="samband")");
}

} // namespace dispatch::fiks
