#include "identity/http/provider_login.hpp"

#include "identity/actions/provider_login.hpp"
#include "identity/domain/errors.hpp"
#include "identity/http/login.hpp"
#include "platform/crypto/digest.hpp"

#include <fmt/format.h>

namespace identity {

static std::string_view departure_cookie(const Options& options) {
    return options.is_secure ? "__Host-samband-login" : "samband-login";
}

static std::string departure_cookie_for(const Options& options, std::string_view value, int age_s) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{}", departure_cookie(options), value, age_s,
                       options.is_secure ? "; Secure" : "");
}

static std::string redirect_uri(const http::Call& call) {
    return call.public_url + "/login/return";
}

static http::Response found(std::string address) {
    auto response = http::see_other(std::move(address));
    return response.with("cache-control", "no-store");
}

Result<http::Response> show_departure(const http::Query& query, const Options& options, const Outside& outside,
                                      Random& random) {
    const auto provider = TRY(discover(outside.provider));
    const std::string_view least = outside.provider.assurance_min;
    const auto departure =
        make_departure(random, query.now, safe_return_path(query.request.query.first("next").value_or("/")),
                       std::string{asks_for_high(query.request) ? high_of_family(least) : least});
    auto response = found(
        departure_address(provider, outside.provider, departure, redirect_uri(query), i18n::code(query.t.language())));
    response.cookies.push_back(departure_cookie_for(options, sealed(outside, departure, random), 600));
    return response;
}

Result<http::Response> show_return(const http::Query& query, const Options& options, const Outside& outside,
                                   const Services& services) {
    const auto& sent = query.request.query;
    const auto departure =
        TRY(opened(outside, query.request.cookie(departure_cookie(options)).value_or(""), query.now));
    if (!crypto::equal(sent.first("state").value_or(""), departure.state)) return login_not_begun.error();
    // RFC 9207: an answer that names its issuer must name ours.
    const auto issuer = sent.first("iss");
    if (issuer && *issuer != outside.provider.issuer)
        return token_issuer_wrong.error({{"issuer", std::string{issuer->substr(0, 200)}}});
    if (const auto refused = sent.first("error"))
        return login_refused.error({{"reason", std::string{refused->substr(0, 100)}}});
    const auto provider = TRY(discover(outside.provider));
    if (provider.names_itself && !issuer) return token_issuer_wrong.error({{"issuer", ""}});
    const auto identified =
        TRY(trade_code(outside, provider, departure, sent.first("code").value_or(""), redirect_uri(query), query.now));
    const auto arrival = TRY(welcome(services, outside, identified));
    const auto token = TRY(log_in(services, options, arrival));
    auto response = found(departure.return_path);
    response.cookies.push_back(cookie_for(options, token));
    response.cookies.push_back(departure_cookie_for(options, "", 0));
    return response;
}

Result<http::Response> show_ended_by_provider(const http::Query& query, const Outside& outside,
                                              const Services& services) {
    // OpenID Connect Front-Channel Logout §3: both or neither; we ask for both.
    const auto issuer = query.request.query.first("iss").value_or("");
    const auto session = query.request.query.first("sid").value_or("");
    if (issuer != outside.provider.issuer || session.empty()) return provider_missing.error();
    TRY(end_from_outside(services, session));
    return http::no_content().with("cache-control", "no-store");
}

} // namespace identity
