#pragma once
// What is told of a request when its answer has gone out.
#include "platform/http/answer.hpp"

namespace http {

struct Served {
    std::string_view method;
    std::string_view target; ///< As sent; not for the log, since queries may hold names of people.
    std::string_view remote_address;
    int status = 0;
    std::uint64_t bytes = 0;            ///< Of the answer, headers included.
    std::chrono::microseconds duration; ///< From the end of the head to the last byte handed over.
    bool is_whole = true;               ///< False when the client left before the end.
    const Trace& trace;
};
using Observer = std::function<void(const Served&)>;

/// One line in the log: id, method, route, status, bytes, time. Neither address nor query: who asked for what is
/// personal.
void log_served(const Served&);
/// http_requests_total{method,route,status} and http_request_seconds{route}.
void count_served(const Served&);

} // namespace http
