#include "dispatch/http/receiving.hpp"

#include "dispatch/actions/pack.hpp"
#include "dispatch/actions/recall_dispatch.hpp"
#include "dispatch/actions/route.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/return_address.hpp"
#include "dispatch/rights.hpp"

#include <fmt/format.h>

namespace dispatch::receiving {

static constexpr int listed_max = 200;

static Result<Receiver> receiver_of(db::Reader& reader, const Principal& principal) {
    TRY(principal.require(right::receive, principal.id));
    const auto id = ReceiverId::parse(principal.id);
    if (!id) return credentials_wrong.error();
    auto found = TRY(store::receiver(reader, *id));
    if (!found) return credentials_wrong.error();
    return *std::move(found);
}

/// The dispatch in the path, when it is this receiver's.
static Result<Dispatch> received(const http::Call& call, db::Reader& reader, const Receiver& receiver) {
    const auto id = DispatchId::parse(call.request.path_value("forsendelse"));
    if (!id) return dispatch_not_found.error();
    auto found = TRY(store::find(reader, *id));
    if (!found || found->receiver_id != receiver.id) return dispatch_not_found.error();
    return *std::move(found);
}

Result<std::vector<Waiting>> waiting(const Office& office, const http::Query& query) {
    const auto receiver = TRY(receiver_of(query.reader, query.principal));
    std::vector<Waiting> all;
    // A system that is offered what it cannot get reports that it failed, and the post would go elsewhere.
    if (receiver.certificate_withdrawn_at) return all;
    for (auto& dispatch : TRY(store::waiting_for(query.reader, receiver.id, listed_max))) {
        auto envelope = open_envelope(office, dispatch);
        const auto account = TRY(store::account(query.reader, dispatch.account_id));
        if (!envelope) continue;
        auto sender = envelope->reply_to ? envelope->reply_to->address
                      : account          ? address_of_lines(account->return_address)
                                         : PostalAddress{};
        sender.name = envelope->sender_name.value_or(account ? account->name : "");
        all.push_back({std::move(dispatch), *std::move(envelope), std::move(sender)});
    }
    return all;
}

Result<http::Response> package(const Office& office, const http::Query& query) {
    const auto receiver = TRY(receiver_of(query.reader, query.principal));
    if (receiver.certificate_withdrawn_at) return withdrawn_certificate.error();
    const auto dispatch = TRY(received(query, query.reader, receiver));
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

/// What is read beside the writer holds as long as the version does; then the writer need not read it.
Result<void> acknowledge(const Office& office, const http::Command& command) {
    auto reader = TRY(office.services.database.reader());
    const auto receiver = TRY(receiver_of(*reader, command.principal));
    const auto seen = TRY(received(command, *reader, receiver));
    reader.reset();
    const auto mark = [&](db::Transaction& transaction, Dispatch dispatch) {
        return mark_read({transaction, office, command.principal, command.now}, std::move(dispatch),
                         HappeningKind::read_elsewhere, receiver.name);
    };
    const auto marked = command.write([&](db::Transaction& transaction) { return mark(transaction, seen); });
    if (marked || marked.error().code != still_under_way.name) return marked;
    return command.write([&](db::Transaction& transaction) -> Result<void> {
        return mark(transaction, TRY(received(command, transaction, receiver)));
    });
}

static Result<void> failed(const Settling& settling, const Receiver& receiver, Dispatch dispatch,
                           const std::string& words, bool is_permanent) {
    if (dispatch.status != Status::ready_for_receiver) return {};
    const auto detail = receiver.name + ": " + words;
    if (!is_permanent) {
        return settling.move(dispatch, Status::ready_for_receiver,
                             {settling.happening(HappeningKind::receiver_failed, Status::ready_for_receiver, detail)});
    }
    if (dispatch.is_digital_only) {
        // Post between systems: whoever sent it chose no other way, and is told that this one failed.
        auto told = std::vector{settling.happening(HappeningKind::receiver_gave_up, Status::ready_for_receiver, detail),
                                settling.happening(HappeningKind::not_delivered, Status::not_delivered)};
        return settling.move(dispatch, Status::not_delivered, told);
    }
    auto gave_up = settling.happening(HappeningKind::receiver_gave_up, Status::ready_for_receiver, detail);
    return route_onwards(settling, std::move(dispatch), Channel::receiver, {std::move(gave_up)});
}

Result<void> report_failure(const Office& office, const http::Command& command, const std::string& words,
                            bool is_permanent) {
    return command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto receiver = TRY(receiver_of(transaction, command.principal));
        auto found = TRY(received(command, transaction, receiver));
        return failed({transaction, office, command.principal, command.now}, receiver, std::move(found), words,
                      is_permanent);
    });
}

static std::string xml_name(std::string_view key) {
    std::string name;
    for (const char letter : key) {
        const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
        const bool is_other = (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
        const bool is_beyond_ascii = static_cast<unsigned char>(letter) >= 0x80;
        name += is_letter || is_beyond_ascii || (is_other && !name.empty()) ? letter : '_';
    }
    return name.empty() ? "_" : name;
}

std::vector<Extra> with_xml_names(const std::vector<Extra>& extras) {
    std::vector<Extra> named;
    for (const auto& extra : extras) {
        named.push_back({xml_name(extra.key), extra.value});
    }
    return named;
}

} // namespace dispatch::receiving
