// The accounts, integrations and receivers of an organisation, as those see them who keep them.
#include "dispatch/http/keeping_systems.hpp"
#include "dispatch/rights.hpp"

namespace dispatch {

Keeping keeping(const http::Command& command, const Office& office, db::Transaction& transaction,
                directory::OrganisationId organisation) {
    return {transaction, office, command.principal, organisation, command.now, command.request.language};
}

ui::FormPage changing_again(const Office& office, SystemKind kind) {
    return [&office, kind](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return post_system_page(query, state, TRY(read_system(office, query, query.reader, kind)));
    };
}

namespace {

Result<http::Response> close_one(const Office& office, const http::Command& command, SystemKind kind) {
    const auto organisation = TRY(kept_organisation(command.principal));
    const auto id = command.request.path_value("system");
    TRY(command.write([&](db::Transaction& transaction) {
        return close_system(keeping(command, office, transaction, organisation), kind, id);
    }));
    return ui::answer_changed(command, path_of(kind, id));
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
               [kind](const http::Query& query) -> Result<http::Response> {
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
    add_system_openings(router, office);
    add_system_changes(router, office);
}

} // namespace dispatch
