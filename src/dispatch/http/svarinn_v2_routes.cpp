#include "dispatch/domain/checks.hpp"
#include "dispatch/http/fiks.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarinn_v2.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace dispatch::svarinn_v2 {

namespace {

/// The description and the prose of SvarInn disagree on what stands before /svarinn, so both are served.
Result<http::Response> list_waiting(const Office& office, const http::Query& query) {
    const auto base = fmt::format("{}{}/svarinn/v2", query.public_url,
                                  query.request.path.starts_with("/api/") ? "/api" : "/tjenester");
    std::vector<Forsendelse> listed;
    for (const auto& each : TRY(receiving::waiting(office, query))) {
        listed.push_back(shown(each, base));
    }
    return http::json_text(json::write(listed));
}

Result<http::Response> update_status(const Office& office, const http::Command& command) {
    const auto sent = TRY(json::read_foreign<Statusoppdatering>(command.request.body));
    if (sent.status == "MOTTATT") {
        TRY(receiving::acknowledge(office, command));
        return http::Response{.status = 200};
    }
    std::vector<Fault> faults;
    if (sent.status != "FEILET") {
        faults.push_back(platform::not_one_of.at("#/status", {{"allowed", "MOTTATT, FEILET"}}));
    } else {
        const auto why = sent.feil.value_or(Feil{});
        if (!why.feilmelding) faults.push_back(platform::field_missing.at("#/feil/feilmelding"));
        if (!why.permanent) faults.push_back(platform::field_missing.at("#/feil/permanent"));
    }
    if (!faults.empty()) return all_at_once(std::move(faults));
    TRY(receiving::report_failure(office, command, *sent.feil->feilmelding, *sent.feil->permanent));
    return http::Response{.status = 200};
}

http::Response refusal(const http::Call& call, const Error& error) {
    return fiks::refusal_by_name(call, error, {});
}

constexpr http::Protocol receiving_protocol_of_v2{refusal};

http::About about(std::string_view operation, std::string_view summary, http::Format format = http::Format::json) {
    http::About said{.operation = operation, .summary = summary, .formats = {format}};
    said.protocol = &receiving_protocol_of_v2;
    return said;
}

} // namespace

} // namespace dispatch::svarinn_v2

namespace dispatch {

void add_svarinn_v2_routes(http::Router& router, const Office& office) {
    using namespace svarinn_v2;
    const auto list = [&office](const http::Query& query) { return list_waiting(office, query); };
    const auto fetch = [&office](const http::Query& query) { return receiving::package(office, query); };
    const auto update = [&office](const http::Command& command) { return update_status(office, command); };
    static constexpr std::string_view listing = "What waits for the receiver, the oldest first.";
    static constexpr std::string_view fetching = "The documents as a ZIP, encrypted to the receiver's certificate.";
    static constexpr std::string_view updating = "Says that the receiver has it, or cannot take it, now or ever.";
    router.get("/api/svarinn/v2/forsendelser", right::receive, list, about("svarinnV2List", listing));
    router.get("/api/svarinn/v2/forsendelser/{forsendelse}", right::receive, fetch,
               about("svarinnV2Fetch", fetching, http::Format::binary));
    router.patch("/api/svarinn/v2/forsendelser/{forsendelse}/status", right::receive, update,
                 about("svarinnV2Update", updating));
    router.get("/tjenester/svarinn/v2/forsendelser", right::receive, list, about("svarinnV2ListThere", listing));
    router.get("/tjenester/svarinn/v2/forsendelser/{forsendelse}", right::receive, fetch,
               about("svarinnV2FetchThere", fetching, http::Format::binary));
    router.patch("/tjenester/svarinn/v2/forsendelser/{forsendelse}/status", right::receive, update,
                 about("svarinnV2UpdateThere", updating));
}

} // namespace dispatch
