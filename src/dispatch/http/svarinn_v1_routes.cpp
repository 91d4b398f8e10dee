#include "dispatch/actions/pack.hpp"
#include "dispatch/actions/recall_dispatch.hpp"
#include "dispatch/actions/route.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarinn_v1.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace dispatch::svarinn_v1 {

namespace {

constexpr int listed_max = 200;

Result<Receiver> receiver_of(db::Reader& reader, const Principal& principal) {
    TRY(principal.require(right::receive, principal.id));
    const auto id = ReceiverId::parse(principal.id);
    if (!id) return credentials_wrong.error();
    auto found = TRY(store::receiver(reader, *id));
    if (!found) return credentials_wrong.error();
    return *std::move(found);
}

/// The dispatch in the path, when it is this receiver's.
Result<Dispatch> own_dispatch(const http::Call& call, db::Reader& reader, const Receiver& receiver) {
    const auto id = DispatchId::parse(call.request.path_value("forsendelse"));
    if (!id) return dispatch_not_found.error();
    auto found = TRY(store::find(reader, *id));
    if (!found || found->receiver_id != receiver.id) return dispatch_not_found.error();
    return *std::move(found);
}

/// One that cannot be opened must not stop the others.
Result<http::Response> list_waiting(const Office& office, const http::Query& query) {
    const auto receiver = TRY(receiver_of(query.reader, query.principal));
    std::vector<Forsendelse> waiting;
    for (const auto& dispatch : TRY(store::waiting_for(query.reader, receiver.id, listed_max))) {
        const auto envelope = open_envelope(office, dispatch);
        const auto account = TRY(store::account(query.reader, dispatch.account_id));
        if (envelope) waiting.push_back(shown(dispatch, *envelope, account ? account->name : "", query.public_url));
    }
    auto response = http::json_text(json::write(waiting));
    response.content_type = "application/json; charset=utf-8";
    return response;
}

Result<http::Response> fetch(const Office& office, const http::Query& query) {
    const auto receiver = TRY(receiver_of(query.reader, query.principal));
    const auto dispatch = TRY(own_dispatch(query, query.reader, receiver));
    auto opened = TRY(open_dispatch(query.reader, office, dispatch));
    // The protocol fetches with GET, and whether it was fetched decides whether it can still be stopped.
    TRY(office.services.database.write([&](db::Transaction& transaction) {
        return hand_out({transaction, office, query.principal, query.now}, dispatch.id, receiver);
    }));
    http::Response response;
    response.content_type = "application/zip";
    response.with("content-disposition",
                  fmt::format("attachment; filename=\"dokumenter-{}.zip\"", dispatch.id.to_string().substr(0, 8)));
    response.pieces =
        TRY(packed_pieces(query.blobs, std::make_shared<const Opened>(std::move(opened)), receiver.certificate));
    return response;
}

Result<http::Response> acknowledge(const Office& office, const http::Command& command) {
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto receiver = TRY(receiver_of(transaction, command.principal));
        auto found = TRY(own_dispatch(command, transaction, receiver));
        return mark_read({transaction, office, command.principal, command.now}, std::move(found),
                         HappeningKind::read_elsewhere, receiver.name);
    }));
    return http::Response{.status = 200};
}

Result<void> failed(const Settling& settling, const Receiver& receiver, Dispatch dispatch, const std::string& words,
                    bool is_permanent) {
    if (dispatch.status != Status::ready_for_receiver) return {};
    const auto detail = receiver.name + ": " + words;
    if (!is_permanent) {
        return settling.move(dispatch, Status::ready_for_receiver,
                             {settling.happening(HappeningKind::receiver_failed, Status::ready_for_receiver, detail)});
    }
    auto gave_up = settling.happening(HappeningKind::receiver_gave_up, Status::ready_for_receiver, detail);
    return route_onwards(settling, std::move(dispatch), Channel::receiver, {std::move(gave_up)});
}

Result<http::Response> report_failure(const Office& office, const http::Command& command) {
    const auto sent = TRY(json::read_foreign<MottakFeilet>(command.request.body));
    std::vector<Fault> faults;
    if (!sent.feilmelding) faults.push_back(platform::field_missing.at("#/feilmelding"));
    if (!sent.permanent) faults.push_back(platform::field_missing.at("#/permanent"));
    if (!faults.empty()) return all_at_once(std::move(faults));
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto receiver = TRY(receiver_of(transaction, command.principal));
        auto found = TRY(own_dispatch(command, transaction, receiver));
        return failed({transaction, office, command.principal, command.now}, receiver, std::move(found),
                      *sent.feilmelding, *sent.permanent);
    }));
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
        [&office](const http::Query& query) { return fetch(office, query); },
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
