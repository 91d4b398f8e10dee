#include "platform/crypto/jose.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <cjose/cjose.h>
#include <cstdlib>
#include <memory>

namespace crypto {

namespace {

struct Release {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
    void operator()(cjose_header_t* header) const { cjose_header_release(header); }
    void operator()(char* text) const { cjose_get_dealloc()(text); }
};
using Jws = std::unique_ptr<cjose_jws_t, Release>;
using Jwk = std::unique_ptr<cjose_jwk_t, Release>;
using Header = std::unique_ptr<cjose_header_t, Release>;
using Text = std::unique_ptr<char, Release>;

Error malformed(std::string_view why) {
    return platform::token_malformed.error({{"why", std::string{why}}});
}

/// The header is read by ourselves before any library sees the token, so that the algorithm is checked first.
Result<json::Value> header_of(std::string_view token) {
    if (token.size() > token_bytes_max) return malformed("too long");
    if (std::ranges::count(token, '.') != 2) return malformed("not three parts");
    const auto decoded = from_base64url(token.substr(0, token.find('.')));
    if (!decoded) return malformed("header is not base64url");
    // cjose asserts on a length that no base64url has, and would end the program: no part reaches it unread.
    const auto rest = token.substr(token.find('.') + 1);
    const bool are_read =
        from_base64url(rest.substr(0, rest.find('.'))) && from_base64url(rest.substr(rest.find('.') + 1));
    if (!are_read) return malformed("payload or signature is not base64url");
    auto header = json::parse(*decoded);
    if (!header || header->object() == nullptr) return malformed("header is not a JSON object");
    // RFC 7515 §4.1.11: what is critical and not understood must be refused. We understand none.
    if (header->find("crit") != nullptr) return malformed("critical extension");
    return std::move(*header);
}

std::string_view key_type_for(std::string_view algorithm) {
    return algorithm.starts_with("ES") ? "EC" : "RSA";
}

bool fits(const json::Value& key, std::string_view algorithm) {
    const auto stated = key.text_of("alg");
    return key.text_of("kty") == key_type_for(algorithm) && key.text_of("use") != "enc" &&
           (stated.empty() || stated == algorithm);
}

Jwk import(const json::Value& key) {
    for (const auto* member : {"n", "e", "x", "y"}) {
        if (!from_base64url(key.text_of(member))) return {};
    }
    const auto text = json::to_string(key);
    cjose_err failure{};
    return Jwk{cjose_jwk_import(text.data(), text.size(), &failure)};
}

/// The one key that the token names.
Result<Jwk> key_for(const json::Value& header, std::string_view algorithm, const json::Value& jwks) {
    const auto* keys = jwks.find("keys");
    const auto key_id = header.text_of("kid");
    const auto unknown = platform::token_key_unknown.error({{"kid", std::string{key_id.substr(0, 100)}}});
    if (keys == nullptr || keys->array() == nullptr) return unknown;
    std::vector<const json::Value*> candidates;
    for (const auto& key : *keys->array()) {
        if (fits(key, algorithm) && (key_id.empty() || key.text_of("kid") == key_id)) candidates.push_back(&key);
    }
    if (candidates.size() != 1) return unknown;
    auto jwk = import(*candidates.front());
    if (!jwk) return unknown;
    return jwk;
}

} // namespace

Result<json::Value> verify_token(std::string_view token, const json::Value& jwks,
                                 std::span<const std::string_view> algorithms) {
    const auto header = TRY(header_of(token));
    const auto algorithm = header.text_of("alg");
    if (std::ranges::find(algorithms, algorithm) == algorithms.end()) {
        return platform::token_algorithm_refused.error({{"algorithm", std::string{algorithm.substr(0, 20)}}});
    }
    const auto key = TRY(key_for(header, algorithm, jwks));
    cjose_err failure{};
    const Jws jws{cjose_jws_import(token.data(), token.size(), &failure)};
    if (!jws) return malformed("not a signed token");
    if (!cjose_jws_verify(jws.get(), key.get(), &failure)) return platform::token_signature_wrong.error();
    std::uint8_t* bytes = nullptr;
    std::size_t length = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &bytes, &length, &failure)) return malformed("no content");
    auto claims = json::parse({reinterpret_cast<const char*>(bytes), length});
    if (!claims || claims->object() == nullptr) return malformed("claims are not a JSON object");
    return std::move(*claims);
}

Result<std::string> sign_token(const json::Value& claims, const json::Value& private_jwk, std::string_view algorithm) {
    const auto key_id = std::string{private_jwk.text_of("kid")};
    const auto unknown = platform::token_key_unknown.error({{"kid", key_id}});
    const auto key = import(private_jwk);
    cjose_err failure{};
    const Header header{cjose_header_new(&failure)};
    if (!key || !header || !fits(private_jwk, algorithm)) return unknown;
    bool is_set = cjose_header_set(header.get(), CJOSE_HDR_ALG, std::string{algorithm}.c_str(), &failure);
    if (!key_id.empty()) is_set = is_set && cjose_header_set(header.get(), CJOSE_HDR_KID, key_id.c_str(), &failure);
    const auto content = json::to_string(claims);
    const Jws jws{cjose_jws_sign(key.get(), header.get(), reinterpret_cast<const std::uint8_t*>(content.data()),
                                 content.size(), &failure)};
    const char* compact = nullptr; // owned by the jws
    if (!is_set || !jws || !cjose_jws_export(jws.get(), &compact, &failure)) return unknown;
    return std::string{compact};
}

json::Value make_signing_key(std::string_view type, std::string_view key_id) {
    cjose_err failure{};
    constexpr std::uint8_t exponent[] = {1, 0, 1}; // 65537
    const Jwk key{type == "EC" ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &failure)
                               : cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, &failure)};
    ensure(key);
    ensure(cjose_jwk_set_kid(key.get(), key_id.data(), key_id.size(), &failure));
    const Text text{cjose_jwk_to_json(key.get(), true, &failure)};
    ensure(text);
    return *json::parse(text.get());
}

json::Value public_part(const json::Value& jwk) {
    json::Object kept;
    for (const auto& member : *jwk.object()) {
        const bool is_private = member.name == "d" || member.name == "p" || member.name == "q" || member.name == "dp" ||
                                member.name == "dq" || member.name == "qi";
        if (!is_private) kept.push_back(member);
    }
    return kept;
}

} // namespace crypto
