// The addresses of Altinn for development.
#include "platform/http/problem.hpp"
#include "platform/json/writing.hpp"
#include "registers/development.hpp"
#include "registers/errors.hpp"

namespace registers {

static http::Response altinn_refusal(const http::Call& call, const Error& error) {
    const auto status = http::status_of(error, call.request);
    const json::Value problem =
        json::Object{{"type", "about:blank"}, {"status", std::int64_t{status}}, {"detail", call.t.detail_of(error)}};
    return http::json_text(json::to_string(problem), status);
}

static constexpr http::Protocol altinn_protocol{altinn_refusal};
static constexpr std::size_t message_bytes_max = 64 << 20;

static http::About about_altinn(std::string_view operation, std::string_view summary) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.protocol = &altinn_protocol;
    return said;
}

static std::string_view altinn_token_of(const http::Request& request) {
    return request.header("authorization").value_or("");
}

static void add_altinn_messages(http::Router& routes, const std::unique_ptr<DevelopmentAltinn>& altinn) {
    auto taking = about_altinn("developmentTakeMessage", "Takes a message to an inbox in Altinn.");
    taking.body_max = message_bytes_max;
    routes.post(
        "/development/altinn/correspondence/api/v1/correspondence/upload", right::everybody,
        [&altinn](const http::Command& command) -> Result<http::Response> {
            if (!altinn) return token_refused.error();
            const auto taken =
                TRY(altinn->take(altinn_token_of(command.request), command.request.header("content-type").value_or(""),
                                 command.request.body, command.now));
            return http::json_text(json::to_string(taken));
        },
        std::move(taking));
    routes.get(
        "/development/altinn/correspondence/api/v1/correspondence", right::everybody,
        [&altinn](const http::Query& query) -> Result<http::Response> {
            if (!altinn) return token_refused.error();
            const auto found = TRY(altinn->search(altinn_token_of(query.request), query.request.query, query.now));
            return http::json_text(json::to_string(found));
        },
        about_altinn("developmentFindMessages", "The messages to Altinn that have a mark of the sender's."));
    routes.get(
        "/development/altinn/correspondence/api/v1/correspondence/{message}/details", right::everybody,
        [&altinn](const http::Query& query) -> Result<http::Response> {
            if (!altinn) return token_refused.error();
            const auto found =
                TRY(altinn->details(altinn_token_of(query.request), query.request.path_value("message"), query.now));
            return http::json_text(json::to_string(found));
        },
        about_altinn("developmentMessageDetails", "What has become of a message to Altinn."));
}

void add_development_altinn_routes(http::Router& routes, const std::unique_ptr<DevelopmentAltinn>& altinn) {
    routes.get(
        "/development/altinn/authentication/api/v1/exchange/maskinporten", right::everybody,
        [&altinn](const http::Query& query) -> Result<http::Response> {
            if (!altinn) return token_refused.error();
            const auto token = TRY(altinn->exchange(altinn_token_of(query.request), query.now));
            auto response = http::json_text(json::quoted(token));
            response.with("cache-control", "no-store");
            return response;
        },
        about_altinn("developmentAltinnToken", "Gives a token of Altinn's for one of Maskinporten's."));
    add_altinn_messages(routes, altinn);
}

} // namespace registers
