#include "identity/http/login.hpp"

#include "identity/actions/log_in.hpp"
#include "identity/actions/provider_login.hpp"
#include "identity/domain/errors.hpp"
#include "identity/store/invented_people.hpp"
#include "identity/views/pages.hpp"
#include "platform/http/address.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>

namespace identity {

/// "/login", "/login/return?code=…", "/nn/logout": who comes from there to log in would come back to no page.
static bool is_way_in_or_out(std::string_view wanted) {
    const auto address = http::parse_address(wanted);
    return !address || address->path == "/login" || address->path.starts_with("/login/") || address->path == "/logout";
}

std::string safe_return_path(std::string_view wanted) {
    // "//host" and "/\host" are addresses of other hosts to a browser.
    const bool is_ours = wanted.size() > 0 && wanted.size() < 500 && wanted[0] == '/' &&
                         (wanted.size() == 1 || (wanted[1] != '/' && wanted[1] != '\\')) &&
                         std::ranges::none_of(wanted, [](char c) { return static_cast<unsigned char>(c) < 0x21; });
    return is_ours && !is_way_in_or_out(wanted) ? std::string{wanted} : "/";
}

bool asks_for_high(const http::Request& request) {
    return request.query.first("level") == assurance_name(assurance_high);
}

static Result<std::vector<InventedPerson>> people_to_choose(db::Reader& reader, Date today) {
    std::vector<InventedPerson> people;
    const auto ids = TRY(store::invented_people(reader));
    for (const auto& person : TRY(directory::people_by_id(reader, ids))) {
        InventedPerson row{person.id.to_string(), person.name, "citizen", {}, {}};
        const auto held = TRY(holdings_of(reader, person.id, today));
        if (!held.empty()) {
            row.role = line_of(held.front().role).name;
            row.title = held.front().title;
            if (!held.front().organisation_id.empty()) {
                const auto organisation = TRY(directory::OrganisationId::parse(held.front().organisation_id));
                row.organisation = TRY(directory::find_organisation(reader, organisation)).name;
            }
        }
        people.push_back(std::move(row));
    }
    return people;
}

/// The demonstration's way in is for whoever sits at the machine itself.
static bool is_from_this_machine(const http::Request& request) {
    return request.remote_address == "::1" || request.remote_address.starts_with("127.");
}

static Result<LoginView> login_view(const http::Call& call, db::Reader& reader, const Options& options,
                                    std::string_view return_path) {
    LoginView view;
    view.return_path = safe_return_path(return_path);
    view.is_for_high = asks_for_high(call.request);
    view.has_demonstration = options.has_demonstration_login && is_from_this_machine(call.request);
    view.has_provider = options.has_provider;
    if (view.has_demonstration) view.people = TRY(people_to_choose(reader, call.today()));
    return view;
}

Result<http::Response> show_login(const http::Query& query, const Options& options) {
    const auto view = TRY(login_view(query, query.reader, options, query.request.query.first("next").value_or("/")));
    return http::represent<LoginView>(query, view,
                                      {.html = [&](const LoginView& v) { return views::login_page(query, v); }})
        .with("cache-control", "no-store");
}

Result<http::Response> post_demonstration_login(const http::Command& command, const Options& options) {
    const auto wanted = TRY(command.request.read<DemonstrationLogin>());
    const directory::PersonId id{wanted.person_id};
    auto reader = TRY(command.services.database.reader());
    const bool is_offered = options.has_demonstration_login && is_from_this_machine(command.request) &&
                            TRY(store::is_invented(*reader, id));
    if (!is_offered) return person_not_invented.error();
    const auto people = TRY(directory::people_by_id(*reader, {id}));
    reader.reset();
    if (people.empty()) return person_not_invented.error();
    const bool is_high = wanted.level == assurance_name(assurance_high);
    const std::string level{assurance_name(is_high ? assurance_high : assurance_substantial)};
    Arrival arrival{id, people.front().name, {}, level, "demonstration", {}, {}};
    const auto token = TRY(log_in(command.services, options, arrival));
    auto response = http::see_other(safe_return_path(wanted.return_path.value_or("/")));
    response.cookies.push_back(cookie_for(options, token));
    return response;
}

/// Logged out here, but the provider may still know the browser. A form may not lead to another host (form-action), so
/// the page has a link.
static http::Response still_at_provider(const http::Command& command, const Outside& outside,
                                        const store::Session& session) {
    const auto provider = discover(outside.provider);
    const auto address =
        provider ? goodbye_address(*provider, session.provider_token, command.public_url + "/") : std::string{};
    if (address.empty()) return http::see_other(command.url("/"));
    return http::html_document(views::goodbye_page(command, address));
}

Result<http::Response> post_logout(const http::Command& command, const Options& options, const Outside& outside) {
    const auto token = command.request.cookie(cookie_name(options)).value_or("");
    const auto session = TRY(log_out(command.services, command.principal, token));
    auto response = session && !session->provider_token.empty() ? still_at_provider(command, outside, *session)
                                                                : http::see_other(command.url("/"));
    response.cookies.push_back(cookie_removed(options));
    return response;
}

} // namespace identity
