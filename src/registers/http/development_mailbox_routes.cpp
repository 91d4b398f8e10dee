// The addresses of the access point for development.
#include "platform/http/problem.hpp"
#include "platform/json/writing.hpp"
#include "registers/development.hpp"
#include "registers/errors.hpp"

namespace registers {

static http::Response mailbox_refusal(const http::Call& call, const Error& error) {
    const json::Value problem = json::Object{{"type", "about:blank"}, {"detail", call.t.detail_of(error)}};
    return http::json_text(json::to_string(problem), http::status_of(error, call.request));
}

static constexpr http::Protocol mailbox_protocol{mailbox_refusal};
static constexpr std::size_t package_bytes_max = 64 << 20;

static http::About about_mailboxes(std::string_view operation, std::string_view summary) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.protocol = &mailbox_protocol;
    return said;
}

static std::string_view token_of(const http::Request& request) {
    return request.header("authorization").value_or("");
}

void add_development_mailbox_routes(http::Router& routes, const std::unique_ptr<DevelopmentMailboxes>& mailboxes) {
    auto taking = about_mailboxes("developmentTakeLetter", "Takes a letter to a digital mailbox, and opens it.");
    taking.body_max = package_bytes_max;
    routes.post(
        "/development/digital-mailboxes/messages/out", right::everybody,
        [&mailboxes](const http::Command& command) -> Result<http::Response> {
            if (!mailboxes) return token_refused.error();
            TRY(mailboxes->take(token_of(command.request), command.request.header("content-type").value_or(""),
                                command.request.body, command.now));
            return http::json_text("{}", 201);
        },
        std::move(taking));
    routes.get(
        "/development/digital-mailboxes/messages/out/{letter}/statuses", right::everybody,
        [&mailboxes](const http::Query& query) -> Result<http::Response> {
            if (!mailboxes) return token_refused.error();
            const auto found = TRY(mailboxes->statuses(token_of(query.request), query.request.path_value("letter")));
            return http::json_text(json::to_string(found));
        },
        about_mailboxes("developmentLetterStatuses", "What has become of a letter to a digital mailbox."));
    routes.get(
        "/development/digital-mailboxes/messages/in", right::everybody,
        [&mailboxes](const http::Query& query) -> Result<http::Response> {
            if (!mailboxes) return token_refused.error();
            const auto found = TRY(mailboxes->incoming(token_of(query.request), query.now));
            return http::json_text(json::to_string(found));
        },
        about_mailboxes("developmentMailboxReceipts", "Receipts that are not marked read."));
    routes.post(
        "/development/digital-mailboxes/messages/in/{receipt}/read", right::everybody,
        [&mailboxes](const http::Command& command) -> Result<http::Response> {
            if (!mailboxes) return token_refused.error();
            TRY(mailboxes->mark_read(token_of(command.request), command.request.path_value("receipt")));
            return http::json_text("{}");
        },
        about_mailboxes("developmentReadReceipt", "Marks a receipt read."));
}

} // namespace registers
