#include "dispatch/domain/patience.hpp"
#include "dispatch/domain/post_system.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/certificate_store.hpp"
#include "dispatch/store/waiting_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"

namespace dispatch {

namespace {

Result<http::Response> list_silent(const http::Query& query) {
    TRY(query.principal.require(right::see_receivers, query.principal.organisation_id));
    SilentReceiversView view;
    for (const auto& receiver : TRY(store::silent_receivers(query.reader, query.now - silence_min))) {
        const auto organisation =
            directory::find_organisation(query.reader, receiver.organisation_id, query.request.language);
        view.receivers.push_back({receiver.name, organisation ? organisation->name : std::string{},
                                  organisation ? organisation->url : std::string{}, receiver.waiting,
                                  receiver.oldest_at, receiver.told_at});
    }
    const auto uneasy = TRY(store::uneasy_certificates(query.reader, query.now + certificate_warning));
    for (const auto& certificate : uneasy) {
        const auto organisation =
            directory::find_organisation(query.reader, certificate.organisation_id, query.request.language);
        view.certificates.push_back({certificate.name, organisation ? organisation->name : std::string{},
                                     organisation ? organisation->url : std::string{}, certificate.ends_at,
                                     certificate.withdrawn_at});
    }
    return http::represent<SilentReceiversView>(
        query, view, {.html = [&](const SilentReceiversView& shown) { return silent_receivers_page(query, shown); }});
}

} // namespace

void add_silent_receiver_routes(http::Router& router, const Office&) {
    router.get("/silent-receivers", right::see_receivers, list_silent,
               {.operation = "listSilentReceivers",
                .summary = "Receivers all over the sector with post that has waited for more than two hours, the "
                           "longest wait first; and those whose certificate has run out, runs out within 30 days or is "
                           "withdrawn.",
                .answer = json::type_of<SilentReceiversView>()});
}

} // namespace dispatch
