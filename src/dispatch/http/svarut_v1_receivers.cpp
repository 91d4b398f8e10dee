#include "dispatch/http/svarut_v1_handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"

namespace dispatch::svarut_v1 {

namespace {

Result<http::Response> show_types(const http::Query& query) {
    TRY(query.principal.require(right::send, query.principal.id));
    ForsendelseTyper answer;
    answer.forsendelse_typer = TRY(store::known_types(query.reader));
    return answered(answer);
}

Result<http::Response> receivers_answer(const http::Query& query, const store::AddressFilter& filter) {
    TRY(query.principal.require(right::send, query.principal.id));
    Treff answer;
    for (const auto& each : TRY(store::receiver_addresses(query.reader, filter))) {
        answer.treff.push_back({each.organisation_number, each.dispatch_type, each.receiver_name,
                                each.receiver_id.to_string(), each.level});
    }
    return answered(answer);
}

Result<http::Response> show_receivers_of(const http::Query& query) {
    store::AddressFilter filter;
    filter.organisation_number = query.request.path_value("organisasjonsNummer");
    return receivers_answer(query, filter);
}

Result<http::Response> show_receivers(const http::Query& query) {
    const auto text = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = query.request.query.first(name);
        if (!found || found->empty()) return std::nullopt;
        return std::string{*found};
    };
    store::AddressFilter filter;
    filter.organisation_number = text("organisasjonsNummer");
    filter.dispatch_type = text("forsendelsesType");
    const auto level = text("niva");
    if (level) filter.level = *level == "4" ? 4 : 3;
    return receivers_answer(query, filter);
}

} // namespace

void add_receiver_questions(http::Router& router) {
    using json::type_of;
    router.get("/tjenester/api/forsendelse/v1/forsendelseTyper", right::send, show_types,
               about("svarutV1Types", "The types that receivers can be chosen by.", type_of<ForsendelseTyper>()));
    router.get("/tjenester/api/forsendelse/v1/mottakersystem", right::send, show_receivers,
               about("svarutV1Receivers", "The receivers that fit.", type_of<Treff>()));
    router.get("/tjenester/api/forsendelse/v1/mottakersystem/{organisasjonsNummer}", right::send, show_receivers_of,
               about("svarutV1ReceiversOf", "The receivers of one organisation.", type_of<Treff>()));
}

} // namespace dispatch::svarut_v1
