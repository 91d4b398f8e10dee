// Changing what an organisation sends and fetches post with.
#include "dispatch/actions/keep_certificates.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/keeping_systems.hpp"
#include "dispatch/rights.hpp"

#include <concepts>

namespace dispatch {

namespace {

/// A system that was made before there was such a member says nothing of it; a form shows it, and so means it.
bool leaves_out(const http::Request& request, std::string_view member) {
    if (!request.has_json_body()) return false;
    const auto body = json::parse(request.body);
    return body && body->find(member) == nullptr;
}

template <class IdType, class Request, class Change>
Result<http::Response> change_one(const Office& office, const http::Command& command, SystemKind kind, Change change) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto id = IdType::parse(command.request.path_value("system"));
    if (!id) return system_not_found.error();
    auto wanted = command.request.read<Request>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), changing_again(office, kind));
    if constexpr (std::same_as<Request, AccountTerms>) {
        wanted->keeps_alert_mail = leaves_out(command.request, "alertMail");
        wanted->keeps_return_address = leaves_out(command.request, "returnAddress");
    }
    const auto changed = command.write([&](db::Transaction& transaction) {
        return change(keeping(command, office, transaction, organisation), *id, *wanted);
    });
    if (!changed) return ui::answer_failure(command, changed.error(), changing_again(office, kind));
    return ui::answer_changed(command, path_of(kind, id->to_string()));
}

Result<http::Response> withdraw(const Office& office, const http::Command& command) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto id = ReceiverId::parse(command.request.path_value("system"));
    if (!id) return system_not_found.error();
    TRY(command.write([&](db::Transaction& transaction) {
        return withdraw_certificate(keeping(command, office, transaction, organisation), *id);
    }));
    return ui::answer_changed(command, path_of(SystemKind::receiver, id->to_string()));
}

Result<http::Response> change_own_mailbox(const Office& office, const http::Command& command) {
    const auto again = [&office](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return post_systems_page(query, state, TRY(read_systems(office, query, query.reader)));
    };
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto wanted = command.request.read<MailboxTerms>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), again);
    const auto changed = command.write([&](db::Transaction& transaction) {
        return change_mailbox(keeping(command, office, transaction, organisation), *wanted);
    });
    if (!changed) return ui::answer_failure(command, changed.error(), again);
    return ui::answer_changed(command, "/post-systems");
}

} // namespace

void add_system_changes(http::Router& router, const Office& office) {
    router.post("/post-systems/accounts/{system}/settings", right::keep_systems,
                [&office](const http::Command& command) {
                    return change_one<AccountId, AccountTerms>(office, command, SystemKind::account, change_terms);
                },
                {.operation = "changeAccount",
                 .summary = "Sets the account's name, deadline, retention and guard against repetition.",
                 .body = json::type_of<AccountTerms>(),
                 .status = 204});
    router.post("/post-systems/integrations/{system}/settings", right::keep_systems,
                [&office](const http::Command& command) {
                    return change_one<IntegrationId, IntegrationTerms>(office, command, SystemKind::integration,
                                                                       change_integration);
                },
                {.operation = "changeIntegration",
                 .summary = "Sets which accounts the integration may send for, and how often it may ask.",
                 .body = json::type_of<IntegrationTerms>(),
                 .status = 204});
    router.post("/post-systems/mailbox", right::keep_systems,
                [&office](const http::Command& command) { return change_own_mailbox(office, command); },
                {.operation = "changeOrganisationMailbox",
                 .summary = "Sets where those are written to who read the organisation's mailbox here.",
                 .body = json::type_of<MailboxTerms>(),
                 .status = 204});
    router.post("/post-systems/receivers/{system}/settings", right::keep_systems,
                [&office](const http::Command& command) {
                    return change_one<ReceiverId, ReceiverTerms>(office, command, SystemKind::receiver,
                                                                 change_receiver);
                },
                {.operation = "setReceiverAlerts",
                 .summary = "Sets where the receiver's people are written to.",
                 .body = json::type_of<ReceiverTerms>(),
                 .status = 204});
    router.post("/post-systems/receivers/{system}/certificate", right::keep_systems,
                [&office](const http::Command& command) {
                    return change_one<ReceiverId, NewCertificate>(office, command, SystemKind::receiver,
                                                                  change_certificate);
                },
                {.operation = "changeReceiver",
                 .summary = "Sets the certificate that the receiver's post is encrypted to from now on.",
                 .body = json::type_of<NewCertificate>(),
                 .status = 204});
    router.post("/post-systems/receivers/{system}/certificate/withdrawal", right::keep_systems,
                [&office](const http::Command& command) { return withdraw(office, command); },
                {.operation = "withdrawCertificate",
                 .summary = "Withdraws the receiver's certificate at once: nothing is encrypted to it any more, and "
                            "its post waits until there is another.",
                 .status = 204});
}

} // namespace dispatch
