#include "dispatch/actions/recall_dispatch.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/outbox_store.hpp"
#include "dispatch/views/own_models.hpp"
#include "platform/ui/form_again.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

/// For people: the page says how it went.
Result<http::Response> recall_sent(const Office& office, const http::Command& command) {
    const auto organisation = TRY(outbox_of(command.principal));
    TRY(command.principal.require(right::recall, command.principal.organisation_id));
    const auto id = TRY(dispatch_in_path(command));
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        auto dispatch = TRY(store::sent_by(transaction, organisation, id));
        TRY(recall_dispatch({transaction, office, command.principal, command.now}, std::move(dispatch)));
        return {};
    }));
    return ui::answer_changed(command, fmt::format("/outbox/{}", id.to_string()));
}

Result<http::Response> recall_own(const Office& office, const http::Command& command) {
    const auto id = TRY(dispatch_in_path(command));
    const auto outcome = TRY(command.write([&](db::Transaction& transaction) -> Result<RecallOutcome> {
        const auto account = TRY(sending_account(transaction, command.principal));
        auto dispatch = TRY(store::of_account(transaction, id, account.id));
        return recall_dispatch({transaction, office, command.principal, command.now}, std::move(dispatch));
    }));
    return http::json_text(json::write(
        RecallView{outcome, outcome == RecallOutcome::in_time, fmt::format("/dispatches/{}/receipt", id.to_string())}));
}

} // namespace

void add_recall_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.post("/outbox/{dispatch}/recall", right::recall,
                [&office](const http::Command& command) { return recall_sent(office, command); },
                {.operation = "recallSent",
                 .summary = "Stops a dispatch of one's own organisation, if nobody has had what is inside.",
                 .status = 204});
    router.post(
        "/dispatches/{dispatch}/recall", right::send,
        [&office](const http::Command& command) { return recall_own(office, command); },
        {.operation = "recallDispatch",
         .summary = "Stops a dispatch of the account, and says whether it was in time; the receipt says so too.",
         .formats = {Format::json},
         .answer = json::type_of<RecallView>(),
         .protocol = &own_protocol});
}

} // namespace dispatch
