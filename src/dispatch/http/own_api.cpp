// Our own interface for senders' systems: what the inherited ones cannot say.
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/actions/keep_departments.hpp"
#include "dispatch/actions/preflight.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/own_sending.hpp"
#include "dispatch/rights.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/represent.hpp"
#include "platform/http/request_key.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr std::string_view own_base = "/dispatches";

PreflightView view_of(const http::Call& call, const Preflight& found) {
    PreflightView view;
    view.would_be_accepted = found.faults.empty();
    for (const auto& fault : found.faults) {
        view.faults.push_back(shown_fault(call, fault));
    }
    for (const auto& way : found.ways) {
        PreflightWay shown{way.channel, {}, 0};
        if (way.channel == Channel::receiver) shown.receiver = way.receiver_name;
        if (way.channel == Channel::print) shown.cost_oere = found.paper_oere;
        view.ways.push_back(std::move(shown));
    }
    view.unanswered = found.unanswered;
    return view;
}

http::Response accepted(const std::string& id) {
    const auto path = fmt::format("{}/{}", own_base, id);
    auto response = http::json_text(json::write(AcceptedView{*DispatchId::parse(id), path, path + "/receipt"}), 201);
    response.with("location", path);
    return response;
}

Result<http::Response> send_own(const Office& office, const http::Command& command) {
    const auto question = TRY(command.request.read_query<SendQuestion>());
    const auto account = TRY(sending_account(office, command.principal));
    auto parts = TRY(own_parts(command));
    const auto sent = TRY(json::read<NewDispatch>(parts.metadata));
    if (!question.dry_run) {
        if (const auto id = TRY(sent_before(office, command))) return accepted(*id);
    }
    Arrival arrival{envelope_of(sent), std::move(parts.uploads), key_of(command), std::nullopt};
    const auto asked = find_address(office, arrival.envelope);
    if (!asked && !question.dry_run) return asked.error();
    TRY(add_uploads(arrival, office, account, sent.documents, command.now));
    if (arrival.envelope.department) {
        const auto reader = TRY(office.services.database.reader());
        for (auto& fault : TRY(department_faults(*reader, arrival.envelope)))
            arrival.faults.push_back(std::move(fault));
    }
    if (question.dry_run) {
        const auto found = TRY(preflight(office, account, std::move(arrival), command.now));
        return http::json_text(json::write(view_of(command, found)));
    }
    auto taken = take_in(office, command, account, std::move(arrival));
    return accepted(TRY(or_sent_before(office, command, std::move(taken))));
}

Result<http::Response> show_own(const Office& office, const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto dispatch = TRY(store::of_account(query.reader, TRY(dispatch_in_path(query)), account.id));
    return http::json_text(
        json::write(TRY(sent_view(query.reader, query.journal, office, query.t, dispatch, own_base))));
}

/// What became of a request that the sender never got an answer to, whichever interface it went to: each remembers a
/// path that ends in the id.
Result<http::Response> show_key(const Office& office, const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const std::string key{query.request.path_value("key")};
    const auto path = TRY(http::path_of_key(query.reader, query.principal, key));
    if (!path) return key_unknown.error();
    if (path->starts_with(mailings_base)) {
        const auto mailing = TRY(mailing_at(query.reader, office, *path, account.id));
        return http::json_text(json::write(KeyView{key, std::nullopt, mailing}));
    }
    const auto id = DispatchId::parse(std::string_view{*path}.substr(path->rfind('/') + 1));
    if (!id) return key_unknown.error();
    const auto dispatch = TRY(store::of_account(query.reader, *id, account.id));
    return http::json_text(json::write(
        KeyView{key, TRY(sent_view(query.reader, query.journal, office, query.t, dispatch, own_base)), std::nullopt}));
}

http::About about_own_sending() {
    http::About about{.operation = "sendDispatch",
                      .summary =
                          "Sends a dispatch: metadata as the first part, then its files; as JSON alone when it has "
                          "none. With dryRun it only says what would become of it. Idempotency-Key makes it safe "
                          "to repeat.",
                      .formats = {http::Format::json}};
    about.query = json::type_of<SendQuestion>();
    about.body = json::type_of<NewDispatch>();
    about.answer = json::type_of<AcceptedView>();
    about.status = 201;
    about.protocol = &own_protocol;
    return taking_letters(std::move(about));
}

http::Response own_refusal(const http::Call& call, const Error& error) {
    auto response = http::problem(call, error);
    if (response.status == 401) response.with("www-authenticate", R"(Basic realm="samband", charset="UTF-8")");
    return response;
}

} // namespace

const http::Protocol own_protocol{own_refusal};

void add_own_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.post(
        "/dispatches", right::send, [&office](const http::Command& command) { return send_own(office, command); },
        about_own_sending());
    router.get("/dispatches/{dispatch}", right::send,
               [&office](const http::Query& query) { return show_own(office, query); },
               {.operation = "showDispatch",
                .summary = "One dispatch of the account, and all that happened to it.",
                .formats = {Format::json},
                .answer = json::type_of<SentView>()});
    router.get("/dispatches/keys/{key}", right::send,
               [&office](const http::Query& query) { return show_key(office, query); },
               {.operation = "showDispatchOfKey",
                .summary = "What became of the request with this Idempotency-Key, whichever interface it was sent to.",
                .formats = {Format::json},
                .answer = json::type_of<KeyView>()});
}

} // namespace dispatch
