#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v2_handlers.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"

namespace dispatch::svarut_v2 {

Error one_fault(Fault fault) {
    std::vector<Fault> faults;
    faults.push_back(std::move(fault));
    return all_at_once(std::move(faults));
}

Result<Dispatch> own_dispatch(const http::Call& call, db::Reader& reader) {
    auto found = TRY(store::find(reader, TRY(id_in_path(call))));
    if (!found || !call.principal.may(right::send_for, found->account_id.to_string()))
        return dispatch_not_found.error();
    return *std::move(found);
}

constexpr http::Protocol protocol_of_v2{refusal};

http::About about(std::string_view operation, std::string_view summary, const json::Type* answer) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.answer = answer;
    said.protocol = &protocol_of_v2;
    return said;
}

namespace {

// --- Sending ---

Result<http::Response> send(const Office& office, const http::Command& command) {
    auto lease = TRY(office.services.database.reader());
    const auto account = TRY(account_in_path(command, *lease));
    lease.reset();
    auto parts = TRY(sent_parts(command));
    const auto sent = TRY(json::read_foreign<Forsendelse>(parts.metadata));
    Arrival arrival{envelope_of(sent), std::move(parts.uploads), key_of(command), {}};
    const auto accepted = TRY(take_in(office, command, account, std::move(arrival)));
    return told(ForsendelseId{accepted});
}

// --- What the sender may still do ---

Result<http::Response> set_read(const Office& office, const http::Command& command) {
    const auto sent = TRY(json::read_foreign<LestAv>(command.request.body));
    std::vector<Fault> faults;
    if (!sent.fnr || !directory::identity_hash({}, *sent.fnr)) faults.push_back(platform::not_an_id.at("#/fnr"));
    if (!sent.tidspunkt) faults.push_back(platform::field_missing.at("#/tidspunkt"));
    if (!faults.empty()) return all_at_once(std::move(faults));
    const auto read_at = std::chrono::duration_cast<std::chrono::milliseconds>(sent.tidspunkt->time_since_epoch());
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        auto found = TRY(own_dispatch(command, transaction));
        const Settling settling{transaction, office, command.principal, command.now};
        auto reader = reader_elsewhere(settling, found, sent.eksternt_systemnavn.value_or(""), read_at);
        return mark_read(settling, std::move(found), HappeningKind::read_elsewhere, std::move(reader));
    }));
    return http::no_content();
}

/// SvarUt keeps a generated file beside the originals, which the narrower kind of deletion spares. Here the originals
/// are all there is, so both kinds are the same.
Result<http::Response> destroy(const Office& office, const http::Command& command) {
    const auto kind = command.request.query.first("slettetype").value_or("ORIGINALDOKUMENTER");
    if (kind != "ORIGINALDOKUMENTER" && kind != "ALLE") {
        return one_fault(platform::not_one_of.at("#/slettetype", {{"allowed", "ORIGINALDOKUMENTER, ALLE"}}));
    }
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto found = TRY(own_dispatch(command, transaction));
        return destroy_contents({transaction, office, command.principal, command.now}, {found.id}, found.account_id);
    }));
    return http::no_content();
}

http::About about_change(std::string_view operation, std::string_view summary) {
    auto said = about(operation, summary, nullptr);
    said.status = 204;
    return said;
}

} // namespace

} // namespace dispatch::svarut_v2

namespace dispatch {

void add_svarut_v2_routes(http::Router& router, const Office& office) {
    using namespace svarut_v2;
    const auto with_office = [&office](auto handler) {
        return [&office, handler](const http::Command& command) { return handler(office, command); };
    };
    const auto about_sending = [](std::string_view operation, std::string_view summary) {
        return taking_letters(about(operation, summary, json::type_of<ForsendelseId>()));
    };
    router.post("/api/v2/kontoer/{konto}/forsendelser", right::send_for, with_office(send),
                about_sending("svarutV2Send", "Sends a dispatch: metadata first, then its files."));
    router.post("/api/v2/kontoer/{konto}/forsendelser/", right::send_for, with_office(send),
                about_sending("svarutV2SendWithSlash", "The same: KS's own client writes a slash at the end."));
    add_questions(router, office);
    add_receiver_questions(router);
    router.post("/api/v2/forsendelser/{forsendelse}/lest", right::send_for, with_office(set_read),
                about_change("svarutV2SetRead", "Says that the recipient has read it in another system."));
    router.remove("/api/v2/forsendelser/{forsendelse}/dokumenter", right::send_for, with_office(destroy),
                  about_change("svarutV2Destroy", "Destroys the content of a dispatch that has reached its end."));
}

} // namespace dispatch
