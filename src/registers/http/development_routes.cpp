// The addresses of the registers for development.
#include "platform/http/problem.hpp"
#include "platform/http/represent.hpp"
#include "platform/json/writing.hpp"
#include "registers/development.hpp"
#include "registers/views/text_messages.hpp"

namespace registers {

static http::Response register_refusal(const http::Call& call, const Error& error) {
    auto response = http::json_text(json::to_string(json::Object{{"error", std::string{error.code}},
                                                                 {"error_description", call.t.detail_of(error)}}),
                                    http::status_of(error, call.request));
    response.with("cache-control", "no-store");
    return response;
}

static constexpr http::Protocol register_protocol{register_refusal};

static http::About about_register(std::string_view operation, std::string_view summary) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.protocol = &register_protocol;
    return said;
}

static Result<http::Response> told(const Result<json::Value>& answer) {
    if (!answer) return answer.error();
    auto response = http::json_text(json::to_string(*answer));
    response.with("cache-control", "no-store");
    return response;
}

static void add_organisations(http::Router& routes, const Development& development) {
    const auto show = [&development](const http::Query& query) {
        return told(development.organisation(query.reader, query.request.path_value("number")));
    };
    routes.get("/development/organisation-register/enheter/{number}", right::everybody, show,
               about_register("developmentOrganisation", "An organisation, as Enhetsregisteret shows it; invented."));
}

static void add_people(http::Router& routes, const Development& development) {
    const auto show = [&development](const http::Query& query) {
        const auto& request = query.request;
        return told(development.person(request.header("authorization").value_or(""), request.path_value("number"),
                                       request.query.all("part")));
    };
    routes.get("/development/person-register/personer/{number}", right::everybody, show,
               about_register("developmentPerson", "A person and their guardians, as Folkeregisteret shows them; "
                                                   "invented."));
}

void add_development_routes(http::Router& routes, Development& development) {
    routes.post(
        "/development/contact-register/rest/v2/personer", right::everybody,
        [&development](const http::Command& command) {
            return told(
                development.contacts(command.request.header("authorization").value_or(""), command.request.body));
        },
        about_register("developmentContacts", "People's contact information, as KRR gives it; invented."));
    add_organisations(routes, development);
    add_people(routes, development);
    routes.post(
        "/development/text-messages", right::everybody,
        [&development](const http::Command& command) -> Result<http::Response> {
            TRY(development.take_text_message(command.request.header("x-api-key").value_or(""), command.request.body,
                                              command.now));
            return http::no_content();
        },
        about_register("takeTextMessage", "Takes a text message as a gateway does, and keeps it to be looked at."));
    routes.get("/development/text-messages", right::everybody,
               [&development](const http::Query& query) -> Result<http::Response> {
                   const TextMessagesView view{development.text_messages()};
                   return http::represent<TextMessagesView>(query, view, {.html = [&](const TextMessagesView& shown) {
                                                                return text_messages_page(query, shown);
                                                            }});
               },
               {.operation = "developmentTextMessages",
                .summary = "The text messages that the demonstration would have sent, the newest first.",
                .answer = json::type_of<TextMessagesView>()});
}

} // namespace registers
