#include "identity/actions/log_in.hpp"
#include "identity/http/login.hpp"
#include "identity/views/pages.hpp"
#include "platform/http/represent.hpp"

namespace identity {

static Result<std::vector<RoleView>> roles_of(const http::Query& query, directory::PersonId person,
                                              const std::optional<HoldingId>& current) {
    std::vector<RoleView> roles;
    for (const auto& holding : TRY(holdings_of(query.reader, person, query.today()))) {
        RoleView role;
        role.id = holding.id.to_string();
        role.role = line_of(holding.role).name;
        role.title = holding.title;
        if (!holding.organisation_id.empty()) {
            const auto id = TRY(directory::OrganisationId::parse(holding.organisation_id));
            role.organisation = TRY(directory::find_organisation(query.reader, id, query.t.language())).name;
        }
        role.valid_from = to_string(holding.valid_from);
        if (holding.valid_to) role.valid_to = to_string(*holding.valid_to);
        role.is_current = current == holding.id;
        roles.push_back(std::move(role));
    }
    return roles;
}

Result<http::Response> show_me(const http::Query& query) {
    const auto& principal = query.principal;
    TRY(principal.require(right::logged_in)); // a client that may follow has no page
    const auto person = TRY(directory::PersonId::parse(principal.id));
    MeView view{principal.id,
                principal.name,
                principal.organisation_name,
                principal.authority,
                principal.assurance,
                {},
                {},
                {}};
    for (const auto& grant : principal.grants)
        view.rights.push_back(grant.right);
    std::optional<HoldingId> current;
    for (const auto& session : TRY(store::sessions_of(query.reader, person, query.now))) {
        const bool is_current = session.id.to_string() == principal.session_id;
        if (is_current) current = session.holding_id;
        view.sessions.push_back({session.id.to_string(), session.way_in, session.assurance, session.began_at,
                                 session.seen_at, session.ends_at, is_current});
    }
    view.roles = TRY(roles_of(query, person, current));
    return http::represent<MeView>(query, view, {.html = [&](const MeView& v) { return views::me_page(query, v); }})
        .with("cache-control", "no-store");
}

Result<http::Response> post_role(const http::Command& command) {
    const auto choice = TRY(command.request.read<RoleChoice>());
    std::optional<HoldingId> holding;
    if (choice.holding_id) holding = HoldingId{*choice.holding_id};
    TRY(change_role(command.services, command.principal, holding));
    return http::see_other(command.url("/me"));
}

Result<http::Response> post_session_end(const http::Command& command) {
    const auto id = TRY(SessionId::parse(command.request.path_value("session")));
    TRY(revoke_session(command.services, command.principal, id));
    return http::see_other(command.url("/me"));
}

Result<http::Response> show_rights(const http::Query& query) {
    RightsView view;
    for (const auto& line : role_table()) {
        RightsLine shown;
        shown.role = line.name;
        shown.reach =
            std::array{"everything", "one_body", "one_organisation", "oneself"}[static_cast<std::size_t>(line.reach)];
        for (const auto& right : line.rights)
            shown.rights.emplace_back(right.name);
        view.roles.push_back(std::move(shown));
    }
    return http::represent<RightsView>(query, view,
                                       {.html = [&](const RightsView& v) { return views::rights_page(query, v); }});
}

} // namespace identity
