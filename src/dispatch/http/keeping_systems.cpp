// Opening, changing and closing what an organisation sends and fetches post with.
#include "dispatch/actions/keep_certificates.hpp"
#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/post_systems.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/views/system_pages.hpp"

#include <concepts>
#include <fmt/format.h>

namespace dispatch {

namespace {

using Answered = Result<http::Response>;

Keeping keeping(const http::Command& command, const Office& office, db::Transaction& transaction,
                directory::OrganisationId organisation) {
    return {transaction, office, command.principal, organisation, command.now, command.request.language};
}

ui::FormPage opening_again(SystemKind kind) {
    return [kind](const http::Query& query, const ui::FormState& state) { return opening_form(query, state, kind); };
}

ui::FormPage changing_again(const Office& office, SystemKind kind) {
    return [&office, kind](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return post_system_page(query, state, TRY(read_system(office, query, query.reader, kind)));
    };
}

/// The one page, or document, that tells the secret. A repeated request is told everything else.
Answered answer_secret(const Office& office, const http::Command& command, SystemKind kind, std::string_view id,
                       const std::optional<std::string>& secret, int status) {
    auto request = command.request;
    request.path_values.insert_or_assign("system", std::string{id});
    const http::Call call{request, command.principal, command.t, command.now, command.site, command.public_url};
    const auto lease = TRY(command.services.database.reader());
    const auto view = TRY(read_system(office, call, *lease, kind));
    auto response =
        command.wants_html()
            ? http::html_document(post_system_page(call, {}, view, secret), status)
            : http::json_text(json::write(SecretView{view.url, view.user_name, secret, view.old_secret_until}), status);
    response.with("cache-control", "no-store");
    if (status == 201) response.with("location", view.url);
    return response;
}

template <class Request, class Open>
Answered open_one(const Office& office, const http::Command& command, SystemKind kind, Open open) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto wanted = command.request.read<Request>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), opening_again(kind));
    const auto fresh = fresh_secret(office);
    bool is_fresh = false;
    const auto id = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        is_fresh = true;
        return TRY(open(keeping(command, office, transaction, organisation), *wanted, fresh)).to_string();
    });
    if (!id) return ui::answer_failure(command, id.error(), opening_again(kind));
    return answer_secret(office, command, kind, *id, is_fresh ? std::optional{fresh.secret} : std::nullopt, 201);
}

Answered renew_secret(const Office& office, const http::Command& command, SystemKind kind) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto wanted = command.request.read<SecretChange>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), changing_again(office, kind));
    const auto fresh = fresh_secret(office);
    const std::string id{command.request.path_value("system")};
    bool is_fresh = false;
    const auto done = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        is_fresh = true;
        TRY(change_secret(keeping(command, office, transaction, organisation), kind, id, *wanted, fresh));
        return id;
    });
    if (!done) return ui::answer_failure(command, done.error(), changing_again(office, kind));
    return answer_secret(office, command, kind, id, is_fresh ? std::optional{fresh.secret} : std::nullopt, 200);
}

/// A system that was made before there was such a member says nothing of it; a form shows it, and so means it.
bool leaves_out(const http::Request& request, std::string_view member) {
    if (!request.has_json_body()) return false;
    const auto body = json::parse(request.body);
    return body && body->find(member) == nullptr;
}

template <class IdType, class Request, class Change>
Answered change_one(const Office& office, const http::Command& command, SystemKind kind, Change change) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto id = IdType::parse(command.request.path_value("system"));
    if (!id) return system_not_found.error();
    auto wanted = command.request.read<Request>();
    if (!wanted) return ui::answer_failure(command, wanted.error(), changing_again(office, kind));
    if constexpr (std::same_as<Request, AccountTerms>)
        wanted->keeps_alert_mail = leaves_out(command.request, "alertMail");
    const auto changed = command.write([&](db::Transaction& transaction) {
        return change(keeping(command, office, transaction, organisation), *id, *wanted);
    });
    if (!changed) return ui::answer_failure(command, changed.error(), changing_again(office, kind));
    return ui::answer_changed(command, path_of(kind, id->to_string()));
}

Answered close_one(const Office& office, const http::Command& command, SystemKind kind) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto id = command.request.path_value("system");
    TRY(command.write([&](db::Transaction& transaction) {
        return close_system(keeping(command, office, transaction, organisation), kind, id);
    }));
    return ui::answer_changed(command, path_of(kind, id));
}

Answered withdraw(const Office& office, const http::Command& command) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto id = ReceiverId::parse(command.request.path_value("system"));
    if (!id) return system_not_found.error();
    TRY(command.write([&](db::Transaction& transaction) {
        return withdraw_certificate(keeping(command, office, transaction, organisation), *id);
    }));
    return ui::answer_changed(command, path_of(SystemKind::receiver, id->to_string()));
}

Answered change_own_mailbox(const Office& office, const http::Command& command) {
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

http::About opening_about(std::string_view operation, std::string_view summary, const json::Type* body) {
    return {
        .operation = operation, .summary = summary, .body = body, .answer = json::type_of<SecretView>(), .status = 201};
}

/// What all three kinds have: a list to open one in, a page, a secret, an end.
struct KindRoutes {
    SystemKind kind;
    std::string_view opening, page, secret, closing;
    std::string_view shows, shows_form, renews, closes;
};

void add_common_routes(http::Router& router, const Office& office, const KindRoutes& routes) {
    const auto kind = routes.kind;
    router.get(routes.opening, right::keep_systems,
               [kind](const http::Query& query) -> Answered {
                   return http::html_document(TRY(opening_form(query, {}, kind)));
               },
               {.operation = routes.shows_form,
                .summary = "The form that one is opened with.",
                .formats = {http::Format::html}});
    router.get(routes.page, right::keep_systems,
               [&office, kind](const http::Query& query) { return show_post_system(office, query, kind); },
               {.operation = routes.shows,
                .summary = "One of them, with what can be decided about it; never its secret.",
                .answer = json::type_of<PostSystemView>()});
    router.post(routes.secret, right::keep_systems,
                [&office, kind](const http::Command& command) { return renew_secret(office, command, kind); },
                {.operation = routes.renews,
                 .summary = "Gives it a new secret, which is told once; the old one counts for so many hours more.",
                 .body = json::type_of<SecretChange>(),
                 .answer = json::type_of<SecretView>()});
    router.post(routes.closing, right::keep_systems,
                [&office, kind](const http::Command& command) { return close_one(office, command, kind); },
                {.operation = routes.closes,
                 .summary = "Closes it for good: from now on it sends and fetches nothing.",
                 .status = 204});
}

void add_openings(http::Router& router, const Office& office) {
    router.post(
        "/post-systems/accounts", right::keep_systems,
        [&office](const http::Command& command) {
            return open_one<NewAccount>(office, command, SystemKind::account, open_own_account);
        },
        opening_about("openAccount", "Opens an account that letters are sent from.", json::type_of<NewAccount>()));
    router.post(
        "/post-systems/integrations", right::keep_systems,
        [&office](const http::Command& command) {
            return open_one<NewIntegration>(office, command, SystemKind::integration, open_own_integration);
        },
        opening_about("openIntegration", "Opens an integration, with the accounts that it may send for.",
                      json::type_of<NewIntegration>()));
    router.post(
        "/post-systems/receivers", right::keep_systems,
        [&office](const http::Command& command) {
            return open_one<NewReceiver>(office, command, SystemKind::receiver, open_own_receiver);
        },
        opening_about("openReceiver", "Opens a receiver of what is sent to the organisation.",
                      json::type_of<NewReceiver>()));
}

void add_changes(http::Router& router, const Office& office) {
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

} // namespace

void add_post_system_routes(http::Router& router, const Office& office) {
    router.get("/post-systems", right::keep_systems,
               [&office](const http::Query& query) { return list_post_systems(office, query); },
               {.operation = "listPostSystems",
                .summary = "The accounts, integrations and receivers of one's own organisation.",
                .answer = json::type_of<PostSystemsView>()});
    add_common_routes(router, office,
                      {SystemKind::account, "/post-systems/accounts/new", "/post-systems/accounts/{system}",
                       "/post-systems/accounts/{system}/secret", "/post-systems/accounts/{system}/closing",
                       "showAccount", "showNewAccountForm", "renewAccountSecret", "closeAccount"});
    add_common_routes(router, office,
                      {SystemKind::integration, "/post-systems/integrations/new", "/post-systems/integrations/{system}",
                       "/post-systems/integrations/{system}/secret", "/post-systems/integrations/{system}/closing",
                       "showIntegration", "showNewIntegrationForm", "renewIntegrationSecret", "closeIntegration"});
    add_common_routes(router, office,
                      {SystemKind::receiver, "/post-systems/receivers/new", "/post-systems/receivers/{system}",
                       "/post-systems/receivers/{system}/secret", "/post-systems/receivers/{system}/closing",
                       "showReceiver", "showNewReceiverForm", "renewReceiverSecret", "closeReceiver"});
    add_openings(router, office);
    add_changes(router, office);
}

} // namespace dispatch
