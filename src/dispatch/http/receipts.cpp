#include "dispatch/actions/make_receipt.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/outbox_store.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

http::Response receipt_download(std::string receipt, DispatchId id) {
    auto response = http::plain(std::move(receipt), "application/jose");
    response.with("content-disposition", fmt::format("attachment; filename=\"kvittering-{}.jws\"", id.to_string()));
    response.with("cache-control", "private, no-store");
    return response;
}

Result<http::Response> download_sent_receipt(const Office& office, const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto id = TRY(dispatch_in_path(query));
    const auto dispatch = TRY(store::sent_by(query.reader, organisation, id));
    return receipt_download(TRY(make_receipt(query.reader, office, dispatch, query.now)), id);
}

Result<http::Response> download_own_receipt(const Office& office, const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto id = TRY(dispatch_in_path(query));
    const auto dispatch = TRY(store::of_account(query.reader, id, account.id));
    return receipt_download(TRY(make_receipt(query.reader, office, dispatch, query.now)), id);
}

/// The address that senders' libraries know. Source: KS, SvarUt encryption.
Result<http::Response> show_letter_certificate(const Office& office) {
    if (office.letter_keys.is_empty()) return platform::path_not_found.error();
    return http::plain(office.letter_keys.certificate(), "application/x-pem-file");
}

} // namespace

void add_receipt_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/outbox/{dispatch}/receipt", right::see_outbox,
               [&office](const http::Query& query) { return download_sent_receipt(office, query); },
               {.operation = "downloadSentReceipt",
                .summary = "The signed receipt (JWS) of a dispatch that one's own organisation sent.",
                .formats = {Format::html}}); // Who is not logged in is led to the log-in.
    router.get("/dispatches/{dispatch}/receipt", right::send,
               [&office](const http::Query& query) { return download_own_receipt(office, query); },
               {.operation = "downloadReceipt",
                .summary = "The signed receipt (JWS) of a dispatch of the account.",
                .formats = {Format::binary}});
    router.get("/forsendelse/publickey/hent", ::right::everybody,
               [&office](const http::Query&) { return show_letter_certificate(office); },
               {.operation = "showLetterCertificate",
                .summary = "The certificate (X.509, PEM) that senders encrypt documents to.",
                .formats = {Format::binary}});
    router.get("/receipt-keys", ::right::everybody,
               [&office](const http::Query&) -> Result<http::Response> {
                   return http::plain(json::to_string(office.receipt_keys.published()), "application/jwk-set+json");
               },
               {.operation = "showReceiptKeys",
                .summary = "The public keys that receipts are signed with, as a key set (RFC 7517).",
                .formats = {Format::binary}});
}

} // namespace dispatch
