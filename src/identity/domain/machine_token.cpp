#include "identity/domain/machine_token.hpp"

#include "identity/domain/errors.hpp"

#include <algorithm>
#include <array>

namespace identity {

namespace {

constexpr std::array case_writing{Right{"governance.plan_case"}, Right{"governance.prepare_case"}};
constexpr std::array following{right::logged_in, Right{"news.follow_for"}};
constexpr std::array<ScopeLine, 4> scopes{{
    {"samband:read", {}},
    {"samband:cases.write", case_writing},
    {"samband:follow", following},
    {post_scope, {}},
}};

// Maskinporten allows clocks to differ by 10 s.
constexpr auto skew_max = std::chrono::seconds{10};

bool has_audience(const json::Value* audience, const MachineRules& rules) {
    const auto wanted = rules.audience;
    if (wanted.empty()) return true;
    if (audience == nullptr) return rules.may_lack_audience;
    if (const auto* one = audience->text()) return *one == wanted;
    const auto* several = audience->array();
    return several != nullptr && std::ranges::any_of(*several, [&](const json::Value& value) {
               return value.text() != nullptr && *value.text() == wanted;
           });
}

std::vector<std::string> known_scopes(std::string_view text) {
    std::vector<std::string> known;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto scope = text.substr(0, end);
        if (std::ranges::find(scopes, scope, &ScopeLine::scope) != scopes.end()) known.emplace_back(scope);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return known;
}

} // namespace

Instant instant_of_claim(std::int64_t seconds) {
    constexpr std::int64_t last_of_9999 = 253'402'300'799;
    return Instant{std::chrono::seconds{std::clamp<std::int64_t>(seconds, 0, last_of_9999)}};
}

std::span<const ScopeLine> scope_table() {
    return scopes;
}

std::string organisation_number_of(const json::Value* party) {
    constexpr std::string_view prefix = "0192:";
    if (party == nullptr || party->text_of("authority") != "iso6523-actorid-upis") return {};
    const auto id = party->text_of("ID");
    const bool is_number = id.size() == prefix.size() + 9 && id.starts_with(prefix) &&
                           std::ranges::all_of(id.substr(prefix.size()), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? std::string{id.substr(prefix.size())} : std::string{};
}

Result<MachineClaims> check_machine_claims(const json::Value& claims, const MachineRules& rules) {
    if (claims.text_of("iss") != rules.issuer)
        return token_issuer_wrong.error({{"issuer", std::string{claims.text_of("iss")}}});
    if (!has_audience(claims.find("aud"), rules))
        return token_audience_wrong.error({{"audience", std::string{rules.audience}}});
    const auto expires = claims.integer_of("exp");
    if (instant_of_claim(expires) <= rules.now)
        return token_expired.error({{"at", to_string(instant_of_claim(expires))}});
    const auto begins = std::max(claims.integer_of("nbf"), claims.integer_of("iat"));
    if (instant_of_claim(begins) > rules.now + skew_max)
        return token_not_yet_valid.error({{"at", to_string(instant_of_claim(begins))}});
    MachineClaims checked{organisation_number_of(claims.find("consumer")), std::string{claims.text_of("client_id")},
                          known_scopes(claims.text_of("scope"))};
    if (checked.organisation_number.empty()) return token_consumer_missing.error();
    if (checked.scopes.empty()) return token_scope_missing.error();
    return checked;
}

} // namespace identity
