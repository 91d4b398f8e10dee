#pragma once
// Text messages, handed to a gateway over HTTP. Gateways differ; ours speaks the plainest form that they or a small
// adapter in front of them take: see docs/operating/notices.md.
#include "registers/token_client.hpp"

#include <string>

namespace registers {

struct TextGateway {
    std::string url;    ///< Empty: there is none.
    std::string secret; ///< Sent as X-API-Key.
    std::string sender; ///< What stands as sender on the phone, at most 11 letters.
};

struct TextMessage {
    std::string id; ///< The same for each attempt, so that a gateway can tell a repetition from a new one.
    std::string to; ///< "+4790000000"
    std::string text;
};

/// Fails with registers.text_message_refused (for good) and registers.text_message_unavailable (status; 0: no answer),
/// which may be tried again. No error tells the number.
Result<void> send_text_message(const TextGateway&, const TextMessage&, const Fetch& = net::fetch);

} // namespace registers
