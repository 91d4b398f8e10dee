#include "identity/development_issuer.hpp"

#include "identity/domain/errors.hpp"
#include "identity/domain/machine_token.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/cms.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/id.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace identity {

namespace {

constexpr auto assertion_age_max = std::chrono::seconds{120};
constexpr auto clocks_differ_max = std::chrono::seconds{10};
constexpr std::int64_t token_age_s = 120;
constexpr std::array<std::string_view, 1> assertion_algorithms{"RS256"};
/// What the demonstration's registers and carriers ask for, besides the scopes of this program itself.
constexpr std::array<std::string_view, 6> register_scopes{
    "krr:global/kontaktinformasjon.read", "krr:global/digitalpost.read", "digitalpostinnbygger:send",
    "altinn:correspondence.write",        "altinn:serviceowner",         "folkeregister:deling/offentligmedhjemmel"};

Error refused(std::string_view error, std::string_view why) {
    return assertion_refused.error({{"error", std::string{error}}, {"why", std::string{why}}});
}

json::Value header_of(std::string_view assertion) {
    const auto text = crypto::from_base64url(assertion.substr(0, assertion.find('.')));
    auto header = text ? json::parse(*text) : Result<json::Value>{text.error()};
    return header ? *std::move(header) : json::Value{};
}

json::Value with_key_id(const json::Value& jwk, std::string_view key_id) {
    auto members = *jwk.object();
    if (!key_id.empty()) members.push_back({"kid", std::string{key_id}});
    return members;
}

json::Value party_of(std::string_view organisation_number) {
    return json::Object{{"authority", "iso6523-actorid-upis"}, {"ID", fmt::format("0192:{}", organisation_number)}};
}

bool are_known_scopes(std::string_view scopes) {
    if (scopes.empty()) return false;
    while (!scopes.empty()) {
        const auto scope = scopes.substr(0, scopes.find(' '));
        const bool is_known = std::ranges::find(scope_table(), scope, &ScopeLine::scope) != scope_table().end() ||
                              std::ranges::find(register_scopes, scope) != register_scopes.end();
        if (!is_known) return false;
        scopes.remove_prefix(std::min(scope.size() + 1, scopes.size()));
    }
    return true;
}

std::string_view without_slash(std::string_view address) {
    return address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
}

} // namespace

/// Who signed an assertion, and with what.
struct DevelopmentIssuer::Holder {
    std::string client_id; ///< Empty when any will do: a certificate speaks for itself.
    std::string organisation_number;
    json::Value jwk;
    bool has_certificate = false;
};

Result<DevelopmentClient> DevelopmentClient::in_folder(const std::string& folder, std::string organisation_number) {
    const auto path = fmt::format("{}/{}", folder, certificate_file);
    auto pem = TRY(crypto::read_secret_file(path));
    if (!pem) {
        const auto pair = crypto::make_cms_key(std::string{demo_id}, 10);
        TRY(crypto::create_secret_file(fmt::format("{}/{}", folder, key_file), pair.private_key_pem));
        TRY(crypto::create_secret_file(path, pair.certificate_pem));
        pem = pair.certificate_pem;
    }
    const auto der = TRY(crypto::der_of_certificate(*pem));
    auto holder = TRY(crypto::read_certificate(der));
    return DevelopmentClient{std::string{demo_id}, std::string{demo_id}, std::move(organisation_number),
                             std::move(holder.public_jwk)};
}

DevelopmentIssuer::DevelopmentIssuer(const Services& services, DevelopmentClient client)
    : services_{services}, client_{std::move(client)},
      key_{crypto::make_signing_key("RSA", Uuid::make(services.clock.now(), services.random).to_string())},
      keys_{json::Object{{"keys", json::Array{crypto::public_part(key_)}}}} {}

std::string DevelopmentIssuer::issuer() const {
    return services_.public_url + "/maskinporten/";
}

Result<json::Value> DevelopmentIssuer::verify(std::string_view token) const {
    return crypto::verify_token(token, keys_, assertion_algorithms);
}

Result<DevelopmentIssuer::Holder> DevelopmentIssuer::holder_of(std::string_view assertion) const {
    const auto header = header_of(assertion);
    const auto key_id = header.text_of("kid");
    const auto* chain = header.find("x5c");
    if (chain == nullptr || chain->array() == nullptr || chain->array()->empty()) {
        if (key_id != client_.key_id) return refused("invalid_client", "key");
        return Holder{client_.id, client_.organisation_number, with_key_id(client_.public_jwk, key_id), false};
    }
    const auto* first = chain->array()->front().text();
    const auto der = first == nullptr ? Result<std::string>{std::string{}} : crypto::from_base64(*first);
    auto certificate = der ? crypto::read_certificate(*der) : Result<crypto::HolderCertificate>{der.error()};
    if (!certificate) return refused("invalid_client", "certificate");
    if (certificate->organisation_number.empty()) return refused("invalid_client", "certificate_number");
    return Holder{{}, std::move(certificate->organisation_number), with_key_id(certificate->public_jwk, key_id), true};
}

Result<void> DevelopmentIssuer::check(const json::Value& claims, const Holder& holder, Instant now) {
    const auto client = claims.text_of("iss");
    if (client.empty() || (!holder.client_id.empty() && client != holder.client_id))
        return refused("invalid_client", "issuer");
    if (without_slash(claims.text_of("aud")) != without_slash(issuer())) return refused("invalid_grant", "audience");
    const auto begins = instant_of_claim(claims.integer_of("iat"));
    const auto ends = instant_of_claim(claims.integer_of("exp"));
    if (ends <= now || begins > now + clocks_differ_max || ends - begins > assertion_age_max)
        return refused("invalid_grant", "time");
    if (!are_known_scopes(claims.text_of("scope"))) return refused("invalid_scope", "scope");
    const std::string id{claims.text_of("jti")};
    const std::lock_guard lock{mutex_};
    std::erase_if(used_, [&](const auto& entry) { return entry.second <= now; });
    if (!id.empty() && !used_.emplace(id, ends).second) return refused("invalid_grant", "repeated");
    return {};
}

Result<json::Value> DevelopmentIssuer::exchange(std::string_view grant_type, std::string_view assertion) {
    if (grant_type != "urn:ietf:params:oauth:grant-type:jwt-bearer") return refused("unsupported_grant_type", "grant");
    const auto holder = TRY(holder_of(assertion));
    const auto claims =
        crypto::verify_token(assertion, json::Object{{"keys", json::Array{holder.jwk}}}, assertion_algorithms);
    if (!claims) return refused("invalid_grant", "signature");
    const auto now = services_.clock.now();
    TRY(check(*claims, holder, now));

    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const auto on_behalf = claims->text_of("consumer_org");
    json::Object given{{"iss", issuer()},
                       {"iat", seconds},
                       {"exp", seconds + token_age_s},
                       {"jti", services_.random.token(16)},
                       {"token_type", "Bearer"},
                       {"scope", std::string{claims->text_of("scope")}},
                       {"client_id", std::string{claims->text_of("iss")}},
                       {"client_amr", holder.has_certificate ? "virksomhetssertifikat" : "private_key_jwt"},
                       {"consumer", party_of(on_behalf.empty() ? holder.organisation_number : on_behalf)}};
    if (!on_behalf.empty()) given.push_back({"supplier", party_of(holder.organisation_number)});
    if (const auto* resource = claims->find("resource")) given.push_back({"aud", *resource});
    auto token = TRY(crypto::sign_token(given, key_, assertion_algorithms.front()));
    return json::Value{json::Object{{"access_token", std::move(token)},
                                    {"token_type", "Bearer"},
                                    {"expires_in", token_age_s},
                                    {"scope", std::string{claims->text_of("scope")}}}};
}

} // namespace identity
