#include "registers/token_client.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/http/percent.hpp"
#include "registers/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace registers {

using namespace std::chrono_literals;

static constexpr auto assertion_age = 120s; // The longest that Maskinporten takes.
static constexpr auto margin_max = 20s;     // What is asked with a token must be answered before it ends.
static constexpr auto token_age_max = 1h;
static constexpr auto issuer_rest = 5s;
static constexpr std::size_t answer_max = 64 << 10;

static Error not_given(const std::string& why) {
    return token_not_given.error({{"why", why}});
}

static std::string_view without_slash(std::string_view address) {
    return address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
}

/// What an answer that gives nothing says for itself, short enough for a log.
static std::string excuse_of(const net::Answer& answer, const Result<json::Value>& body) {
    static constexpr std::size_t shown_max = 300;
    const auto said = body ? body->text_of("error_description") : std::string_view{};
    if (!said.empty()) return std::string{said.substr(0, shown_max)};
    return fmt::format("status {}", answer.status);
}

TokenClient::TokenClient(TokenGrant grant, const Clock& clock, Random& random, Fetch fetch)
    : grant_{std::move(grant)}, clock_{clock}, random_{random}, fetch_{std::move(fetch)} {}

Result<std::string> TokenClient::assertion(Instant now) {
    const std::int64_t begins = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    json::Object claims{{"iss", grant_.client_id},
                        {"aud", grant_.issuer},
                        {"scope", grant_.scope},
                        {"iat", begins},
                        {"exp", begins + std::int64_t{assertion_age.count()}},
                        {"jti", random_.token(16)}};
    if (!grant_.resource.empty()) claims.push_back({"resource", grant_.resource});
    if (!grant_.consumer_number.empty()) claims.push_back({"consumer_org", grant_.consumer_number});
    return crypto::sign_token(claims, grant_.private_jwk, "RS256");
}

Result<std::string> TokenClient::endpoint() {
    if (!endpoint_.empty()) return endpoint_;
    net::Request asked;
    asked.url = fmt::format("{}/.well-known/oauth-authorization-server", without_slash(grant_.issuer));
    asked.answer_bytes_max = answer_max;
    const auto answer = TRY(fetch_(asked));
    const auto described = json::parse(answer.body);
    if (answer.status != 200 || !described) return not_given(excuse_of(answer, described));
    // RFC 8414 § 3.3: what an issuer says counts only when it says it of itself.
    if (without_slash(described->text_of("issuer")) != without_slash(grant_.issuer)) return not_given("issuer");
    endpoint_ = described->text_of("token_endpoint");
    if (endpoint_.empty()) return not_given("token_endpoint");
    return endpoint_;
}

Result<TokenClient::Given> TokenClient::exchange(Instant now) {
    net::Request asked;
    asked.url = TRY(endpoint());
    asked.method = "POST";
    asked.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"accept", "application/json"}};
    const auto signed_assertion = TRY(assertion(now));
    asked.body = fmt::format("grant_type={}&assertion={}",
                             http::percent_encoded("urn:ietf:params:oauth:grant-type:jwt-bearer"), signed_assertion);
    asked.answer_bytes_max = answer_max;
    const auto answer = TRY(fetch_(asked));
    const auto body = json::parse(answer.body);
    if (answer.status != 200 || !body) return not_given(excuse_of(answer, body));
    Given given{std::string{body->text_of("access_token")}, {}};
    if (given.token.empty()) return not_given(excuse_of(answer, body));
    const std::chrono::seconds lasts{
        std::clamp<std::int64_t>(body->integer_of("expires_in"), 0, std::chrono::seconds{token_age_max}.count())};
    given.ends_at = now + lasts - std::min<std::chrono::seconds>(margin_max, lasts / 4);
    return given;
}

Result<std::string> TokenClient::token() {
    const std::lock_guard lock{mutex_};
    const auto now = clock_.now();
    if (!kept_.token.empty() && now < kept_.ends_at) return kept_.token;
    if (failure_ && now < failed_at_ + issuer_rest) return *failure_;
    kept_ = {};
    failure_.reset();
    auto given = exchange(now);
    if (!given) {
        failure_ = given.error();
        failed_at_ = now;
        endpoint_.clear(); // It may have moved.
        return given.error();
    }
    kept_ = *std::move(given);
    return kept_.token;
}

void TokenClient::forget(std::string_view token) {
    const std::lock_guard lock{mutex_};
    if (kept_.token == token) kept_ = {};
}

} // namespace registers
