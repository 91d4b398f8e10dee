#include "identity/http/login.hpp"
#include "identity/http/provider_login.hpp"
#include "identity/identity.hpp"
#include "identity/store/invented_people.hpp"
#include "identity/views/models.hpp"

namespace identity {

static void add_provider_routes(http::Router& routes, const Options& options, const Outside& outside,
                                const Services& services) {
    routes.get("/login/start", right::everybody,
               [options, &outside, &services](const http::Query& query) {
                   return show_departure(query, options, outside, services.random);
               },
               {.operation = "beginLogin",
                .summary = "Leaves for the OpenID provider.",
                .formats = {http::Format::html},
                .status = 303});
    routes.get("/login/return", right::everybody,
               [options, &outside, &services](const http::Query& query) {
                   return show_return(query, options, outside, services);
               },
               {.operation = "endLogin",
                .summary = "Comes back from the OpenID provider and begins a session.",
                .formats = {http::Format::html},
                .status = 303});
    routes.get(
        "/login/ended-by-provider", right::everybody,
        [&outside, &services](const http::Query& query) { return show_ended_by_provider(query, outside, services); },
        {.operation = "endByProvider",
         .summary = "Front-channel log-out: the provider ends its sessions here too.",
         .formats = {http::Format::html},
         .status = 204});
}

void add_routes(http::Router& routes, const Options& options, const Outside& outside, const Services& services) {
    add_provider_routes(routes, options, outside, services);
    routes.get("/login", right::everybody, [options](const http::Query& query) { return show_login(query, options); },
               {.operation = "showLogin", .summary = "The ways to log in.", .answer = json::type_of<LoginView>()});
    routes.post("/login/demonstration", right::everybody,
                [options](const http::Command& command) { return post_demonstration_login(command, options); },
                {.operation = "logInAsInventedPerson",
                 .summary = "Begins a session as one of the demonstration's invented people; on this machine only.",
                 .body = json::type_of<DemonstrationLogin>(),
                 .status = 303});
    routes.post("/logout", right::logged_in,
                [options, &outside](const http::Command& command) { return post_logout(command, options, outside); },
                {.operation = "logOut", .summary = "Ends the session.", .status = 303});
    routes.get(
        "/me", right::logged_in, show_me,
        {.operation = "showMe", .summary = "Who one is, one's roles and sessions.", .answer = json::type_of<MeView>()});
    routes.post("/me/role", right::logged_in, post_role,
                {.operation = "changeRole",
                 .summary = "Acts in another of one's roles, or on one's own behalf.",
                 .body = json::type_of<RoleChoice>(),
                 .status = 303});
    routes.post("/me/sessions/{session}/end", right::logged_in, post_session_end,
                {.operation = "endSession", .summary = "Ends one of one's sessions.", .status = 303});
    routes.get("/rights", right::everybody, show_rights,
               {.operation = "showRights",
                .summary = "The table of rights: who may do what, on whose behalf.",
                .answer = json::type_of<RightsView>(),
                .is_cached = true});
}

Result<void> offer_invented_person(db::Transaction& transaction, const directory::PersonId& person, int position) {
    return store::mark_invented(transaction, person, position);
}

} // namespace identity
