// Opening what an organisation sends and fetches post with, and its secrets.
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/keeping_systems.hpp"
#include "dispatch/rights.hpp"

namespace dispatch {

namespace {

ui::FormPage opening_again(SystemKind kind) {
    return [kind](const http::Query& query, const ui::FormState& state) { return opening_form(query, state, kind); };
}

/// The one page, or document, that tells the secret. A repeated request is told everything else.
Result<http::Response> answer_secret(const Office& office, const http::Command& command, SystemKind kind,
                                     std::string_view id, const std::optional<std::string>& secret, int status) {
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
Result<http::Response> open_one(const Office& office, const http::Command& command, SystemKind kind, Open open) {
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

http::About opening_about(std::string_view operation, std::string_view summary, const json::Type* body) {
    return {
        .operation = operation, .summary = summary, .body = body, .answer = json::type_of<SecretView>(), .status = 201};
}

} // namespace

Result<http::Response> renew_secret(const Office& office, const http::Command& command, SystemKind kind) {
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

void add_system_openings(http::Router& router, const Office& office) {
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

} // namespace dispatch
