#pragma once
// Keys that make a request count once, however often it is sent.
#include "platform/db/database.hpp"
#include "platform/http/request.hpp"
#include "platform/principal.hpp"

namespace http {

inline constexpr auto request_key_age_max = std::chrono::hours{7 * 24};

/// The daily job that calls forget_old_request_keys().
inline constexpr std::string_view forget_keys_job{"platform.forget_request_keys"};

/// SHA-256 of what the request asks for: method, path, body, fields and files, but not its keys.
std::string fingerprint_of(const Request&);

/// Runs the action and remembers its path under the request's key, in the same transaction; or gives the path that the
/// same request of the same principal was answered with before. Without a key the action just runs.
///
/// Fails with platform.request_key_malformed, request_key_reused, and with what the action fails with: then the key is
/// free again.
Result<std::string> run_once(db::Transaction&, const Request&, const Principal&, Instant now,
                             const std::function<Result<std::string>(db::Transaction&)>& action);

/// The path that a request of this principal with the key was answered with; nothing when none is known, or not yet.
/// Fails with platform.request_key_malformed.
Result<std::optional<std::string>> path_of_key(db::Reader&, const Principal&, std::string_view key);

/// Removes keys older than request_key_age_max, and gives their number. For a daily job.
Result<std::int64_t> forget_old_request_keys(db::Transaction&, Instant now);

} // namespace http
