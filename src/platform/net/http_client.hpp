#pragma once
// Asking others over HTTP: with limits, without redirects, and TLS always verified. libcurl stays behind
// http_client.cpp.
#include "platform/result.hpp"

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace net {

struct Request {
    std::string url;
    std::string method = "GET";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::chrono::milliseconds timeout{10'000};
    std::size_t answer_bytes_max = 1 << 20;
    /// False refuses loopback, private and link-local addresses, also when a public name leads to one: for addresses
    /// that somebody else has given us.
    bool may_be_private = true;
};

struct Answer {
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers; ///< Names in lower case; the last of several.
};

/// Any status is an answer. Fails with platform.outside_unreachable (no connection, too slow, TLS not in order),
/// platform.outside_answer_too_large, platform.outside_address_refused.
Result<Answer> fetch(const Request&);

} // namespace net
