#include "identity/outside.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"
#include "platform/net/http_client.hpp"

#include <fmt/format.h>

namespace identity {

static constexpr auto asking_interval_min = std::chrono::seconds{60};
static constexpr auto keys_age_max = std::chrono::hours{1};

Result<void> IssuerKeys::fetch(Instant now) {
    const auto answer = TRY(net::fetch({.url = jwks_url_}));
    if (answer.status != 200) {
        return platform::outside_unreachable.error(
            {{"url", jwks_url_}, {"why", fmt::format("status {}", answer.status)}});
    }
    keys_ = TRY(json::parse(answer.body));
    fetched_at_ = now;
    return {};
}

Result<json::Value> IssuerKeys::keys(bool again) {
    const std::lock_guard lock{mutex_};
    const auto now = clock_.now();
    if (keys_.is_null()) {
        TRY(fetch(now));
        return keys_;
    }
    if (jwks_url_.empty()) return keys_;
    const bool is_wanted = again || now - fetched_at_ >= keys_age_max;
    if (!is_wanted || now - asked_again_at_ < asking_interval_min) return keys_;
    asked_again_at_ = now;
    // Keys that were good a moment ago serve on while the issuer is away.
    if (const auto fetched = fetch(now); !fetched) logging::warning("identity.keys_not_fetched", fetched.error());
    return keys_;
}

Result<json::Value> IssuerKeys::verify(std::string_view token) {
    auto claims = crypto::verify_token(token, TRY(keys(false)));
    const bool may_be_new_key = !claims && (claims.error().code == platform::token_key_unknown.name ||
                                            claims.error().code == platform::token_signature_wrong.name);
    if (!may_be_new_key) return claims;
    return crypto::verify_token(token, TRY(keys(true)));
}

void IssuerKeys::set_url(std::string jwks_url) {
    const std::lock_guard lock{mutex_};
    if (jwks_url == jwks_url_) return;
    jwks_url_ = std::move(jwks_url);
    keys_ = {};
}

void IssuerKeys::set_keys(json::Value jwks) {
    const std::lock_guard lock{mutex_};
    jwks_url_.clear();
    keys_ = std::move(jwks);
}

int assurance_level(std::string_view acr) {
    if (acr == "Level3") return 2;
    if (acr == "Level4") return 3;
    constexpr std::string_view prefix = "idporten-loa-";
    if (acr.starts_with(prefix)) acr.remove_prefix(prefix.size());
    for (const int level : {1, 2, 3}) {
        if (acr == assurance_name(level)) return level;
    }
    return 0;
}

std::string_view assurance_name(int level) {
    constexpr std::array<std::string_view, 4> names{"", "low", "substantial", "high"};
    return level >= 0 && level < 4 ? names[static_cast<std::size_t>(level)] : names[0];
}

std::string_view high_of_family(std::string_view acr) {
    if (acr.starts_with("Level")) return "Level4";
    return acr.starts_with("idporten-loa-") ? "idporten-loa-high" : assurance_name(assurance_high);
}

} // namespace identity
