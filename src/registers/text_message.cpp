#include "registers/text_message.hpp"

#include "registers/errors.hpp"

namespace registers {

static bool may_go_better_later(int status) {
    static constexpr int timeout = 408, too_early = 425, too_many = 429;
    return status >= 500 || status < 200 || status == timeout || status == too_early || status == too_many;
}

Result<void> send_text_message(const TextGateway& gateway, const TextMessage& message, const Fetch& fetch) {
    net::Request asked;
    asked.url = gateway.url;
    asked.method = "POST";
    asked.headers = {{"content-type", "application/json"}, {"x-api-key", gateway.secret}};
    asked.body = json::to_string(
        json::Object{{"id", message.id}, {"from", gateway.sender}, {"to", message.to}, {"text", message.text}});
    asked.answer_bytes_max = 64 << 10;
    const auto answer = fetch(asked);
    const auto status = answer ? answer->status : 0;
    if (status >= 200 && status < 300) return {};
    const ErrorValues values{{"status", std::int64_t{status}}};
    return may_go_better_later(status) ? text_message_unavailable.error(values) : text_message_refused.error(values);
}

} // namespace registers
