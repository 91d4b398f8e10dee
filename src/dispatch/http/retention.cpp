#include "dispatch/actions/retention.hpp"
#include "dispatch/domain/retention.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"

namespace dispatch {

namespace {

Result<http::Response> show_retention(const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto days = TRY(store::retention_of(query.reader, account.id));
    return http::json_text(json::write(Retention{days}));
}

Result<http::Response> put_retention(const Office& office, const http::Command& command) {
    const auto wanted = TRY(command.request.read<Retention>());
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto account = TRY(sending_account(transaction, command.principal));
        return set_retention(transaction, office, command.principal, account.id, wanted.days, command.now);
    }));
    return http::json_text(json::write(wanted));
}

} // namespace

void add_retention_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/dispatches/retention", right::send, show_retention,
               {.operation = "showRetention",
                .summary = "How many days the account's content is kept after a dispatch has come to its end.",
                .formats = {Format::json},
                .answer = json::type_of<Retention>()});
    router.put("/dispatches/retention", right::send,
               [&office](const http::Command& command) { return put_retention(office, command); },
               {.operation = "setRetention",
                .summary = "Sets that number of days. Receipts can be had, and hold, after the content is destroyed.",
                .formats = {Format::json},
                .body = json::type_of<Retention>(),
                .answer = json::type_of<Retention>(),
                .protocol = &own_protocol});
}

} // namespace dispatch
