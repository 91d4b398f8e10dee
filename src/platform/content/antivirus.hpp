#pragma once
// Asks clamd about content, over its socket (INSTREAM).
#include "platform/result.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace content {

/// What the scanner said.
struct Verdict {
    bool is_clean = false;
    std::string signature; ///< Name of what was found, "Eicar-Signature"; empty when clean.
};

/// Gives the content in pieces until an empty one.
using Pieces = std::function<Result<std::string>()>;

/// Sends the content to clamd at "host:port" or at the path of a socket, and waits for its word.
///
/// Fails with platform.scanner_unavailable (away, too slow, or it gave up because of its own size limit); the caller
/// holds the content then: unscanned is never taken for clean. Source: clamd(8), INSTREAM.
Result<Verdict> scan(const std::string& clamd, const Pieces&, std::chrono::milliseconds timeout);

/// True when clamd answers PONG; for the doctor.
bool is_scanner_there(const std::string& clamd, std::chrono::milliseconds timeout);

} // namespace content
