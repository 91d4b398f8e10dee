#include "identity/http/login.hpp"
#include "identity/identity.hpp"
#include "identity/store/invented_people.hpp"
#include "identity/views/models.hpp"

namespace identity {

void add_routes(http::Router& routes, const Options& options) {
    routes.get("/login", right::everybody, [options](const http::Query& query) { return show_login(query, options); },
               {.operation = "showLogin", .summary = "The ways to log in.", .answer = json::type_of<LoginView>()});
    routes.post("/login/demonstration", right::everybody,
                [options](const http::Command& command) { return post_demonstration_login(command, options); },
                {.operation = "logInAsInventedPerson",
                 .summary = "Begins a session as one of the demonstration's invented people; on this machine only.",
                 .body = json::type_of<DemonstrationLogin>(),
                 .status = 303});
    routes.post("/logout", right::logged_in,
                [options](const http::Command& command) { return post_logout(command, options); },
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
