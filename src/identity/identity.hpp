#pragma once
// The front door of identity: who somebody is, which role they act in, and what that role may do.
#include "directory/directory.hpp"
#include "identity/ids.hpp"
#include "identity/outside.hpp"
#include "identity/role.hpp"
#include "platform/http/authenticator.hpp"
#include "platform/http/router.hpp"
#include "platform/principal.hpp"
#include "platform/services.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace identity {

/// How long people stay logged in, and how they get in.
struct Options {
    std::chrono::hours session_age_max{10};
    std::chrono::minutes session_idle_max{60};
    bool has_demonstration_login = false; ///< Choose among invented people; never together with a public address.
    bool has_provider = false;            ///< An OpenID provider is configured.
    bool is_secure = false;               ///< Cookies get Secure and the __Host- prefix.
};

/// A role that a person holds, for a body or an organisation, in a period.
struct Holding {
    HoldingId id;
    directory::PersonId person_id;
    Role role = Role::citizen;
    std::string scope_id; ///< The body's or organisation's id that the role's rights are for; empty for everything.
    std::string organisation_id; ///< On whose behalf they act; empty for themselves.
    std::string title;           ///< As people say it: "sekretær, Hovedstyret".
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which it is no longer held.
};

struct NewHolding {
    directory::PersonId person_id;
    Role role = Role::citizen;
    std::string scope_id;
    std::string organisation_id;
    std::string title;
    Date valid_from;
    std::optional<Date> valid_to;
};

/// Gives a person a role, in the caller's transaction. Appointments in governance call this, so that rights follow
/// them. Fails with identity.scope_missing when the role's rights are for one body or organisation and none is given,
/// and with identity.period_faulty.
Result<HoldingId> give_role(db::Transaction&, const directory::Doer&, const NewHolding&);
/// Ends a role. Fails with identity.holding_not_found, identity.period_faulty.
Result<void> end_role(db::Transaction&, const directory::Doer&, HoldingId, Date first_day_without);
/// The roles that a person holds on a day, the oldest first.
Result<std::vector<Holding>> holdings_of(db::Reader&, const directory::PersonId&, Date on);

/// The ids of the organisations and bodies for which somebody holds a role with the right on the day.
Result<std::set<std::string>> organisations_spoken_for(db::Reader&, Right, Date on);

/// Those people, by the id of the organisation or body that they hold the right for.
Result<std::map<std::string, std::vector<std::string>>> people_who_speak(db::Reader&, Right, Date on);

/// Lets the demonstration's login page offer an invented person, in the order of positions.
Result<void> offer_invented_person(db::Transaction&, const directory::PersonId&, int position);

/// What somebody who acts in this role is allowed, as the rest of the program sees it.
Principal principal_of(const Holding&, std::string person_name, std::string organisation_name);

/// What refers to organisations here and follows them through mergers and splits.
directory::Referrer referrer();

/// The pages and addresses of identity: log in and out, my page, the table of rights. What is outside and the services
/// must outlive the router: coming back from the provider is a GET that begins a session.
void add_routes(http::Router&, const Options&, const Outside&, const Services&);

/// Where tokens for development are had; only for the demonstration.
void add_development_routes(http::Router&, DevelopmentIssuer&);

/// Tells who sends a request: from the session's cookie, else anonymous.
/// Fails with platform.database_unavailable; a session that has ended or is unknown makes the request anonymous.
Result<Principal> authenticate_session(const Services&, const Options&, const http::Request&);

/// Tells which system sends a request, from its bearer token. Fails with identity.tokens_not_taken, the token errors of
/// crypto::verify_token and check_machine_claims, identity.organisation_unknown, platform.outside_unreachable.
Result<Principal> authenticate_machine(const Services&, const Outside&, std::string_view token);

/// The number of the organisation whose token this is, for digital post (scope ks:fiks). For systems that prove
/// themselves with a secret of ours besides: a token that names no audience is enough, and the organisation need not be
/// in the directory. Fails as authenticate_machine does otherwise, with identity.token_scope_missing for other scopes.
Result<std::string> post_token_consumer(const Services&, const Outside&, std::string_view token);

/// Both ways, as the server asks: Authorization: Bearer first, else the session.
class Authenticator : public http::Authenticator {
public:
    Authenticator(const Services& services, const Options& options, const Outside& outside)
        : services_{services}, options_{options}, outside_{outside} {}
    Result<Principal> authenticate(const http::Request&) override;

private:
    const Services& services_;
    Options options_;
    const Outside& outside_;
};

} // namespace identity
