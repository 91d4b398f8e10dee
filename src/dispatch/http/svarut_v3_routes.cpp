#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v3.hpp"
#include "dispatch/http/svarut_v3_nhn.hpp"
#include "dispatch/rights.hpp"

namespace dispatch::svarut_v3 {

namespace {

using svarut_v2::ForsendelseId;
using svarut_v2::Statuser;

Result<http::Response> send(const Office& office, const http::Command& command, Kind kind) {
    auto lease = TRY(office.services.database.reader());
    const auto account = TRY(account_in_path(command, *lease));
    std::vector<std::string> types; // Only organisations are written to by type.
    if (kind == Kind::organisation) types = TRY(store::known_types(*lease));
    lease.reset();
    auto parts = TRY(sent_parts(command));
    const auto sent = TRY(json::read_foreign<Forsendelse>(parts.metadata));
    Arrival arrival{
        envelope_of(sent, kind), std::move(parts.uploads), key_of(command), {}, faults_of(sent, kind, types)};
    if (!sent.mottaker || !sent.mottaker->adresse) TRY(find_address(office, arrival.envelope));
    const auto accepted = TRY(take_in(office, command, account, std::move(arrival)));
    return http::json_text(json::write(ForsendelseId{accepted}));
}

Result<http::Response> send_to_health_services(const Office& office, const http::Command& command) {
    const auto lease = TRY(office.services.database.reader());
    TRY(account_in_path(command, *lease));
    const auto parts = TRY(sent_parts(command));
    const auto sent = TRY(json::read_foreign<Helsemelding>(parts.metadata));
    return all_at_once(faults_of(sent, parts.uploads));
}

Result<http::Response> show_statuses(const http::Command& command) {
    const auto lease = TRY(command.services.database.reader());
    const auto account = TRY(account_in_path(command, *lease));
    const auto asked = TRY(json::parse(command.request.body));
    const auto* list = asked.find("id");
    const auto ids = TRY(asked_ids(list != nullptr ? list : asked.find("forsendelseIds"), "id"));
    const auto words_known = TRY(words_of_caller(*lease, command.principal));
    Statuser answer;
    for (const auto& dispatch : TRY(asked_dispatches(*lease, ids, account))) {
        const auto at = TRY(last_change(*lease, dispatch));
        const auto status = wire_status(dispatch.status, !dispatch.wrapped_key, words_known);
        answer.statuser.push_back({dispatch.id.to_string(), at, std::string{status}});
    }
    return http::json_text(json::write(answer));
}

constexpr http::Protocol protocol_of_v3{refusal};

http::About about(std::string_view operation, std::string_view summary, const json::Type* answer) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.answer = answer;
    said.protocol = &protocol_of_v3;
    return said;
}

} // namespace

} // namespace dispatch::svarut_v3

namespace dispatch {

void add_svarut_v3_routes(http::Router& router, const Office& office) {
    using namespace svarut_v3;
    const auto sending = [&office](Kind kind) {
        return [&office, kind](const http::Command& command) { return send(office, command, kind); };
    };
    const auto* id = json::type_of<ForsendelseId>();
    router.post("/api/v3/kontoer/{konto}/forsendelser/person", right::send_for, sending(Kind::person),
                taking_letters(about("svarutV3SendToPerson", "Sends a dispatch to a person.", id)));
    router.post("/api/v3/kontoer/{konto}/forsendelser/organisasjon", right::send_for, sending(Kind::organisation),
                taking_letters(about("svarutV3SendToOrganisation", "Sends a dispatch to an organisation.", id)));
    router.post("/api/v3/kontoer/{konto}/forsendelser/print", right::send_for, sending(Kind::print),
                taking_letters(about("svarutV3SendOnPaper", "Sends a dispatch on paper alone.", id)));
    router.post(
        "/api/v3/kontoer/{konto}/forsendelser/nhn", right::send_for,
        [&office](const http::Command& command) { return send_to_health_services(office, command); },
        taking_letters(about("svarutV3SendToHealthServices", "Checks a message to the health services.", id)));
    router.post("/api/v3/kontoer/{konto}/forsendelser/status/sok", right::send_for, show_statuses,
                about("svarutV3Statuses", "What became of up to a thousand dispatches.", json::type_of<Statuser>()));
}

} // namespace dispatch
