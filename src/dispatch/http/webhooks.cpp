#include "dispatch/actions/set_webhook.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/webhook.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/webhook_store.hpp"
#include "dispatch/views/own_models.hpp"

namespace dispatch {

namespace {

http::Response shown_webhook(const Webhook& webhook) {
    return http::json_text(
        json::write(WebhookView{webhook.url, webhook.set_at, webhook.told_at, webhook.told_status, "/receipt-keys"}));
}

Result<http::Response> show_webhook(const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    const auto webhook = TRY(store::webhook(query.reader, account.id));
    if (!webhook) return webhook_missing.error();
    return shown_webhook(*webhook);
}

Result<http::Response> put_webhook(const Office& office, const http::Command& command) {
    const auto wanted = TRY(command.request.read<NewWebhook>());
    const auto set = TRY(command.write([&](db::Transaction& transaction) -> Result<Webhook> {
        const auto account = TRY(sending_account(transaction, command.principal));
        TRY(set_webhook(transaction, office, command.principal, account.id, wanted.url, command.now));
        return Webhook{account.id, wanted.url, command.now, {}, {}};
    }));
    return shown_webhook(set);
}

Result<http::Response> delete_webhook(const Office& office, const http::Command& command) {
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto account = TRY(sending_account(transaction, command.principal));
        return remove_webhook(transaction, office, command.principal, account.id, command.now);
    }));
    return http::no_content();
}

} // namespace

void add_webhook_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/dispatches/webhook", right::send, show_webhook,
               {.operation = "showWebhook",
                .summary = "Where the account's system is told what becomes of its dispatches, and how that went.",
                .formats = {Format::json},
                .answer = json::type_of<WebhookView>()});
    router.put("/dispatches/webhook", right::send,
               [&office](const http::Command& command) { return put_webhook(office, command); },
               {.operation = "setWebhook",
                .summary = "Sets that address. What is told is signed (Standard Webhooks, v1a) with a key of "
                           "/receipt-keys.",
                .formats = {Format::json},
                .body = json::type_of<NewWebhook>(),
                .answer = json::type_of<WebhookView>(),
                .protocol = &own_protocol});
    router.remove("/dispatches/webhook", right::send,
                  [&office](const http::Command& command) { return delete_webhook(office, command); },
                  {.operation = "removeWebhook",
                   .summary = "Removes that address: nothing is told any more.",
                   .formats = {Format::json},
                   .status = 204,
                   .protocol = &own_protocol});
}

} // namespace dispatch
