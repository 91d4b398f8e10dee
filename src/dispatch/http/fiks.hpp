#pragma once
// What the interfaces of KS Fiks have in common: the error that they all answer with. Source: developers.fiks.ks.no,
// ErrorMessage in each OpenAPI document.
#include "dispatch/http/wire.hpp"
#include "platform/json/described.hpp"

namespace dispatch::fiks {

/// errorJson is never sent: clients disagree on whether it is a text or an object, and the wrong one costs them the
/// message.
struct ErrorMessage {
    std::int64_t timestamp = 0; ///< Milliseconds since 1970.
    std::int32_t status = 0;
    std::string error;    ///< The status in words.
    std::string error_id; ///< A UUID to quote; it stands in the log beside the request's own id.
    std::string path, message, error_code;
};
BOOST_DESCRIBE_STRUCT(ErrorMessage, (), (timestamp, status, error, error_id, path, message, error_code))

/// For those that prove themselves by name and secret.
http::Response refusal_by_name(const http::Call&, const Error&, wire::Words);
/// For integrations: a token that does not hold and an integration that is not known are told apart, nothing finer.
http::Response refusal_of_integration(const http::Call&, const Error&, wire::Words);

} // namespace dispatch::fiks
