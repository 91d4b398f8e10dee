#include "dispatch/domain/checks.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/receiving.hpp"
#include "dispatch/http/svarinn_v1.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"

namespace dispatch::svarinn_v1 {

namespace {

Result<http::Response> list_waiting(const Office& office, const http::Query& query) {
    std::vector<Forsendelse> listed;
    for (const auto& each : TRY(receiving::waiting(office, query))) {
        listed.push_back(shown(each.dispatch, each.envelope, each.sender, query.public_url));
    }
    auto response = http::json_text(json::write(listed));
    response.content_type = "application/json; charset=utf-8";
    return response;
}

Result<http::Response> acknowledge(const Office& office, const http::Command& command) {
    TRY(receiving::acknowledge(office, command));
    return http::Response{.status = 200};
}

Result<http::Response> report_failure(const Office& office, const http::Command& command) {
    const auto sent = TRY(json::read_foreign<MottakFeilet>(command.request.body));
    std::vector<Fault> faults;
    if (!sent.feilmelding) faults.push_back(platform::field_missing.at("#/feilmelding"));
    if (!sent.permanent) faults.push_back(platform::field_missing.at("#/permanent"));
    if (!faults.empty()) return all_at_once(std::move(faults));
    TRY(receiving::report_failure(office, command, *sent.feilmelding, *sent.permanent));
    return http::Response{.status = 200};
}

constexpr http::Protocol receiving_protocol{svarut_v1::refusal};

http::About about_receiving(std::string_view operation, std::string_view summary, http::Format format) {
    http::About said{.operation = operation, .summary = summary, .formats = {format}};
    said.protocol = &receiving_protocol;
    return said;
}

} // namespace

} // namespace dispatch::svarinn_v1

namespace dispatch {

void add_svarinn_v1_routes(http::Router& router, const Office& office) {
    using namespace svarinn_v1;
    router.get(
        "/tjenester/svarinn/mottaker/hentNyeForsendelser", right::receive,
        [&office](const http::Query& query) { return list_waiting(office, query); },
        about_receiving("svarinnV1List", "What waits for the receiver, the oldest first.", http::Format::json));
    router.get(
        "/tjenester/svarinn/forsendelse/{forsendelse}", right::receive,
        [&office](const http::Query& query) { return receiving::package(office, query); },
        about_receiving("svarinnV1Fetch", "The documents as a ZIP, encrypted to the receiver's certificate.",
                        http::Format::binary));
    router.post(
        "/tjenester/svarinn/kvitterMottak/forsendelse/{forsendelse}", right::receive,
        [&office](const http::Command& command) { return acknowledge(office, command); },
        about_receiving("svarinnV1Acknowledge", "Says that the receiver has it.", http::Format::json));
    router.post(
        "/tjenester/svarinn/mottakFeilet/forsendelse/{forsendelse}", right::receive,
        [&office](const http::Command& command) { return report_failure(office, command); },
        about_receiving("svarinnV1Fail", "Says that the receiver cannot take it, now or ever.", http::Format::json));
}

} // namespace dispatch
